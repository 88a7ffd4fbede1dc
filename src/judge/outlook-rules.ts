import { type CertificationAuthority, generationOf } from '../adcs/authority';
import { afterPeriod } from '../adcs/period';
import { longestAt } from '../adcs/public-policy';
import { DAY } from '../determinism';
import { pathIn } from '../windows/certification-path';
import { clockOf, machineOf } from '../windows/machine';
import { presentedPath } from '../windows/schannel';
import type { Peer } from '../world/product';
import { presentedEntry, serverOf } from '../world/topology';
import type { Certificate } from '../x509/certificate';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import type { CauseOf } from './general-codes';
import { called, causedOn, type Subject } from './subject';
import { authorityFact, instantText } from './trust-rules';

/** What will happen to a certificate in the next days, and at its next renewal. */

/** The findings about that number of days; none for 0. */
export function outlookFindings(subject: Subject, days: number): readonly Finding[] {
  if (days <= 0) return [];
  const { deployment, machine, entry, use } = subject;
  const [own, ...authorities] = pathIn(machine, entry.certificate);
  const ending = earliestEnd(own ? [own, ...authorities] : []);
  const cause = ending === entry.certificate ? 'certificate' : 'authority';
  return [
    ...(ending ? endFindings(subject, days, ending, cause) : []),
    ...use.peers(deployment).flatMap((peer) => peerEndFindings(subject, days, peer)),
    ...renewalFindings(subject),
  ];
}

type EndCause = CauseOf<'ends-soon'>;

function endFindings(subject: Subject, days: number, ending: Certificate, cause: EndCause): readonly Finding[] {
  const now = clockOf(subject.deployment, subject.machine);
  if (ending.notAfter < now || ending.notAfter > now + days * DAY) return [];
  const left = Math.floor((ending.notAfter - now) / DAY);
  const parameters = { ...called(subject), authority: authorityFact(ending), to: instantText(ending.notAfter), left };
  return [causedOn(subject, 'ends-soon', cause, { detail: findingFact('finding.ends-soon', parameters) })];
}

function peerEndFindings(subject: Subject, days: number, { fqdn, presents }: Peer): readonly Finding[] {
  const { deployment } = subject;
  const shown = presentedEntry(deployment, serverOf(deployment, fqdn), presents);
  const ending = shown && earliestEnd(presentedPath(machineOf(deployment, fqdn), shown.certificate));
  return ending ? endFindings(subject, days, ending, 'peer') : [];
}

function earliestEnd(path: readonly Certificate[]): Certificate | undefined {
  const [first, ...others] = path;
  return others.reduce((least, one) => (least && one.notAfter < least.notAfter ? one : least), first);
}

/** The lifetime of the certificate, compared with that of a certificate that replaces it on its last day. */
function renewalFindings(subject: Subject): readonly Finding[] {
  const { certificate } = subject.entry;
  const lifetime = certificate.notAfter - certificate.notBefore;
  for (const authority of subject.deployment.authorities.values()) {
    const issuer = generationOf(authority, certificate)?.certificate;
    if (!issuer) continue;
    const byPolicy = policyLifetime(authority, certificate.notAfter);
    const byIssuer = issuer.notAfter - certificate.notAfter;
    const [cause, most] = byPolicy < byIssuer ? (['policy', byPolicy] as const) : (['issuer', byIssuer] as const);
    // a certificate begins some minutes before its issue
    if (most + DAY > lifetime) return [];
    const parameters = { ...called(subject), authority: authorityFact(issuer) };
    const numbers = {
      to: instantText(certificate.notAfter),
      days: Math.round(lifetime / DAY),
      most: Math.round(most / DAY),
    };
    const detail = findingFact('finding.shorter-at-renewal', { ...parameters, ...numbers });
    return [causedOn(subject, 'shorter-at-renewal', cause, { detail })];
  }
  return [];
}

function policyLifetime({ kind, publicPolicy }: CertificationAuthority, at: number): number {
  const longest = kind === 'public' ? longestAt(publicPolicy, at) : undefined;
  return longest ? afterPeriod(at, longest) - at : Number.POSITIVE_INFINITY;
}
