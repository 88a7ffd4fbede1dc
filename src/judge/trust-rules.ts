import { lyncServerOf } from '../products/lync-server-2013/topology';
import { clockOf, machineOf } from '../windows/machine';
import { credentialHresult, peerHresult, peerPath, presentedPath } from '../windows/schannel';
import { presentedEntry } from '../world/topology';
import { commonName } from '../x509/names/distinguished-name';
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

/** Both have to accept the other (mutual TLS); who is in order by himself may still be no one to the peer. */
function peerFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry, use } = subject;
  if (use !== 'Internal') return [];
  const { internalServer, frontEndPool } = deployment.environment;
  const { fqdn } = internalServer;
  const front = machineOf(deployment, fqdn);
  const { code } = peerPath(deployment, front, presentedPath(machine, entry.certificate));
  const shown = presentedEntry(deployment, lyncServerOf(deployment, fqdn), 'Default');
  const presented = shown ? presentedPath(front, shown.certificate) : [];
  const fault = credentialHresult(front, shown) ?? peerHresult(deployment, machine, presented, [fqdn, frontEndPool]);
  return [
    ...(code ? [foundOn(subject, 'peer-not-trusted', `${fqdn} does not accept ${called(subject)}: ${code}`)] : []),
    ...(fault ? [foundOn(subject, 'peer-not-trusted', `this server does not accept that of ${fqdn}: ${fault}`)] : []),
  ];
}

function dates({ deployment, machine, entry }: Subject): string {
  const [from, to, now] = [entry.certificate.notBefore, entry.certificate.notAfter, clockOf(deployment, machine)].map(
    (instant) => new Date(instant).toISOString(),
  );
  return `valid from ${from} to ${to}; the clock of the server says ${now}`;
}
