import { pathIn } from '../windows/certification-path';
import { peerPath, usageFault } from '../windows/schannel';
import type { Certificate } from '../x509/certificate';
import { type Weakness, weaknessesOf } from '../x509/paths/algorithm-strength';
import { hostNames, matchesHost } from '../x509/paths/host-name';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { internetFindings } from './internet-rules';
import { revocationFindings } from './revocation-rules';
import { called, causedOn, foundOn, observedOn, type Subject } from './subject';
import { authorityFact } from './trust-rules';

/** The contents of a certificate: names, usage, strength. */

/** The findings about a certificate itself, on whichever server it is. */
export function certificateFindings(subject: Subject): readonly Finding[] {
  return [
    ...(subject.use.required || subject.use.facesInternet ? [...nameFindings(subject), ...usageFindings(subject)] : []),
    ...internetFindings(subject),
    ...strengthFindings(subject),
    ...observedOn(
      subject,
      subject.deployment.product.findings.certificateRules.flatMap((rule) => rule(subject)),
    ),
    ...revocationFindings(subject),
  ];
}

function nameFindings(subject: Subject): readonly Finding[] {
  const { use, pool, entry } = subject;
  const { certificate } = entry;
  const wanted = use.names?.(pool) ?? [pool.fqdn];
  const reading = { commonName: use.facesInternet !== true };
  const missing = wanted.filter((name) => !matchesHost(certificate, name, reading));
  const [, names] = hostNames(certificate);
  const named = called(subject);
  if (missing.length > 0) {
    const all = [...new Set([...names, ...certificate.subjectAlternativeNames])];
    const shown = all.length > 0 ? all : findingFact('value.no-name');
    const detail = findingFact('finding.subject-mismatch', { ...named, names: shown, pool: missing });
    return [foundOn(subject, 'subject-mismatch', detail)];
  }
  const has = (wantedName: string): boolean => names.some((name) => name.toLowerCase() === wantedName.toLowerCase());
  if (wanted.every(has)) return [];
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
    case 'key-not-supported':
      return [foundOn(subject, 'unsupported-key', unsupported, 'error')];
    case 'hash-broken':
      return [causedOn(subject, 'weak-signature', cause, { detail: signed })];
    case 'hash-old':
      return [causedOn(subject, 'weak-signature', cause, { detail: signed, severity: 'info' })];
    case 'hash-new':
      return [foundOn(subject, 'signature-needs-update', signed)];
    case 'probabilistic':
      return [];
    case 'signature-not-supported':
      return isFoundInPath(subject)
        ? []
        : [causedOn(subject, 'certification-path-invalid', 'unsupported-algorithm', { detail: signed })];
  }
}

/** Whether path validation fails for the same reason already. */
function isFoundInPath({ deployment, machine, entry }: Subject): boolean {
  return peerPath(deployment, machine, [entry.certificate]).code === 'unsupported-algorithm';
}
