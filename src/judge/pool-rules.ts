import { type Fact, labelled } from '../fact';
import { linkedKey } from '../windows/machine';
import type { Deployment } from '../world/deployment';
import type { CertificateUse } from '../world/product';
import { presentedEntry } from '../world/topology';
import { sameName } from '../x509/names/distinguished-name';
import { type Finding, finding } from './finding';
import { findingFact } from './finding-texts';
import { foundOn, type JudgedServer, type Subject, subjectOf } from './subject';

/** What the servers of a pool need, each of them and together. */

/** The findings about a server without an assigned certificate in use. */
export function assignmentFindings(server: JudgedServer, use: CertificateUse<Deployment>): readonly Finding[] {
  const { assigned, running } = server.server;
  const subject = subjectOf(server, use);
  const thumbprint = assigned[use.name];
  const title = labelled(use.title);
  if (!thumbprint) {
    if (!subject && use.required)
      return [none(server, findingFact('finding.no-internal-certificate', { pool: server.pool.fqdn }))];
    const detail = subject
      ? findingFact('finding.not-assigned', { use: title, thumbprint: subject.entry.certificate.thumbprint })
      : findingFact('finding.no-certificate-assigned', { use: title });
    return [foundOn(server, 'not-assigned', detail)];
  }
  if (!server.machine.stores.LocalMachine.My.some((entry) => entry.certificate.thumbprint === thumbprint)) {
    const gone = findingFact('finding.assigned-certificate-missing', { use: title, thumbprint });
    return [use.required ? none(server, gone) : foundOn(server, 'not-assigned', gone)];
  }
  if (running === null || running[use.name] === thumbprint) return [];
  // peers see the previous certificate as long as it exists, and none without it
  const severity = presentedEntry(server.deployment, server.server, use.name) ? 'warning' : 'error';
  const inUse = running[use.name];
  const detail = inUse
    ? findingFact('finding.restart-needed', { use: title, inUse, assigned: thumbprint })
    : findingFact('finding.service-without-certificate', { use: title, assigned: thumbprint });
  return [foundOn(server, 'restart-needed', detail, severity)];
}

function none(server: JudgedServer, detail: Fact): Finding {
  return foundOn(server, 'no-internal-certificate', detail);
}

/** The findings about the certificates of one use on several servers. */
export function sharedFindings(servers: readonly JudgedServer[], use: CertificateUse<Deployment>): readonly Finding[] {
  const subjects = servers.flatMap((server) => subjectOf(server, use) ?? []);
  if (servers.length < 2) return [];
  // the servers of a pool may have different certificates for clients on the Internet
  const differences = use.facesInternet ? [] : differenceFindings(subjects, use);
  return [...differences, ...exportFindings(servers, subjects, use)];
}

/**
 * One certificate for all servers is the documented practice; different ones are an error only where the use requires
 * the same key and issuer on every server.
 */
function differenceFindings(subjects: readonly Subject[], use: CertificateUse<Deployment>): readonly Finding[] {
  const [first, ...others] = subjects;
  if (!first) return [];
  const own = first.entry.certificate;
  const other = others.map(({ entry }) => entry.certificate);
  if (other.every(({ thumbprint }) => thumbprint === own.thumbprint)) return [];
  const shared = other.every((one) => one.publicKeyId === own.publicKeyId && sameName(one.issuer, own.issuer));
  const severity = use.sharedKey && !shared ? 'error' : 'warning';
  const certificates = subjects.map(({ server, entry }) =>
    findingFact('value.server-certificate', { server: server.fqdn, thumbprint: entry.certificate.thumbprint }),
  );
  const detail = findingFact('finding.certificate-differs', { use: labelled(use.title), certificates });
  return [
    finding(first.deployment, 'certificate-differs', {
      pool: first.pool.fqdn,
      detail,
      severity,
    }),
  ];
}

/** At least one server must be able to export the key: an error as long as another server lacks the key. */
function exportFindings(
  servers: readonly JudgedServer[],
  subjects: readonly Subject[],
  use: CertificateUse<Deployment>,
): readonly Finding[] {
  const keys = subjects.flatMap(({ machine, entry }) => linkedKey(machine, 'LocalMachine', entry) ?? []);
  const [first] = servers;
  if (!first || keys.length === 0 || keys.some((key) => key.exportable)) return [];
  const severity = keys.length < servers.length ? 'error' : 'warning';
  const detail = findingFact('finding.key-not-exportable', {
    use: labelled(use.title),
    holders: keys.length,
    servers: servers.length,
  });
  return [finding(first.deployment, 'key-not-exportable', { pool: first.pool.fqdn, detail, severity })];
}
