import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Finding } from '../../src/judge/finding';
import { judgeDeployment } from '../../src/judge/judge';
import { poolDeployment } from '../../src/pool-state/pool-deployment';
import { readServerState } from '../../src/pool-state/read-server-state';
import { covers, NEVER_KNOWN } from '../../src/pool-state/unknown';
import { poolFindings } from '../../src/pool-state/unknowns';
import { machineOf } from '../../src/windows/machine';
import { misplacedRoots } from '../../src/windows/schannel';
import { firstPool } from '../../src/world/deployment';
import { expectTruth, inFolder } from '../judge/expect-truth';
import { continued } from '../products/lync-server-2013/continuation/continued';
import { plansOf, shippedEnvironment } from '../support/composed-plans';
import { FEATURES, FeatureRunner } from '../support/feature-runner';
import { withPrograms } from '../support/programs';
import { ROOT } from '../support/root';
import { exportState } from './export-state';
import { OBSERVED, type ObservedState } from './observed';
import { codesIn, expectedOfTexts, pastedFindings } from './pasted-findings';

/**
 * Every step of every procedure, failure and plan leaves a state. Its export gives the findings of the judge on the
 * original, and a sample of the states agrees with real TLS.
 */

/** Of the states, one in this number is compared with TLS. */
const HANDSHAKES = 60;
/** Of the states of the plans, one in this number is continued; with `ALL_PREFIXES=1`, each of them. */
const CONTINUED = 12;

describe('Every prefix of the procedures, their failures and the plans', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plans-'));
  let states: readonly ObservedState[] = [];

  before(async () => {
    const runner = await FeatureRunner.create([resolve(ROOT, 'dist/tests/pool-state/observe-steps.js')]);
    const plans = plansOf(shippedEnvironment('contoso.yaml')).map(({ text }, index) => {
      const file = join(folder, `plan-${index}.feature`);
      writeFileSync(file, text);
      return file;
    });
    await runner.messages([FEATURES, ...plans]);
    const seen = new Set<object>();
    states = OBSERVED.filter(({ deployment }) => {
      const { machines, servers, determinism } = deployment;
      const isNew = ![machines, servers].every((one) => seen.has(one)) || !seen.has(determinism);
      for (const one of [machines, servers, determinism]) seen.add(one);
      return isNew;
    });
  });

  after(() => rmSync(folder, { recursive: true }));

  it('gives the findings of the judge after the export', () => {
    const codes = new Set<string>();
    for (const { scenario, start, deployment } of states) {
      const expected = judgeDeployment(deployment).filter((one) => !covers(NEVER_KNOWN, one));
      expect(exportedFindings(start, deployment), scenario).to.deep.equal(expected);
      for (const { code } of expected) codes.add(code);
    }
    expect(new Set(OBSERVED.map(({ scenario }) => scenario)).size, 'scenarios').to.be.greaterThan(300);
    expect(codes.size, 'kinds of findings').to.be.greaterThan(30);
  });

  it('gives what the texts can say after they are pasted', () => {
    const codes = new Set<string>();
    for (const [index, state] of states.entries()) {
      const verbose = index % 2 === 0;
      const language = index % 4 < 2 ? 'zh-TW' : 'en';
      const pasted = pastedFindings(state, { language, verbose });
      expect(codesIn(pasted.findings, verbose), `${state.scenario} ${verbose}`).to.deep.equal(
        expectedOfTexts(state, pasted, verbose),
      );
      for (const { code } of pasted.findings) codes.add(code);
    }
    expect(codes.size, 'kinds of findings').to.be.greaterThan(15);
  });

  it('can be continued from a step of a plan', () => {
    const ofPlans = states.filter(({ scenario }) => /plan-\d+\.feature/.test(scenario));
    const sample = ofPlans.filter((_, index) => process.env.ALL_PREFIXES === '1' || index % CONTINUED === 0);
    for (const { scenario, start, deployment } of sample)
      expect(continued(start, deployment, scenario).found.steps, scenario).not.to.equal(null);
    expect(sample.length, 'states').to.be.greaterThan(5);
  });

  it('agrees with real TLS', async (t) => {
    let isThere = false;
    withPrograms(t, ['openssl'], () => {
      isThere = true;
    });
    if (!isThere) return;
    // OpenSSL does not read the switches in the registry of Windows
    const sample = states
      .filter(({ deployment }) => [...deployment.machines.values()].every(({ registry }) => registry.size === 0))
      .filter((_, index) => index % HANDSHAKES === 0);
    expect(sample.length).to.be.greaterThan(8);
    for (const { start, deployment } of sample) {
      const { servers } = firstPool(deployment);
      const policy = servers.some((fqdn) => misplacedRoots(machineOf(deployment, fqdn)).length > 0);
      const breaking: (readonly string[])[] = [];
      await inFolder(async (files) => {
        breaking.push(...(await expectTruth(files, { deployment, policy })));
      });
      const found = exportedFindings(start, deployment);
      for (const [index, fqdn] of servers.entries()) {
        const codes = found.filter(({ server }) => server === fqdn).map(({ code }) => code);
        expect(codes).to.include.members((breaking[index] ?? []).filter((code) => !NEVER_KNOWN.codes.includes(code)));
      }
    }
  });
});

function exportedFindings(start: ObservedState['start'], deployment: ObservedState['deployment']): readonly Finding[] {
  const states = [...deployment.servers.keys()].map((fqdn) =>
    readServerState(JSON.stringify(exportState(deployment, fqdn)), `${fqdn}.json`),
  );
  return poolFindings(poolDeployment(start, states), states).findings;
}
