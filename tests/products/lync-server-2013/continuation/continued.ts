import { expect } from 'chai';
import { judgeDeployment, judgePool } from '../../../../src/judge/judge';
import { poolDeployment } from '../../../../src/pool-state/pool-deployment';
import { readServerState } from '../../../../src/pool-state/read-server-state';
import { rehearsedPool } from '../../../../src/pool-state/rehearsed-pool';
import { covers, NEVER_KNOWN } from '../../../../src/pool-state/unknown';
import { poolFindings } from '../../../../src/pool-state/unknowns';
import { type RestOfChange, restOfChange } from '../../../../src/products/lync-server-2013/continuation/rest-of-change';
import { type Deployment, firstPool } from '../../../../src/world/deployment';
import { exportState } from '../../../pool-state/export-state';

/**
 * The rest of a change from the exported states of a deployment. Expects that the states give the findings of the judge on
 * the deployment, and that the rest leads to a pool without errors, or else names what stops it. `base` is built from the
 * environment of the deployment.
 */
export function continued(base: Deployment, deployment: Deployment, what: string): RestOfChange {
  const known = [...deployment.servers.keys()];
  const states = known.map((fqdn) => readServerState(JSON.stringify(exportState(deployment, fqdn)), `${fqdn}.json`));
  const real = poolDeployment(base, states);
  const expected = judgeDeployment(deployment).filter((one) => !covers(NEVER_KNOWN, one));
  expect(poolFindings(real, states).findings, what).to.deep.equal(expected);
  const { deployment: rehearsed } = rehearsedPool(real, known);
  const rest = restOfChange(rehearsed, firstPool(deployment).fqdn, { ahead: 0, mostStates: 2000 });
  expect(rest.found.isBounded, what).to.equal(false);
  const { steps, verdicts, refused } = rest.found;
  if (steps === null) expect([...verdicts.errors, ...refused], `why not ${what}`).not.to.be.empty;
  else expect(errorsIn(steps.at(-1)?.after.deployment ?? rehearsed), what).to.deep.equal([]);
  return rest;
}

function errorsIn(deployment: Deployment): readonly unknown[] {
  return judgePool(deployment, firstPool(deployment)).filter(({ severity }) => severity === 'error');
}
