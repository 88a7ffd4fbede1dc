import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Source } from '../../src/determinism';
import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import { plansOf } from '../../src/exploration/random/plan';
import { judgeDeployment } from '../../src/judge/judge';
import { committedSource } from '../../src/package/rehearsal-keys';
import { covers, NEVER_KNOWN } from '../../src/pool-state/unknown';
import { startingFrom } from '../../src/products/lync-server-2013/exploration/settings/starting-point';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { type Deployment, issuingAuthority } from '../../src/world/deployment';
import { environmentOf } from '../../steps/support/starting-point';
import { fc } from '../support/properties';
import { collectedFrom, foreignSource } from './collected-pools';

/** A collected pool, with keys of the simulation instead of the keys that no state contains. */

const RUNS = 12;

describe('A rehearsed pool', () => {
  it('has the findings of the real one, if the simulation knows its authorities', () => {
    expect(comparedWith(committedSource()).size, 'kinds of findings').to.be.greaterThan(4);
  });

  it('has the findings of the real one, if its authorities have keys of their own', () => {
    expect(comparedWith(foreignSource()).size, 'kinds of findings').to.be.greaterThan(4);
  });
});

/** The codes of the findings that both have. `source` gives the keys of the real site. */
function comparedWith(source: Source): ReadonlySet<string> {
  const simulated = startingFrom(environmentOf({}), committedSource());
  const site = startingFrom(environmentOf({}), source);
  const codes = new Set<string>();
  for (const { setting, operations } of fc.sample(plansOf(SYSTEM), { seed: 7, numRuns: RUNS })) {
    const base = simulated(setting);
    const checker = cachedChecker(SYSTEM);
    const { steps } = runOf(checker, site(setting), [{ kind: 'set-up' }, ...operations.slice(0, 6)]);
    for (const deployment of [site(setting), ...steps.map(({ after }) => after.console.deployment)]) {
      const { real, rehearsed } = collectedFrom(base, deployment);
      expect(said(rehearsed)).to.deep.equal(said(real));
      const own = issuingAuthority(rehearsed).generations.at(-1)?.certificate;
      expect(own?.subject).to.deep.equal(issuingAuthority(deployment).generations.at(-1)?.certificate.subject);
      for (const { code } of judgeDeployment(real)) codes.add(code);
    }
  }
  return codes;
}

/** What is found about each server, without thumbprints, and without what no state says. */
function said(deployment: Deployment): readonly string[] {
  return judgeDeployment(deployment)
    .filter((one) => !covers(NEVER_KNOWN, one))
    .map(({ code, server, severity, cause }) => `${severity} ${code} ${server ?? ''} ${cause ?? ''}`);
}
