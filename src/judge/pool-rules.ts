import { type CertificateUse, USE_TITLES } from '../products/lync-server-2013/certificate-use';
import { linkedKey } from '../windows/machine';
import { presentedEntry } from '../world/topology';
import { sameName } from '../x509/names/distinguished-name';
import { type Finding, finding } from './finding';
import { foundOn, type Server, type Subject, subjectOf } from './subject';

/** What the servers of a pool have to have, each and together. */

/** Whether a server has a certificate for the use, assigned and in use. */
export function assignmentFindings(server: Server, use: CertificateUse): readonly Finding[] {
  const { assigned, running } = server.server;
  const subject = subjectOf(server, use);
  const thumbprint = assigned[use];
  if (!thumbprint) {
    if (!subject && use === 'Internal') return [none(server, `no certificate for ${server.pool.fqdn} is in Personal`)];
    return [foundOn(server, 'not-assigned', `${USE_TITLES[use]}: ${subject?.entry.certificate.thumbprint ?? 'none'}`)];
  }
  if (!server.machine.stores.LocalMachine.My.some((entry) => entry.certificate.thumbprint === thumbprint)) {
    const gone = `${USE_TITLES[use]}: the assigned certificate ${thumbprint} is not in Personal any more`;
    return [use === 'Internal' ? none(server, gone) : foundOn(server, 'not-assigned', gone)];
  }
  if (running === null || running[use] === thumbprint) return [];
  // as long as the certificate of before is there, peers are shown that one; without it they are shown none
  const severity = presentedEntry(server.deployment, server.server, use) ? 'warning' : 'error';
  const detail = `${USE_TITLES[use]}: in use ${running[use] ?? 'none'}, assigned ${thumbprint}`;
  return [foundOn(server, 'restart-needed', detail, severity)];
}

function none(server: Server, detail: string): Finding {
  return foundOn(server, 'no-internal-certificate', detail);
}

/** What the certificates of one use have to have in common. */
export function sharedFindings(servers: readonly Server[], use: CertificateUse): readonly Finding[] {
  const subjects = servers.flatMap((server) => subjectOf(server, use) ?? []);
  if (servers.length < 2) return [];
  return [...differenceFindings(subjects, use), ...exportFindings(servers, subjects, use)];
}

/**
 * Internal: one certificate is the documented practice, no more. A/V authentication: key and issuer have to be the same
 * on every server, or the media relay fails (Certificate requirements for external user access).
 */
function differenceFindings(subjects: readonly Subject[], use: CertificateUse): readonly Finding[] {
  const [first, ...others] = subjects;
  if (!first) return [];
  const own = first.entry.certificate;
  const other = others.map(({ entry }) => entry.certificate);
  if (other.every(({ thumbprint }) => thumbprint === own.thumbprint)) return [];
  const shared = other.every((one) => one.publicKeyId === own.publicKeyId && sameName(one.issuer, own.issuer));
  const severity = use === 'AudioVideoAuthentication' && !shared ? 'error' : 'warning';
  const list = subjects.map(({ server, entry }) => `${server.fqdn} ${entry.certificate.thumbprint}`).join(', ');
  return [finding('certificate-differs', { pool: first.pool.fqdn, detail: `${USE_TITLES[use]}: ${list}`, severity })];
}

/** Some server has to be able to export the key: an error as long as another one lacks it. */
function exportFindings(
  servers: readonly Server[],
  subjects: readonly Subject[],
  use: CertificateUse,
): readonly Finding[] {
  const keys = subjects.flatMap(({ machine, entry }) => linkedKey(machine, 'LocalMachine', entry) ?? []);
  const [first] = servers;
  if (!first || keys.length === 0 || keys.some((key) => key.exportable)) return [];
  const severity = keys.length < servers.length ? 'error' : 'warning';
  const detail = `${USE_TITLES[use]}: ${keys.length} of ${servers.length} servers hold the key, none exportable`;
  return [finding('key-not-exportable', { pool: first.pool.fqdn, detail, severity })];
}
