import type { Fact } from '../fact';
import { clockOf, machineOf } from '../windows/machine';
import { credentialHresult, peerHresult, peerPath, presentedPath } from '../windows/schannel';
import type { Peer } from '../world/product';
import { presentedEntry, serverOf } from '../world/topology';
import type { Certificate } from '../x509/certificate';
import { commonName, formatName } from '../x509/names/distinguished-name';
import type { FaultyPath } from '../x509/paths/certification-path';
import type { PathCode } from '../x509/paths/path-validation';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import type { CauseOf } from './general-codes';
import { called, causedOn, foundOn, type Subject } from './subject';

/** Trust: the certification path on the server itself, and between the server and its peers. */

/** The findings about the certification path of a certificate. */
export function trustFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry } = subject;
  const verdict = peerPath(deployment, machine, [entry.certificate]);
  return verdict.ok
    ? subject.use.peers(deployment).flatMap((peer) => peerFindings(subject, peer))
    : pathFindings(subject, verdict);
}

/** The findings about a certification path with this verdict. */
export function pathFindings(subject: Subject, { code, at, certificates }: Omit<FaultyPath, 'ok'>): readonly Finding[] {
  const named = called(subject);
  const issuer = commonName(certificates.at(-1)?.issuer ?? []) ?? '';
  switch (code) {
    case 'chain-incomplete':
      return [foundOn(subject, code, findingFact('finding.chain-incomplete', { ...named, issuer }))];
    case 'root-not-trusted':
      return [foundOn(subject, code, findingFact('finding.root-not-trusted', { ...named, issuer }))];
    case 'expired':
    case 'not-yet-valid':
      return [dateFinding(subject, code, at)];
    case 'usage-not-allowed':
      return [authorityUsageFinding(subject, at)];
    case 'not-a-ca':
    case 'bad-signature':
    case 'unsupported-algorithm':
    case 'path-length':
    case 'name-constraints':
    case 'policy-required':
    case 'unsupported-extension':
      return [causedOn(subject, 'certification-path-invalid', code, { detail: pathDetail(subject, code, at) })];
  }
}

function dateFinding(subject: Subject, code: 'expired' | 'not-yet-valid', at: Certificate): Finding {
  const { certificate } = subject.entry;
  const named = called(subject);
  const now = clockText(subject);
  if (at === certificate) {
    const detail = findingFact('finding.outside-validity', { ...named, ...datesOf(certificate), now });
    return causedOn(subject, code, 'certificate', { detail });
  }
  const parameters = { ...named, authority: authorityFact(at), ...datesOf(at), now };
  return causedOn(subject, code, 'authority', {
    detail: findingFact('finding.authority-outside-validity', parameters),
  });
}

function authorityUsageFinding(subject: Subject, at: Certificate): Finding {
  const parameters = { ...called(subject), authority: authorityFact(at), usages: at.extendedKeyUsage };
  const detail = findingFact('finding.wrong-usage-of-authority', parameters);
  return causedOn(subject, 'wrong-usage', 'authority', { detail });
}

function pathDetail(subject: Subject, error: PathCode, at: Certificate): Fact {
  const named = called(subject);
  return at === subject.entry.certificate
    ? findingFact('finding.certification-path-invalid', { ...named, error })
    : findingFact('finding.certification-path-invalid-at', { ...named, error, authority: authorityFact(at) });
}

/** Each side must accept the other (mutual TLS); a certificate that is valid on its own server may not be for a peer. */
function peerFindings(subject: Subject, peer: Peer): readonly Finding[] {
  return [...rejectionByPeer(subject, peer), ...rejectionOfPeer(subject, peer)];
}

/** What the peer finds in the path of this server. */
function rejectionByPeer(subject: Subject, { fqdn }: Peer): readonly Finding[] {
  const { deployment, machine, entry } = subject;
  const presented = presentedPath(machine, entry.certificate);
  const peer = machineOf(deployment, fqdn);
  const { ok, code, at } = peerPath(deployment, peer, presented);
  if (ok) return [];
  const named = { ...called(subject), peer: fqdn, error: code };
  const now = instantText(clockOf(deployment, peer));
  const detail =
    at === entry.certificate && !isOfDates(code)
      ? findingFact('finding.not-accepted-by-peer', named)
      : findingFact('finding.not-accepted-by-peer-at', { ...named, authority: authorityFact(at), ...datesOf(at), now });
  return [causedOn(subject, 'peer-not-trusted', CAUSE_AT_PEER[code] ?? 'certificate-of-server', { detail })];
}

/** What this server finds in the peer's certificate. */
function rejectionOfPeer(subject: Subject, { fqdn, names, presents }: Peer): readonly Finding[] {
  const { deployment, machine } = subject;
  const peer = machineOf(deployment, fqdn);
  const shown = presentedEntry(deployment, serverOf(deployment, fqdn), presents);
  const presented = shown ? presentedPath(peer, shown.certificate) : [];
  const lacking = credentialHresult(peer, shown);
  const error = lacking ?? peerHresult(deployment, machine, presented, names);
  if (!error) return [];
  const { code, at } = lacking ? { code: null, at: null } : peerPath(deployment, machine, presented);
  const named = { peer: fqdn, error };
  const where = at && { authority: authorityFact(at), ...datesOf(at), now: clockText(subject) };
  const detail = where
    ? findingFact('finding.peer-not-accepted-at', { ...named, ...where })
    : findingFact('finding.peer-not-accepted', named);
  const cause = lacking ? 'key-of-peer' : ((code && CAUSE_OF_PEER[code]) ?? 'certificate-of-peer');
  return [causedOn(subject, 'peer-not-trusted', cause, { detail })];
}

type PeerCause = CauseOf<'peer-not-trusted'>;

const CAUSE_AT_PEER: Partial<Record<PathCode, PeerCause>> = {
  'chain-incomplete': 'path-of-server',
  'root-not-trusted': 'path-of-server',
  expired: 'dates-of-server',
  'not-yet-valid': 'dates-of-server',
};

const CAUSE_OF_PEER: Partial<Record<PathCode, PeerCause>> = {
  'chain-incomplete': 'path-of-peer',
  'root-not-trusted': 'path-of-peer',
  expired: 'dates-of-peer',
  'not-yet-valid': 'dates-of-peer',
};

/** How a finding names a certificate other than the one that it is about. */
export function authorityFact({ subject, thumbprint }: Certificate): Fact {
  return findingFact('value.authority', { name: commonName(subject) ?? formatName(subject), thumbprint });
}

/** Whether the dates of a certificate are the reason, so that a finding gives them. */
export function isOfDates(code: PathCode): boolean {
  return code === 'expired' || code === 'not-yet-valid';
}

/** The validity period of a certificate as a finding shows it. */
export function datesOf({ notBefore, notAfter }: Certificate) {
  return { from: instantText(notBefore), to: instantText(notAfter) };
}

function clockText({ deployment, machine }: Subject): string {
  return instantText(clockOf(deployment, machine));
}

/** An instant as findings show it. */
export function instantText(instant: number): string {
  return new Date(instant).toISOString();
}
