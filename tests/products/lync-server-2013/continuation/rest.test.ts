import { describe, it } from 'node:test';
import { expect } from 'chai';
import { consoleOn } from '../../../../src/operator/console';
import { outcomeOn } from '../../../../src/operator/outcome';
import { restOfChange, verdictsOn } from '../../../../src/products/lync-server-2013/continuation/rest-of-change';
import type { Operation } from '../../../../src/products/lync-server-2013/exploration/operation';
import { procedure } from '../../../../src/products/lync-server-2013/exploration/operations/procedure-operations';
import type { Deployment } from '../../../../src/world/deployment';
import { starting } from '../../../exploration/starting';
import { collectedFrom } from '../../../pool-state/collected-pools';
import { carriedOut } from '../../../pool-state/half-done-pools';

const START = starting(3);
const PROCEDURE = procedure(3);
const MOST = { mostStates: 2000 };

function after(operations: readonly Operation[], start = START): Deployment {
  return collectedFrom(start, carriedOut(start, operations)).rehearsed;
}

function restAfter(operations: readonly Operation[], ahead = 0, start = START) {
  const deployment = after(operations, start);
  return restOfChange(deployment, deployment.pools[0]?.fqdn ?? '', { ahead, ...MOST });
}

/** `trust@1 assign@1`: the stages with the position of the server. */
function shown({ pool, found }: ReturnType<typeof restAfter>): string {
  const place = (machine: string): number | string => {
    const at = pool.servers.indexOf(machine);
    return at < 0 ? 'inside' : at + 1;
  };
  return (found.steps ?? []).map(({ stage, machine }) => `${stage}@${place(machine)}`).join(' ');
}

const SPREAD = 'export-certificate@1 import-certificate@2 import-certificate@3';
const ASSIGN = 'assign-certificate@1 assign-certificate@2 assign-certificate@3';
const LAST = 'delete-key-files@1';
const ISSUE = 'submit-request@inside import-response@1';

/** The rest after that number of operations of the procedure. */
const RESTS: Readonly<Record<number, readonly [kind: string, steps: string]>> = {
  0: ['new', `import-chain@1 import-chain@2 import-chain@3 create-request@1 ${ISSUE} ${SPREAD} ${ASSIGN} ${LAST}`],
  1: ['new', `import-chain@2 import-chain@3 create-request@1 ${ISSUE} ${SPREAD} ${ASSIGN} ${LAST}`],
  3: ['new', `create-request@1 ${ISSUE} ${SPREAD} ${ASSIGN} ${LAST}`],
  4: ['pending', `${ISSUE} ${SPREAD} ${ASSIGN} ${LAST}`],
  5: ['pending', `${ISSUE} ${SPREAD} ${ASSIGN} ${LAST}`],
  6: ['existing', `${SPREAD} ${ASSIGN} ${LAST}`],
  8: ['existing', `export-certificate@1 import-certificate@3 ${ASSIGN} ${LAST}`],
  9: ['existing', `${ASSIGN} ${LAST}`],
  10: ['existing', ASSIGN],
  12: ['existing', 'assign-certificate@3'],
  13: ['existing', ''],
  16: ['existing', ''],
};

describe('The rest of a change', () => {
  for (const [length, [kind, steps]] of Object.entries(RESTS)) {
    it(`is what is left after ${length} operations of the procedure`, () => {
      const rest = restAfter(PROCEDURE.slice(0, Number(length)));
      expect([rest.found.approach.kind, shown(rest)]).to.deep.equal([kind, steps]);
      expect([rest.found.verdicts.errors, rest.found.isBounded]).to.deep.equal([[], false]);
    });
  }

  it('has no step that can be left out', () => {
    const { pool, found } = restAfter(PROCEDURE.slice(0, 4));
    const steps = found.steps ?? [];
    const first = steps[0]?.before;
    if (!first) throw new Error('there is no step');
    for (const left of steps) {
      const others = steps.filter((step) => step !== left);
      const { console, refused } = outcomeOn(consoleOn(first.deployment), (at) =>
        others.reduce((one, { stage, machine }) => {
          const found2 = found.approach.stages.find(({ id }) => id === stage);
          return found2 ? found2.perform(one, machine) : one;
        }, at),
      );
      const { errors, warnings } = verdictsOn(console.deployment, pool, 0);
      const what = `${left.stage} on ${left.machine}`;
      expect(refused !== null || errors.length + warnings.length > 0, what).to.equal(true);
    }
  });

  it('makes a new certificate if the private key is nowhere', () => {
    const deployment = after(PROCEDURE);
    const machines = [...deployment.machines.values()].reduce(
      (all, machine) => all.with(machine.fqdn, { ...machine, keys: [] }),
      deployment.machines,
    );
    const rest = restOfChange({ ...deployment, machines }, deployment.pools[0]?.fqdn ?? '', { ahead: 0, ...MOST });
    expect(rest.found.approach.kind).to.equal('new');
    expect(rest.others.map(({ approach, steps }) => [approach.kind, steps])).to.deep.equal([['existing', null]]);
  });

  it('replaces a certificate that ends soon, and gives the new one another friendly name', () => {
    const done = restAfter(PROCEDURE, 30);
    expect(shown(done)).to.equal('');
    const renewed = restAfter([...PROCEDURE, { kind: 'pass', days: 715 }], 30);
    expect(renewed.found.approach.kind).to.equal('new');
    expect(shown(renewed)).to.match(/^create-request@1 .* restart-services@1 restart-services@2 restart-services@3/);
    const [last] = (renewed.found.steps ?? []).slice(-1);
    const names = [...(last?.after.deployment.machines.values() ?? [])].flatMap(({ stores }) =>
      stores.LocalMachine.My.map(({ friendlyName }) => friendlyName),
    );
    expect(names).to.include('Edge internal interface 2');
  });

  it('removes intermediate certificates from the trusted roots', () => {
    const wrong: readonly Operation[] = [{ kind: 'import-chain', server: 1, how: 'as the document says' }];
    const rest = restAfter([...wrong, ...PROCEDURE.slice(1)]);
    expect(shown(rest)).to.contain('move-intermediates@2');
    expect(rest.found.verdicts).to.deep.equal({ errors: [], warnings: [] });
  });
});
