import { mayRead } from '../windows/keys/key-access';
import { contentKind } from '../x509/content-kind';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { called, foundOn, type JudgedServer, observedOn, type Subject } from './subject';

/** Private keys: present, matching, readable by the services and supported by the product; and files that contain them. */

/** The findings of the first rule about the private key of a certificate that finds something. */
export function keyFindings(subject: Subject): readonly Finding[] {
  const { machine, entry } = subject;
  const named = called(subject);
  if (entry.keyContainer === null) {
    return [foundOn(subject, 'private-key-missing', findingFact('finding.private-key-missing', named))];
  }
  const key = machine.keys.find((k) => k.location === 'LocalMachine' && k.container === entry.keyContainer);
  const kept = { ...named, container: entry.keyContainer };
  if (!key) return [keyNotOfComputer(subject)];
  if (key.keyPair.publicKeyId !== entry.certificate.publicKeyId) {
    return [foundOn(subject, 'key-mismatch', findingFact('finding.key-mismatch', kept))];
  }
  if (isUsed(subject) && !mayRead(key, subject.deployment.product.serviceAccount)) {
    return [foundOn(subject, 'key-not-readable', findingFact('finding.key-not-readable', kept))];
  }
  return keyRulesOfProduct(subject);
}

/** The container of the link is in the profile of a user, or nowhere. */
function keyNotOfComputer(subject: Subject): Finding {
  const { machine, entry } = subject;
  const kept = { ...called(subject), container: entry.keyContainer ?? '' };
  return machine.keys.some(({ container }) => container === entry.keyContainer)
    ? foundOn(subject, 'key-in-user-profile', findingFact('finding.key-in-user-profile', kept))
    : foundOn(subject, 'private-key-deleted', findingFact('finding.private-key-deleted', kept));
}

/** Whether the services use the certificate, or will use it after their next start. Assigning it lets them read its key. */
function isUsed({ server, entry: { certificate } }: Subject): boolean {
  return [server.running ?? {}, server.assigned].some((uses) => Object.values(uses).includes(certificate.thumbprint));
}

function keyRulesOfProduct(subject: Subject): readonly Finding[] {
  const observations = subject.deployment.product.findings.keyRules.map((rule) => rule(subject));
  return observedOn(subject, observations.find((one) => one.length > 0) ?? []);
}

/** Files with private keys on the server's disk, and on a removable medium that is plugged into it. */
export function leftoverFindings(server: JudgedServer): readonly Finding[] {
  const plugged = server.deployment.media.filter((medium) => medium.pluggedInto === server.server.fqdn);
  const disks = [server.machine.disk, ...plugged.map((medium) => medium.disk)];
  return disks
    .flatMap((disk) => [...disk.files.values()])
    .filter((file) => contentKind(file.bytes) === 'pkcs12')
    .map((file) => foundOn(server, 'pfx-left-behind', findingFact('finding.pfx-left-behind', { path: file.path })));
}
