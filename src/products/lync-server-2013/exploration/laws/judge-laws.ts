import { NO_ERROR, verdict } from '../../../../exploration/law';
import { type Finding, useTitleIn } from '../../../../judge/finding';
import { clockOf, machineOf } from '../../../../windows/machine';
import { type Deployment, issuingAuthority } from '../../../../world/deployment';
import { presentedEntry } from '../../../../world/topology';
import type { Certificate } from '../../../../x509/certificate';
import { USE_TITLES } from '../../certificate-use';
import { detailOf } from '../../judge/detail';
import type { FindingCode } from '../../judge/finding-codes';
import { replicationStatus } from '../../replication-status';
import { lyncServerOf } from '../../topology';
import type { PoolLaw, PoolState } from '../domain';
import { serverPhrase } from '../server-phrase';

/** Compares the findings of the judge with the state of the servers. */

/** The errors that break replication to a server: one of the two servers does not accept the other. */
const BREAKING: ReadonlySet<string> = new Set<FindingCode>([
  'no-internal-certificate',
  'not-assigned',
  'restart-needed',
  'private-key-missing',
  'private-key-deleted',
  'key-in-user-profile',
  'key-mismatch',
  'key-not-readable',
  'chain-incomplete',
  'root-not-trusted',
  'certification-path-invalid',
  'intermediate-in-root-store',
  'expired',
  'not-yet-valid',
  'subject-mismatch',
  'wrong-usage',
  'weak-signature',
  'unsupported-signature',
  'peer-not-trusted',
  'revoked',
  'revocation-unreachable',
  'no-common-tls-version',
]);

export const JUDGE_LAWS: readonly PoolLaw[] = [
  {
    name: 'a pool has no errors after its set-up and harmless operations',
    ofState({ soundness, findings }) {
      if (soundness !== 'sound') return 'not tried';
      return verdict(true, errorsIn(findings).map(shown));
    },
  },
  {
    name: 'replication succeeds if and only if the judge finds nothing that breaks it',
    ofState(state) {
      const { deployment } = state.console;
      const wrong = state.pool.servers.flatMap((fqdn) => {
        const breaking = errorsOn(state, fqdn).filter((one) => BREAKING.has(one.code) && isOfInternal(one));
        const broken = breaking.filter((one) => !isForTheNextStart(deployment, fqdn, one));
        if (areDueToItsClock(deployment, fqdn, broken)) return [];
        const replication = replicationStatus({ deployment }, fqdn);
        if (replication.upToDate === (broken.length === 0)) return [];
        const said = broken.map(({ code }) => code).join(', ') || 'nothing';
        return [{ fqdn, detail: `${fqdn}: the judge finds ${said}; ${eventOf(replication)}` }];
      });
      const claimed = wrong.slice(0, 1).map(({ fqdn }) => {
        const sound = errorsOn(state, fqdn).length === 0;
        return `Then replication to ${serverPhrase(state.console.deployment, fqdn)} ${sound ? 'is up to date' : 'fails with event 1015'}`;
      });
      return verdict(
        state.pool.servers.some((fqdn) => replicationStatus({ deployment }, fqdn).upToDate),
        wrong.map(({ detail }) => detail),
        [...NO_ERROR, ...claimed],
      );
    },
  },
  ...(['expired', 'not valid yet', 'revoked'] as const).map(
    (fault): PoolLaw => ({
      name: `a certificate in use that is ${fault} is an error`,
      ofState(state) {
        const bad = state.pool.servers.filter((fqdn) => problemInUse(state.console.deployment, fqdn) === fault);
        const passed = bad.filter((fqdn) => errorsOn(state, fqdn).length === 0);
        return verdict(
          bad.length > 0,
          passed.map((fqdn) => `the certificate in use on ${fqdn} is ${fault}, and the judge finds no error`),
        );
      },
    }),
  ),
];

/** Replication uses the internal interface only. */
function isOfInternal(finding: Finding): boolean {
  const title = useTitleIn(finding);
  return title === undefined || title === USE_TITLES.Internal;
}

/** The assigned certificate is gone, and until the services restart they present the previous one. */
function isForTheNextStart(deployment: Deployment, fqdn: string, { code }: Finding): boolean {
  const presented = presentedEntry(deployment, lyncServerOf(deployment, fqdn), 'Internal');
  return code === 'no-internal-certificate' && presented !== undefined;
}

const DATES: ReadonlySet<string> = new Set<FindingCode>(['expired', 'not-yet-valid']);

/** A server with a wrong clock may reject its own certificate, which others accept; the law claims nothing about it. */
function areDueToItsClock(deployment: Deployment, fqdn: string, errors: readonly Finding[]): boolean {
  const { clockOffset } = machineOf(deployment, fqdn);
  return clockOffset !== 0 && errors.length > 0 && errors.every(({ code }) => DATES.has(code));
}

/** Why peers that check dates and revocation reject the certificate in use; null: they accept it. */
function problemInUse(deployment: Deployment, fqdn: string): 'expired' | 'not valid yet' | 'revoked' | null {
  const certificate = presentedEntry(deployment, lyncServerOf(deployment, fqdn), 'Internal')?.certificate;
  if (!certificate) return null;
  const now = clockOf(deployment, machineOf(deployment, fqdn));
  if (now > certificate.notAfter) return 'expired';
  if (now < certificate.notBefore) return 'not valid yet';
  return isRevoked(deployment, certificate) ? 'revoked' : null;
}

function isRevoked(deployment: Deployment, { thumbprint }: Certificate): boolean {
  return issuingAuthority(deployment).requests.some(
    ({ disposition }) => disposition.kind === 'revoked' && disposition.certificate.thumbprint === thumbprint,
  );
}

function errorsOn({ findings }: PoolState, fqdn: string): readonly Finding[] {
  return errorsIn(findings).filter(({ server }) => server === fqdn);
}

function errorsIn(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function shown(finding: Finding): string {
  const { code, server } = finding;
  return `${code} on ${server ?? 'the servers together'}: ${detailOf(finding)}`;
}

function eventOf(replication: ReturnType<typeof replicationStatus>): string {
  if (replication.upToDate) return 'replication is up to date';
  return `replication fails with event ${replication.event.id}: ${replication.event.message}`;
}
