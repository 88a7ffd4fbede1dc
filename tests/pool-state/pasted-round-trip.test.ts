import { describe, it } from 'node:test';
import { expect } from 'chai';
import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import { plansOf } from '../../src/exploration/random/plan';
import type { Finding } from '../../src/judge/finding';
import { judgeDeployment } from '../../src/judge/judge';
import { combineExports } from '../../src/pool-state/combine-exports';
import { readExport } from '../../src/pool-state/exports/read-export';
import { poolDeployment } from '../../src/pool-state/pool-deployment';
import { poolFindings } from '../../src/pool-state/unknowns';
import type { Operation } from '../../src/products/lync-server-2013/exploration/operation';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import type { Deployment } from '../../src/world/deployment';
import { startingIn } from '../exploration/starting';
import { fc } from '../support/properties';
import { assignmentText, certutilText, type Printing } from './certutil-text';

/** The texts about simulated servers, as an administrator pastes them, give the findings that texts can say. */

const SEED = 20131108;
const RUNS = 40;
const SET_UP: Operation = { kind: 'set-up' };

/** What the texts of certutil and Get-CsCertificate never say. */
const NOT_IN_TEXTS = [
  ...['revoked', 'revocation-unreachable', 'root-list-unreachable', 'not-trusted-on-internet'],
  ...['clock-skew', 'restart-needed', 'pfx-left-behind', 'key-not-readable', 'no-common-tls-version'],
];
/** What a listing without -v does not say either. */
const NOT_WITHOUT_V = [
  ...['duplicate-friendly-name', 'subject-mismatch', 'wildcard-name', 'weak-key', 'unsupported-key', 'weak-signature'],
  ...['unsupported-signature', 'signature-needs-update', 'wrong-usage', 'no-revocation-address', 'wrong-store'],
  ...[
    'certification-path-invalid',
    'peer-not-trusted',
    'key-in-user-profile',
    'certificate-differs',
    'chain-incomplete',
  ],
];

describe('The pasted texts about any pool', () => {
  for (const verbose of [true, false]) {
    it(`give the findings that they can say, ${verbose ? 'with' : 'without'} -v`, () => {
      const codes = new Set<string>();
      for (const [index, deployment] of [...deployments()].entries()) {
        const { findings } = checked(deployment, { language: index % 2 === 0 ? 'en' : 'zh-TW', verbose });
        const silent = verbose ? NOT_IN_TEXTS : [...NOT_IN_TEXTS, ...NOT_WITHOUT_V];
        const said = ({ code }: Finding) => !silent.includes(code);
        const expected = judgeDeployment(justStarted(deployment)).filter(said);
        expect(findings.filter(said).map(keyOf)).to.deep.equal(expected.map(keyOf));
        for (const { code } of findings) codes.add(code);
      }
      expect(codes.size, 'kinds of findings').to.be.greaterThan(7);
    });
  }
});

/** No text says what the services present, so the assigned certificate counts. */
function justStarted(deployment: Deployment): Deployment {
  const servers = [...deployment.servers].map(([fqdn, server]) => [fqdn, { ...server, running: null }] as const);
  return servers.reduce((next, [fqdn, server]) => ({ ...next, servers: next.servers.with(fqdn, server) }), deployment);
}

function keyOf({ code, server, pool, cause }: Finding): string {
  return [code, server ?? pool, cause ?? ''].join(' ');
}

function* deployments(): Generator<Deployment> {
  for (const [index, { setting, operations }] of fc.sample(plansOf(SYSTEM), { seed: SEED, numRuns: RUNS }).entries()) {
    const start = startingIn(setting);
    const chosen = index % 4 === 0 ? operations : [SET_UP, ...operations.slice(0, 6)];
    yield start;
    for (const { after } of runOf(cachedChecker(SYSTEM), start, chosen).steps) yield after.console.deployment;
  }
}

/** The findings of `check` for the texts. */
function checked(deployment: Deployment, printing: Printing) {
  const exports = [...deployment.servers.keys()].flatMap((fqdn) => {
    const text = `${certutilText(deployment, fqdn, printing)}\r\n${assignmentText(deployment, fqdn)}`;
    return readExport({ name: `${fqdn}.txt`, bytes: Buffer.from(text) }).map((one) => ({
      ...one,
      given: null,
      places: [fqdn],
    }));
  });
  const { states } = combineExports(exports, [...deployment.servers.keys()]);
  return poolFindings(poolDeployment(deployment, states, deployment.determinism.now), states);
}
