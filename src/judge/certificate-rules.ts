import { pathIn } from '../windows/certification-path';
import { type Machine, machineOf } from '../windows/machine';
import { usageFault } from '../windows/schannel';
import { revocationStatus } from '../world/revocation';
import type { Certificate } from '../x509/certificate';
import { type Weakness, weaknessesOf } from '../x509/paths/algorithm-strength';
import { hostNames, matchesHost } from '../x509/paths/host-name';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { called, causedOn, foundOn, observedOn, peersOf, type Subject } from './subject';
import { authorityFact } from './trust-rules';

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
  const [, names] = hostNames(certificate);
  const named = called(subject);
  if (!matchesHost(certificate, fqdn)) {
    const all = [...new Set([...names, ...certificate.subjectAlternativeNames])];
    const shown = all.length > 0 ? all : findingFact('value.no-name');
    const detail = findingFact('finding.subject-mismatch', { ...named, names: shown, pool: fqdn });
    return [foundOn(subject, 'subject-mismatch', detail)];
  }
  if (names.some((name) => name.toLowerCase() === fqdn.toLowerCase())) return [];
  return [foundOn(subject, 'wildcard-name', findingFact('finding.wildcard-name', { ...named, names }))];
}

function usageFindings(subject: Subject): readonly Finding[] {
  const { certificate } = subject.entry;
  const fault = usageFault(certificate);
  const named = called(subject);
  const listed = (usages: readonly string[]) => (usages.length > 0 ? usages : findingFact('value.none'));
  switch (fault) {
    case null:
      return [];
    case 'extended-key-usage': {
      const detail = findingFact('finding.wrong-usage', { ...named, usages: listed(certificate.extendedKeyUsage) });
      return [causedOn(subject, 'wrong-usage', fault, { detail })];
    }
    case 'key-usage': {
      const detail = findingFact('finding.wrong-key-usage', { ...named, usages: listed(certificate.keyUsage) });
      return [causedOn(subject, 'wrong-usage', fault, { detail })];
    }
  }
}

/** The keys and signatures of all certificates of the path, as far as the server knows it. */
function strengthFindings(subject: Subject): readonly Finding[] {
  const { machine, entry } = subject;
  return pathIn(machine, entry.certificate).flatMap((certificate) =>
    weaknessesOf(certificate).flatMap((weakness) => weaknessFinding(subject, certificate, weakness)),
  );
}

function weaknessFinding(subject: Subject, certificate: Certificate, weakness: Weakness): readonly Finding[] {
  const own = certificate === subject.entry.certificate;
  const cause = own ? 'certificate' : 'authority';
  const { keyBits: bits, keyAlgorithm, signatureAlgorithm } = certificate;
  const named = called(subject);
  const other = { ...named, authority: authorityFact(certificate) };
  const signed = own
    ? findingFact('finding.signed-with', { ...named, algorithm: signatureAlgorithm })
    : findingFact('finding.authority-signed-with', { ...other, algorithm: signatureAlgorithm });
  const weak = own
    ? findingFact('finding.weak-key', { ...named, bits })
    : findingFact('finding.weak-key-of-authority', { ...other, bits });
  const key = { algorithm: keyAlgorithm, bits };
  const unsupported = own
    ? findingFact('finding.unsupported-key', { ...named, ...key })
    : findingFact('finding.unsupported-key-of-authority', { ...other, ...key });
  switch (weakness) {
    case 'key-blocked':
      return [causedOn(subject, 'weak-key', cause, { detail: weak, severity: 'error' })];
    case 'key-short':
      return [causedOn(subject, 'weak-key', cause, { detail: weak })];
    case 'key-not-rsa':
      return [foundOn(subject, 'unsupported-key', unsupported)];
    case 'hash-broken':
      return [causedOn(subject, 'weak-signature', cause, { detail: signed })];
    case 'hash-old':
      return [causedOn(subject, 'weak-signature', cause, { detail: signed, severity: 'info' })];
    case 'hash-new':
      return [foundOn(subject, 'signature-needs-update', signed)];
    case 'probabilistic':
      return [];
  }
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
