import { machineOf } from '../windows/machine';
import { peerPath, presentedPath } from '../windows/schannel';
import { type Revocation, revocationOf } from '../world/revocation';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { called, causedOn, peersOf, type Subject } from './subject';
import { authorityFact, instantText } from './trust-rules';

/** Revocation, as the server and its peers check it for each certificate of the path. */

/** The findings about the revocation of a certificate and of the authorities above it. */
export function revocationFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry } = subject;
  const presented = presentedPath(machine, entry.certificate);
  const answers = [machine, ...peersOf(deployment).map(({ fqdn }) => machineOf(deployment, fqdn))].map((one) => {
    const { code, certificates } = peerPath(deployment, one, presented);
    const answer = revocationOf(deployment, one, certificates);
    // a wrong clock that makes a certificate of the path invalid has a finding about that certificate
    const isKnown = answer.reason === 'clock' && (code === 'expired' || code === 'not-yet-valid');
    return { machine: one, answer, isKnown };
  });
  const revoked = answers.find(({ answer }) => answer.status === 'revoked');
  if (revoked) return [revokedFinding(subject, revoked.answer)];
  const unreachable = answers.filter(({ answer, isKnown }) => answer.status === 'unreachable' && !isKnown);
  const [first] = unreachable;
  if (!first) return [];
  // a peer waits until its connection fails; the server itself does without the list
  const waiting = unreachable.flatMap((one) => (one.machine === machine ? [] : [one.machine.fqdn]));
  const here = unreachable.some((one) => one.machine === machine) ? [findingFact('value.this-server')] : [];
  return [unreachableFinding(subject, first.answer, { waiting, from: [...here, ...waiting] })];
}

function revokedFinding(subject: Subject, { certificate }: Revocation): Finding {
  const named = { ...called(subject), addresses: certificate.crlDistributionPoints };
  if (certificate === subject.entry.certificate) {
    return causedOn(subject, 'revoked', 'certificate', { detail: findingFact('finding.revoked', named) });
  }
  const detail = findingFact('finding.authority-revoked', { ...named, authority: authorityFact(certificate) });
  return causedOn(subject, 'revoked', 'authority', { detail });
}

type Consumers = Readonly<Record<'waiting' | 'from', readonly (string | ReturnType<typeof findingFact>)[]>>;

function unreachableFinding(subject: Subject, answer: Revocation, { waiting, from }: Consumers): Finding {
  const { certificate, reason = 'address', list } = answer;
  const severity = waiting.length > 0 ? 'error' : 'warning';
  const named = { ...called(subject), addresses: certificate.crlDistributionPoints, from };
  const other = { ...named, authority: authorityFact(certificate) };
  const own = certificate === subject.entry.certificate;
  switch (reason) {
    case 'address': {
      const detail = own
        ? findingFact('finding.revocation-unreachable', named)
        : findingFact('finding.authority-revocation-unreachable', other);
      return causedOn(subject, 'revocation-unreachable', 'address', { detail, severity });
    }
    case 'outdated': {
      const detail = findingFact('finding.revocation-outdated', { ...other, to: instantText(list?.nextUpdate ?? 0) });
      return causedOn(subject, 'revocation-unreachable', 'outdated', { detail, severity });
    }
    case 'clock': {
      const dates = { since: instantText(list?.thisUpdate ?? 0), to: instantText(list?.nextUpdate ?? 0) };
      const detail = findingFact('finding.revocation-clock', { ...other, ...dates });
      return causedOn(subject, 'revocation-unreachable', 'clock', { detail, severity });
    }
    case 'other-issuer':
    case 'bad-signature':
    case 'not-authorized':
    case 'not-yet-valid':
    case 'delta': {
      const detail = findingFact('finding.revocation-list-invalid', { ...other, error: reason });
      return causedOn(subject, 'revocation-unreachable', 'invalid', { detail, severity });
    }
  }
}
