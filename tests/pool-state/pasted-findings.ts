import type { Finding } from '../../src/judge/finding';
import { judgeDeployment } from '../../src/judge/judge';
import { combineExports } from '../../src/pool-state/combine-exports';
import { readExport } from '../../src/pool-state/exports/read-export';
import { poolDeployment } from '../../src/pool-state/pool-deployment';
import { covers } from '../../src/pool-state/unknown';
import { type PoolFindings, poolFindings } from '../../src/pool-state/unknowns';
import { machineOf } from '../../src/windows/machine';
import type { Deployment } from '../../src/world/deployment';
import { assignmentText, certutilText, type Printing } from './certutil-text';

/** A deployment whose texts are pasted, and the one that its environment gives. */
export interface Pasted {
  readonly deployment: Deployment;
  readonly start: Deployment;
}

/** What the texts of certutil and Get-CsCertificate never say. */
const NOT_IN_TEXTS = [
  ...['revoked', 'revocation-unreachable', 'root-list-unreachable', 'not-trusted-on-internet'],
  ...['clock-skew', 'restart-needed', 'pfx-left-behind', 'key-not-readable', 'no-common-tls-version'],
];
/** What a listing without -v does not say either. */
const NOT_WITHOUT_V = [
  ...['duplicate-friendly-name', 'subject-mismatch', 'wildcard-name', 'weak-key', 'unsupported-key', 'weak-signature'],
  ...['unsupported-signature', 'signature-needs-update', 'wrong-usage', 'no-revocation-address', 'wrong-store'],
  ...['certification-path-invalid', 'peer-not-trusted', 'certificate-differs', 'chain-incomplete'],
];

/** The findings that texts can say, each by its code, place and cause. */
export function codesIn(findings: readonly Finding[], verbose: boolean): readonly string[] {
  const silent = verbose ? NOT_IN_TEXTS : [...NOT_IN_TEXTS, ...NOT_WITHOUT_V];
  return findings.filter(({ code }) => !silent.includes(code)).map(keyOf);
}

/** The findings of the judge that the texts can say: not about dates in an unknown order or in an unknown time zone. */
export function expectedOfTexts(pasted: Pasted, { unknown }: PoolFindings, verbose: boolean): readonly string[] {
  const dates = unknown
    .filter(({ reason }) => ['unknown.dates', 'unknown.near-dates'].includes(reason.code))
    .map((one) => ({ ...one, isOpen: false }));
  const findings = judgeDeployment(asTextsSay(pasted)).filter((one) => !dates.some((other) => covers(other, one)));
  return codesIn(verbose ? findings : findings.map(asListed), verbose);
}

/** Without -v, certutil says of a key in the profile of a user only that it is missing. */
function asListed(finding: Finding): Finding {
  return finding.code === 'key-in-user-profile' ? { ...finding, code: 'private-key-deleted' } : finding;
}

/** No text says what the services present, so the assigned certificate counts; and none says the registry or the clock. */
function asTextsSay({ deployment, start }: Pasted): Deployment {
  return [...deployment.servers].reduce((next, [fqdn, server]) => {
    const { registry, distributedRoots, clockOffset } = machineOf(start, fqdn);
    const machine = { ...machineOf(deployment, fqdn), registry, distributedRoots, clockOffset };
    return {
      ...next,
      servers: next.servers.with(fqdn, { ...server, running: null }),
      machines: next.machines.with(fqdn, machine),
    };
  }, deployment);
}

function keyOf({ code, server, pool, cause }: Finding): string {
  return [code, server ?? pool, cause ?? ''].join(' ');
}

/** The result of `check` for the texts. */
export function pastedFindings({ deployment, start }: Pasted, printing: Printing): PoolFindings {
  const exports = [...deployment.servers.keys()].flatMap((fqdn) => {
    const text = `${certutilText(deployment, fqdn, printing)}\r\n${assignmentText(deployment, fqdn)}`;
    return readExport({ name: `${fqdn}.txt`, bytes: Buffer.from(text) }).map((one) => ({
      ...one,
      given: null,
      places: [fqdn],
    }));
  });
  const { states } = combineExports(exports, [...deployment.servers.keys()]);
  return poolFindings(poolDeployment(start, states, deployment.determinism.now), states);
}
