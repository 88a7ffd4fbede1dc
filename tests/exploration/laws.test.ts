import { describe, it } from 'node:test';
import { expect } from 'chai';
import { judgeSeesTheOtherPool, startingTouchesEveryPool } from '../../bench/planted/bugs-of-servers';
import type { Verdict } from '../../src/exploration/explored-system';
import { attemptOperation, stateOf } from '../../src/exploration/step';
import type { PoolState, PoolStep, PoolSystem } from '../../src/products/lync-server-2013/exploration/domain';
import type { Operation } from '../../src/products/lync-server-2013/exploration/operation';
import { plainSetting, type Setting } from '../../src/products/lync-server-2013/exploration/settings/setting';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { STORE_TITLES, type StoreName } from '../../src/windows/certificate-store';
import { machineOf, withMachine } from '../../src/windows/machine';
import { firstPool } from '../../src/world/deployment';
import { lawNamed } from './law-named';
import { startingIn } from './starting';

const SET_UP: Operation = { kind: 'set-up' };
const TWO_POOLS: Setting = { ...plainSetting(2), pools: [['2012 R2', '2012 R2'], ['2012 R2']] };
const START: Operation = { kind: 'start', server: 0 };
const CLOCK_ELSEWHERE: Operation = {
  kind: 'elsewhere',
  operation: { kind: 'set-clock', server: 0, way: 'slow' },
};

describe('The law of what is done to one pool', () => {
  const law = lawNamed('an operation on one pool changes no other pool');

  it('holds for what is done in either pool, and says nothing of what is done to all of them', () => {
    expect(law.ofStep?.(lastOf([START], TWO_POOLS), SYSTEM)).to.equal('held');
    expect(law.ofStep?.(lastOf([CLOCK_ELSEWHERE], TWO_POOLS), SYSTEM)).to.equal('held');
    expect(law.ofStep?.(lastOf([{ kind: 'pass', days: 1 }], TWO_POOLS), SYSTEM)).to.equal('not tried');
    expect(law.ofStep?.(lastOf([START], plainSetting(2)), SYSTEM)).to.equal('not tried');
  });

  it('does not mind the removable medium, which goes with the operator', () => {
    const carried: Setting = { ...TWO_POOLS, transfer: 'removable-media' };
    const exported: Operation = { kind: 'export', server: 0, how: 'with-key' };
    const imported: Operation = {
      kind: 'elsewhere',
      operation: { kind: 'import-exported', server: 0, password: 'right' },
    };
    expect(law.ofStep?.(lastOf([SET_UP, exported, imported], carried), SYSTEM)).to.equal('held');
  });

  it('is broken by an operation that touches another pool, and by a judge that looks there', () => {
    const touched = law.ofStep?.(lastOf([START], TWO_POOLS, startingTouchesEveryPool), SYSTEM);
    expect(detailOf(touched)).to.match(/has changed, which is in another pool/);
    const judged = law.ofStep?.(lastOf([CLOCK_ELSEWHERE], TWO_POOLS, judgeSeesTheOtherPool), SYSTEM);
    expect(detailOf(judged)).to.match(/something else in the first pool/);
  });
});

describe('An operation on the second pool', () => {
  it('names the server by its pool in the scenario', () => {
    const actions = SYSTEM.operations.actions(CLOCK_ELSEWHERE, startingIn(TWO_POOLS)) ?? [];
    expect(actions.map(({ sentence }) => sentence)).to.deep.equal([
      'on the first Edge Server of the second pool, the clock is 2 hours slow',
    ]);
  });
});

describe('The law of the judge and replication', () => {
  const law = lawNamed('replication succeeds if and only if the judge finds nothing that breaks it');
  const earlier: Setting = { ...plainSetting(2), pools: [['2008 R2', '2012 R2']] };
  const faults = [
    ['TLS 1.0 is disabled', 'no-common-tls-version'],
    ['the services may not read the private key', 'key-not-readable'],
  ] as const;

  for (const [fault, code] of faults)
    it(`is put to the test: ${fault}`, () => {
      const { after } = lastOf([SET_UP, { kind: 'fault', server: 0, fault }], earlier);
      expect(after.findings.map((one) => one.code)).to.include(code);
      expect(law.ofState?.(after)).to.equal('held');
      expect(detailOf(law.ofState?.({ ...after, findings: [] }))).to.match(/the judge finds nothing/);
    });

  it('is not tried with a key set that is not there', () => {
    const fault: Operation = { kind: 'fault', server: 0, fault: 'the services may not read the private key' };
    expect(SYSTEM.operations.actions(fault, startingIn(earlier))).to.equal(null);
  });
});

describe('The law of repair', () => {
  const law = lawNamed('every state can be repaired');

  it('is put to the test by a clock alone, and sets it right', () => {
    const { after } = lastOf([SET_UP, { kind: 'set-clock', server: 1, way: 'fast' }], plainSetting(2));
    expect(after.findings.map(({ code }) => code)).to.deep.equal(['clock-skew']);
    expect(law.ofEnd?.(after, SYSTEM)).to.equal('held');
  });

  it('says nothing of a pool that is in order', () => {
    expect(law.ofEnd?.(lastOf([SET_UP], plainSetting(2)).after, SYSTEM)).to.equal('not tried');
  });

  it('is broken where a clock stays wrong, or a server is not replicated to', () => {
    const { after } = lastOf([SET_UP, { kind: 'set-clock', server: 1, way: 'fast' }], plainSetting(2));
    const unmended: PoolSystem = { ...SYSTEM, judge: () => after.findings };
    expect(detailOf(law.ofEnd?.(after, unmended))).to.match(/after the repair, clock-skew/);
    const { deployment } = after.console;
    const machine = machineOf(deployment, after.pool.servers[1] ?? '');
    const closed = { ...machine, connection: { ...machine.connection, closedPorts: [4443] } };
    const console = { ...after.console, deployment: withMachine(deployment, closed) };
    expect(detailOf(law.ofEnd?.({ ...after, console }, SYSTEM))).to.match(/after the repair, .* is not replicated to/);
  });
});

describe('The exported file, imported with the snap-in', () => {
  it('is in the chosen store, with the authorities or without them as is assumed', () => {
    for (const takesChain of [true, false]) {
      const setting = { ...plainSetting(2), assumptions: { mmcChosenStoreTakesChain: takesChain } };
      expect(storesAfter('among the trusted roots', setting)).to.deep.equal(
        takesChain ? { My: 0, Root: 4, CA: 0 } : { My: 0, Root: 3, CA: 1 },
      );
      expect(storesAfter('leaving the key unmarked', setting)).to.deep.equal(
        takesChain ? { My: 3, Root: 1, CA: 0 } : { My: 1, Root: 2, CA: 1 },
      );
    }
  });
});

/** The number of certificates in each store of the second server, which had only a public root before. */
function storesAfter(
  choice: Extract<Operation, { kind: 'import-with-snap-in' }>['choice'],
  setting: Setting,
): Partial<Record<StoreName, number>> {
  const { after, refused } = lastOf(
    [
      { kind: 'trust', server: 0 },
      { kind: 'own-certificate', server: 0 },
      { kind: 'export', server: 0, how: 'with-key' },
      { kind: 'import-with-snap-in', server: 1, choice },
    ],
    setting,
  );
  expect(refused?.message).to.equal(undefined);
  const { deployment } = after.console;
  const { LocalMachine } = machineOf(deployment, firstPool(deployment).servers[1] ?? '').stores;
  const names = (Object.keys(STORE_TITLES) as StoreName[]).filter((name) => name !== 'REQUEST');
  return Object.fromEntries(names.map((name) => [name, LocalMachine[name].length]));
}

/** The step of the last operation; throws when one of them is skipped. */
function lastOf(operations: readonly Operation[], setting: Setting, system: PoolSystem = SYSTEM): PoolStep {
  let state: PoolState = stateOf(system, startingIn(setting));
  let last: PoolStep | null = null;
  for (const operation of operations) {
    const step = attemptOperation(system, state, operation);
    if (!step) throw new Error(`${JSON.stringify(operation)} is skipped`);
    state = step.after;
    last = step;
  }
  if (!last) throw new Error('no operation was given');
  return last;
}

function detailOf(verdict: Verdict | undefined): string {
  return typeof verdict === 'object' ? verdict.detail : `no law is broken: ${verdict}`;
}
