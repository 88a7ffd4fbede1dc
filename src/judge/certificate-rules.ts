import { type Machine, machineOf } from '../windows/machine';
import { revocationStatus } from '../world/revocation';
import type { Certificate } from '../x509/certificate';
import { commonName } from '../x509/names/distinguished-name';
import { matchesHost } from '../x509/paths/host-name';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { called, foundOn, observedOn, peersOf, type Subject } from './subject';

/** The contents of a certificate: names, usage, strength, revocation. */

/** The findings about a certificate itself, on whichever server it is. */
export function certificateFindings(subject: Subject): readonly Finding[] {
  return [
    ...(subject.use.required ? [...nameFindings(subject), ...usageFindings(subject)] : []),
    ...strengthFindings(subject),
    ...observedOn(
      subject,
      subject.deployment.product.findings.certificateRules.flatMap((rule) => rule(subject)),
    ),
    ...revocationFindings(subject),
  ];
}

function nameFindings(subject: Subject): readonly Finding[] {
  const { certificate } = subject.entry;
  const { fqdn } = subject.pool;
  const names = namesThatCount(certificate);
  const named = called(subject);
  const shown = names.some((name) => name !== '') ? names : findingFact('value.no-name');
  if (!matchesHost(certificate, fqdn)) {
    return [
      foundOn(
        subject,
        'subject-mismatch',
        findingFact('finding.subject-mismatch', { ...named, names: shown, pool: fqdn }),
      ),
    ];
  }
  const exact = names.some((name) => name.toLowerCase() === fqdn.toLowerCase());
  return exact
    ? []
    : [foundOn(subject, 'wildcard-name', findingFact('finding.wildcard-name', { ...named, names: shown }))];
}

/** With any alternative name, the common name does not count (RFC 6125 §6.4.4). */
function namesThatCount({ subject, subjectAlternativeNames }: Certificate): readonly string[] {
  return subjectAlternativeNames.length > 0 ? subjectAlternativeNames : [commonName(subject) ?? ''];
}

function usageFindings(subject: Subject): readonly Finding[] {
  const { extendedKeyUsage, hasExtendedKeyUsage } = subject.entry.certificate;
  if (!hasExtendedKeyUsage || extendedKeyUsage.includes('serverAuth')) return [];
  return [
    foundOn(
      subject,
      'wrong-usage',
      findingFact('finding.wrong-usage', { ...called(subject), usages: extendedKeyUsage }),
    ),
  ];
}

function strengthFindings(subject: Subject): readonly Finding[] {
  const { keyBits, signatureAlgorithm } = subject.entry.certificate;
  const named = called(subject);
  const signed = findingFact('finding.signed-with', { ...named, algorithm: signatureAlgorithm });
  const weak = findingFact('finding.weak-key', { ...named, bits: keyBits });
  return [
    ...(keyBits < 2048 ? [foundOn(subject, 'weak-key', weak)] : []),
    ...(/^md[25]/.test(signatureAlgorithm) ? [foundOn(subject, 'weak-signature', signed)] : []),
    ...(/^sha1/.test(signatureAlgorithm) ? [foundOn(subject, 'weak-signature', signed, 'info')] : []),
    ...(/^sha512/.test(signatureAlgorithm) ? [foundOn(subject, 'signature-needs-update', signed)] : []),
  ];
}

/** The server and its peers check revocation, each over the addresses that it can reach. */
function revocationFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry } = subject;
  const statusOn = (one: Machine): string => revocationStatus(deployment, one, entry.certificate);
  const peers = peersOf(deployment).map(({ fqdn }) => machineOf(deployment, fqdn));
  const answers = [machine, ...peers].map(statusOn);
  const named = called(subject);
  const addresses = entry.certificate.crlDistributionPoints;
  if (answers.includes('revoked')) {
    return [foundOn(subject, 'revoked', findingFact('finding.revoked', { ...named, addresses }))];
  }
  if (!answers.includes('unreachable')) return [];
  // a peer waits until its connection fails; the server itself does without the list
  const waiting = peers.filter((peer) => statusOn(peer) === 'unreachable').map(({ fqdn }) => fqdn);
  const from = [...(answers[0] === 'unreachable' ? [findingFact('value.this-server')] : []), ...waiting];
  const detail = findingFact('finding.revocation-unreachable', { ...named, addresses, from });
  return [foundOn(subject, 'revocation-unreachable', detail, waiting.length > 0 ? 'error' : 'warning')];
}
