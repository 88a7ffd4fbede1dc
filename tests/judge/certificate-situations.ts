import type { CertificationAuthority } from '../../src/adcs/authority';
import { revoke } from '../../src/adcs/certificate-manager';
import { issuingAuthority, withAuthority } from '../../src/world/deployment';
import { certificateFrom } from '../../src/x509/certificate';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import type { CertificateContent } from '../../src/x509/sign-certificate';
import { type Change, certificateInUse, keyInUse, later, presenting, seeing, using } from './changes';
import {
  FIRST,
  fromTheStart,
  inOrderBut,
  OTHER,
  policy,
  SECOND,
  type Situation,
  type Situations,
  YEAR,
} from './situation';

/** The contents of a certificate. */

const SECONDS = 1000;

function second(changes: Partial<CertificateContent>): Situation {
  return inOrderBut(presenting(SECOND, changes));
}

/** A certificate on one server only, by the times before or after now at which its validity begins and ends. */
function lasting(from: number, to: number): Situation {
  return inOrderBut(
    seeing(({ determinism: { now } }) => presenting(SECOND, { notBefore: now + from, notAfter: now + to })),
  );
}

function named(commonName: string, ...subjectAlternativeNames: readonly string[]): Situation {
  return second({ subject: distinguishedName(`CN=${commonName}`), subjectAlternativeNames });
}

/** What the issuing authority changes. */
function signing(how: Partial<Pick<CertificationAuthority, 'hash' | 'alternateSignature'>>): Change {
  return (deployment) => withAuthority(deployment, { ...issuingAuthority(deployment), ...how });
}

const ofAnotherPool = seeing((d) => using(SECOND, certificateInUse(d, OTHER), keyInUse(d, OTHER)));

/** The signature of the second server's certificate is damaged. */
export const damaged = seeing((d) => {
  const der = Uint8Array.from(certificateInUse(d, SECOND).der);
  der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
  return using(SECOND, certificateFrom(der), keyInUse(d, SECOND));
});

/** The second server has a key of 1024 bits. */
export const shortKey = seeing((d) => presenting(SECOND, { publicKey: keyPair(d.determinism.source.key(1024, 0)) }));

/** A certificate manager has revoked the certificate of a server. */
export function revoked(server: string): Change {
  return (d) => {
    const authority = issuingAuthority(d);
    const { thumbprint } = certificateInUse(d, server);
    const row = authority.requests.find(
      ({ disposition }) => disposition.kind === 'issued' && disposition.certificate.thumbprint === thumbprint,
    );
    const manager = { account: authority.permissions.certificateManagers[0] ?? '', groups: [] };
    return withAuthority(d, revoke(authority, manager, row?.id ?? 0, { now: d.determinism.now, reason: 1 }));
  };
}

export const CERTIFICATE_SITUATIONS: Situations = {
  'every certificate expired': inOrderBut(later(3 * YEAR)),
  'a certificate expired on one server': lasting(-YEAR / 2, -SECONDS),
  'a certificate in its last second but one': lasting(-YEAR / 2, SECONDS),
  'a certificate in its first second': lasting(0, YEAR),
  'a certificate that is not valid yet': lasting(SECONDS, YEAR),
  'the certificate of another pool': inOrderBut(ofAnotherPool),
  'the name in the subject, none beside it': named('edgepool.contoso.com'),
  'the name beside another subject': named('Edge', 'EDGEPOOL.contoso.com'),
  'another name in the subject, none beside it': named('sip.contoso.com'),
  'the name in the subject, others beside it': named('edgepool.contoso.com', 'sip.contoso.com'),
  'a wildcard name': named('*.contoso.com', '*.contoso.com'),
  'a wildcard name for too much': named('*.com', '*.com'),
  'a wildcard name one label down': named('*.pool.contoso.com'),
  "the server's own name in place of the pool's": named(SECOND, SECOND),
  'for Client Authentication only': second({ extendedKeyUsage: ['clientAuth'] }),
  'for Client and Server Authentication': second({ extendedKeyUsage: ['clientAuth', 'serverAuth'] }),
  'for no purpose in particular': second({ extendedKeyUsage: [] }),
  'for anyExtendedKeyUsage': second({ extendedKeyUsage: ['2.5.29.37.0'] }),
  'a key of 1024 bits': inOrderBut(shortKey),
  'a damaged signature': inOrderBut(damaged),
  'signed with MD5': policy(fromTheStart(signing({ hash: 'md5' }))),
  'signed with SHA-1': fromTheStart(signing({ hash: 'sha1' })),
  'signed with SHA-512': fromTheStart(signing({ hash: 'sha512' })),
  'signed with RSASSA-PSS': policy(fromTheStart(signing({ alternateSignature: true }))),
  'no address of a revocation list': second({ crlDistributionPoints: [] }),
  'the certificate of the pool revoked': inOrderBut(revoked(FIRST)),
  'the certificate of another pool revoked': inOrderBut(revoked(OTHER)),
};
