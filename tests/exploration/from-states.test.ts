import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { exploreCommand } from '../../src/cli/commands/explore';
import { explorationAt } from '../../src/cli/exploration/embedded-start';
import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import { explore } from '../../src/exploration/random/exploration';
import { judgeDeployment } from '../../src/judge/judge';
import { LAWS } from '../../src/products/lync-server-2013/exploration/laws/laws';
import { procedure } from '../../src/products/lync-server-2013/exploration/operations/procedure-operations';
import { explorationOf } from '../../src/products/lync-server-2013/exploration/started-exploration';
import { collectedFrom } from '../pool-state/collected-pools';
import { defaultDeployment } from '../pool-state/default-deployment';
import { exportState } from '../pool-state/export-state';
import { contosoAfter, HALF_DONE } from '../pool-state/half-done-pools';
import { inTemporaryFolder } from '../support/rehearse';

const base = defaultDeployment();

describe('An exploration from the states of real servers', () => {
  for (const [what, operations] of Object.entries(HALF_DONE)) {
    it(`holds for ${what}`, () => {
      const { rehearsed } = collectedFrom(base, contosoAfter(operations));
      const { system } = explorationOf(rehearsed, '--state states');
      const run = runOf(cachedChecker(system), rehearsed, procedure(3));
      expect(run.violation).to.equal(null);
      expect(run.steps.length).to.be.greaterThan(10);
    });
  }

  it('begins with the findings of the states, and tells how a counterexample is found again', async () => {
    const half = contosoAfter(HALF_DONE['an intermediate certificate among the trusted roots']);
    const { start, system } = inTemporaryFolder((folder) => {
      for (const fqdn of half.servers.keys())
        writeFileSync(join(folder, `${fqdn}.json`), JSON.stringify(exportState(half, fqdn)));
      return explorationAt({ state: [folder] });
    });
    const codes = judgeDeployment(start(system.settings.plain(3))).map(({ code }) => code);
    expect(codes).to.include('intermediate-in-root-store');
    const never = LAWS.map((law) => ({ ...law, ofState: () => ({ detail: 'planted', claim: [] }) })).slice(0, 1);
    const order = { runs: 1, seed: 7, shouldContinue: async () => true };
    const { counterexample } = await explore({ ...order, start, system: { ...system, laws: never } });
    expect(counterexample?.scenario).to.match(/Found with: rehearse explore --seed 7 --path \S+ --state \S+\n/);
    expect(counterexample?.scenario).to.match(/\n {2}Run with: --state \S+\n/);
  });

  it('is refused with an environment alone', async () => {
    const options = { runs: 1, state: [], environment: 'rehearsal.yaml', json: true };
    const error = await exploreCommand(options).catch((one: unknown) => one);
    expect(String(error)).to.contain('--environment is for the servers of --state; give their states, too');
  });
});
