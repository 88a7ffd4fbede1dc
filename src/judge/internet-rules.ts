import { pathOf } from '../adcs/authority';
import { peerPath, presentedPath } from '../windows/schannel';
import { authorityNamed, PUBLIC_AUTHORITY } from '../world/deployment';
import { verifyPath } from '../x509/paths/certification-path';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { called, causedOn, type Subject } from './subject';

/** Clients on the Internet: they trust public roots only, have the right time, and know only what the server sends. */

/** What such a client finds in the certification path of a certificate for them, and the server itself does not. */
export function internetFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry, use } = subject;
  if (!use.facesInternet) return [];
  const [certificate, ...sent] = presentedPath(machine, entry.certificate);
  if (!certificate) return [];
  const roots = pathOf(authorityNamed(deployment, PUBLIC_AUTHORITY)).filter(({ selfSigned }) => selfSigned);
  const { now: at } = deployment.determinism;
  const { code } = verifyPath(certificate, { trusted: roots, candidates: sent, at, purpose: 'serverAuth' });
  const own = peerPath(deployment, machine, [certificate]);
  if (code === null || code === own.code) return [];
  const cause = code === 'chain-incomplete' || code === 'root-not-trusted' ? 'private-root' : 'dates';
  const detail = findingFact('finding.not-trusted-on-internet', { ...called(subject), error: code });
  return [causedOn(subject, 'not-trusted-on-internet', cause, { detail })];
}
