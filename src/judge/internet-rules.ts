import { peerPath } from '../windows/schannel';
import { internetPath } from '../world/internet-clients';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { called, causedOn, type Subject } from './subject';
import { authorityFact, datesOf, isOfDates } from './trust-rules';

/** What such a client finds in the certification path of a certificate for them, and the server itself does not. */
export function internetFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry, use } = subject;
  if (!use.facesInternet) return [];
  const { certificate } = entry;
  const { ok, code, at: faulty } = internetPath(deployment, machine, certificate);
  const own = peerPath(deployment, machine, [certificate]);
  if (ok || code === own.code) return [];
  const cause = code === 'chain-incomplete' || code === 'root-not-trusted' ? 'private-root' : 'dates';
  const named = { ...called(subject), error: code };
  const detail = isOfDates(code)
    ? findingFact('finding.not-valid-on-internet', { ...named, authority: authorityFact(faulty), ...datesOf(faulty) })
    : findingFact('finding.not-trusted-on-internet', named);
  return [causedOn(subject, 'not-trusted-on-internet', cause, { detail })];
}
