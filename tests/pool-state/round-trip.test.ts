import { test } from 'node:test';
import { expect } from 'chai';
import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import { plansOf } from '../../src/exploration/random/plan';
import { judgeDeployment } from '../../src/judge/judge';
import { poolDeployment } from '../../src/pool-state/pool-deployment';
import { readServerState } from '../../src/pool-state/read-server-state';
import { covers, NEVER_KNOWN } from '../../src/pool-state/unknown';
import { poolFindings } from '../../src/pool-state/unknowns';
import type { Operation } from '../../src/products/lync-server-2013/exploration/operation';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import type { Deployment } from '../../src/world/deployment';
import { startingIn } from '../exploration/starting';
import { fc } from '../support/properties';
import { exportState } from './export-state';

/** The states of simulated servers, exported and read again, give the findings of the simulation itself. */

const SEED = 20131107;
const RUNS = 70;
const SET_UP: Operation = { kind: 'set-up' };

test('the exported states of any pool give the findings of the pool, at every step', () => {
  const codes = new Set<string>();
  let inOrder = 0;
  for (const [index, { setting, operations }] of fc.sample(plansOf(SYSTEM), { seed: SEED, numRuns: RUNS }).entries()) {
    const start = startingIn(setting);
    const { steps } = runOf(
      cachedChecker(SYSTEM),
      start,
      index % 4 === 0 ? operations : [SET_UP, ...operations.slice(0, 6)],
    );
    for (const deployment of [start, ...steps.map(({ after }) => after.console.deployment)]) {
      const expected = judgeDeployment(deployment).filter((one) => !covers(NEVER_KNOWN, one));
      const { findings, unknown } = checked(start, deployment);
      expect(unknown).to.deep.equal([NEVER_KNOWN]);
      expect(findings).to.deep.equal(expected);
      if (expected.length === 0) inOrder += 1;
      for (const { code } of expected) codes.add(code);
    }
  }
  expect(codes.size, 'kinds of findings').to.be.greaterThan(10);
  expect(inOrder, 'pools in order').to.be.greaterThan(5);
});

/** The findings of `check`, which knows the environment and the states only. */
function checked(start: Deployment, deployment: Deployment) {
  const states = [...deployment.servers.keys()].map((fqdn) =>
    readServerState(JSON.stringify(exportState(deployment, fqdn)), `${fqdn}.json`),
  );
  return poolFindings(poolDeployment(start, states), states);
}
