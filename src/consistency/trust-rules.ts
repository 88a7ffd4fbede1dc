import { presentedEntry } from '../edge/services';
import { lyncServerOf } from '../edge/topology';
import { clockOf, machineOf } from '../windows/machine';
import { peerPath, presentedPath } from '../windows/schannel';
import { commonName } from '../x509/distinguished-name';
import type { Finding } from './finding';
import { called, foundOn, type Subject } from './subject';

/** Trust: the certification path on the server itself, and between the Front End Server and the Edge Server. */

/** The findings about the certification path of a certificate. */
export function trustFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry } = subject;
  const { code, certificates } = peerPath(deployment, machine, [entry.certificate]);
  const issuer = commonName(certificates.at(-1)?.issuer ?? []) ?? '';
  switch (code) {
    case null:
      return peerFindings(subject);
    case 'chain-incomplete':
      return [
        foundOn(subject, code, `${called(subject)}: the certificate of ${issuer} is not in the computer’s stores`),
      ];
    case 'root-not-trusted':
      return [foundOn(subject, code, `${called(subject)}: ${issuer} is not among the trusted roots of the computer`)];
    case 'expired':
    case 'not-yet-valid':
      return [foundOn(subject, code, `${called(subject)}: ${dates(subject)}`)];
    default:
      return [foundOn(subject, 'certification-path-invalid', `${called(subject)}: ${code}`)];
  }
}

/** Both have to accept the other's path (mutual TLS); whose own path is in order may still be a stranger to the peer. */
function peerFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry, use } = subject;
  if (use !== 'Internal') return [];
  const { fqdn } = deployment.environment.internalServer;
  const front = machineOf(deployment, fqdn);
  const shown = presentedEntry(deployment, lyncServerOf(deployment, fqdn), 'Default');
  const there = peerPath(deployment, front, presentedPath(machine, entry.certificate));
  const here = shown && peerPath(deployment, machine, presentedPath(front, shown.certificate));
  const strange = [there.code, here?.code].some((code) => code === 'root-not-trusted' || code === 'chain-incomplete');
  if (!strange) return [];
  const issuers = [entry.certificate, shown?.certificate].map((one) => commonName(one?.issuer ?? []) ?? 'nobody');
  return [
    foundOn(subject, 'peer-not-trusted', `this server’s was issued by ${issuers[0]}, that of ${fqdn} by ${issuers[1]}`),
  ];
}

function dates({ deployment, machine, entry }: Subject): string {
  const [from, to, now] = [entry.certificate.notBefore, entry.certificate.notAfter, clockOf(deployment, machine)].map(
    (instant) => new Date(instant).toISOString(),
  );
  return `valid from ${from} to ${to}; the clock of the server says ${now}`;
}
