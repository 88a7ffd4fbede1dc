import { clockOf, machineOf } from '../windows/machine';
import { credentialHresult, peerHresult, peerPath, presentedPath } from '../windows/schannel';
import type { Peer } from '../world/product';
import { presentedEntry, serverOf } from '../world/topology';
import { commonName } from '../x509/names/distinguished-name';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { called, foundOn, type Subject } from './subject';

/** Trust: the certification path on the server itself, and between the server and its peers. */

/** The findings about the certification path of a certificate. */
export function trustFindings(subject: Subject): readonly Finding[] {
  const { deployment, machine, entry } = subject;
  const { code, certificates } = peerPath(deployment, machine, [entry.certificate]);
  const named = called(subject);
  const issuer = commonName(certificates.at(-1)?.issuer ?? []) ?? '';
  switch (code) {
    case null:
      return subject.use.peers(deployment).flatMap((peer) => peerFindings(subject, peer));
    case 'chain-incomplete':
      return [foundOn(subject, code, findingFact('finding.chain-incomplete', { ...named, issuer }))];
    case 'root-not-trusted':
      return [foundOn(subject, code, findingFact('finding.root-not-trusted', { ...named, issuer }))];
    case 'expired':
    case 'not-yet-valid':
      return [foundOn(subject, code, findingFact('finding.outside-validity', { ...named, ...dates(subject) }))];
    case 'not-a-ca':
    case 'bad-signature':
    case 'path-length':
    case 'unsupported-extension':
      return [
        foundOn(
          subject,
          'certification-path-invalid',
          findingFact('finding.certification-path-invalid', { ...named, error: code }),
        ),
      ];
  }
}

/** Each side must accept the other (mutual TLS); a certificate that is valid on its own server may not be for a peer. */
function peerFindings(subject: Subject, { fqdn, names, presents }: Peer): readonly Finding[] {
  const { deployment, machine, entry } = subject;
  const peer = machineOf(deployment, fqdn);
  const { code } = peerPath(deployment, peer, presentedPath(machine, entry.certificate));
  const shown = presentedEntry(deployment, serverOf(deployment, fqdn), presents);
  const presented = shown ? presentedPath(peer, shown.certificate) : [];
  const hresult = credentialHresult(peer, shown) ?? peerHresult(deployment, machine, presented, names);
  return [
    ...(code
      ? [
          foundOn(
            subject,
            'peer-not-trusted',
            findingFact('finding.not-accepted-by-peer', { ...called(subject), peer: fqdn, error: code }),
          ),
        ]
      : []),
    ...(hresult
      ? [foundOn(subject, 'peer-not-trusted', findingFact('finding.peer-not-accepted', { peer: fqdn, error: hresult }))]
      : []),
  ];
}

function dates({ deployment, machine, entry: { certificate } }: Subject) {
  const at = (instant: number): string => new Date(instant).toISOString();
  return { from: at(certificate.notBefore), to: at(certificate.notAfter), now: at(clockOf(deployment, machine)) };
}
