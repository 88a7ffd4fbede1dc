import { pathOf } from '../adcs/authority';
import { peerPath, presentedPath } from '../windows/schannel';
import { authorityNamed, PUBLIC_AUTHORITY } from '../world/deployment';
import { verifyPath } from '../x509/paths/certification-path';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { called, causedOn, type Subject } from './subject';
import { authorityFact, datesOf, isOfDates } from './trust-rules';

/** Clients on the Internet: they trust public roots only, have the right time, and know only what the server sends. */

/** What such a client finds in the certification path of a certificate for them, and the server itself does not. */
export function internetFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry, use } = subject;
  if (!use.facesInternet) return [];
  const { certificate } = entry;
  const sent = presentedPath(machine, certificate).slice(1);
  const roots = pathOf(authorityNamed(deployment, PUBLIC_AUTHORITY)).filter(({ selfSigned }) => selfSigned);
  const { now: at } = deployment.determinism;
  const {
    ok,
    code,
    at: faulty,
  } = verifyPath(certificate, {
    ...{ trusted: roots, candidates: sent },
    ...{ at, purpose: 'serverAuth' },
  });
  const own = peerPath(deployment, machine, [certificate]);
  if (ok || code === own.code) return [];
  const cause = code === 'chain-incomplete' || code === 'root-not-trusted' ? 'private-root' : 'dates';
  const named = { ...called(subject), error: code };
  const detail = isOfDates(code)
    ? findingFact('finding.not-valid-on-internet', { ...named, authority: authorityFact(faulty), ...datesOf(faulty) })
    : findingFact('finding.not-trusted-on-internet', named);
  return [causedOn(subject, 'not-trusted-on-internet', cause, { detail })];
}
