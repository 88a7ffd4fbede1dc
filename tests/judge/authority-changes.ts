import { type CertificationAuthority, currentGeneration } from '../../src/adcs/authority';
import type { Generation } from '../../src/adcs/generation';
import { renew } from '../../src/adcs/hierarchy';
import type { StoreName } from '../../src/windows/certificate-store';
import {
  authorityNamed,
  type Deployment,
  issuingAuthority,
  PUBLIC_AUTHORITY,
  withAuthority,
} from '../../src/world/deployment';
import type { Certificate } from '../../src/x509/certificate';
import { type CertificateContent, signCertificate } from '../../src/x509/sign-certificate';
import {
  all,
  type Change,
  certificateInUse,
  contentOf,
  holding,
  keyInUse,
  presenting,
  seeing,
  without,
} from './changes';
import { FIRST, FRONT, POOL_SERVERS, SECOND } from './situation';

/** Changes of the authorities in a server's stores, and of the issuer of its certificate. */

type Kind = 'root' | 'intermediate';

/** Removes the certificate of the organization's root, or of its issuing authority, from a store of a server. */
export function missing(kind: Kind, fqdn: string, store: StoreName = usualStore(kind)): Change {
  return seeing((d) => without(fqdn, store, isThat(authorityOf(d, kind).certificate)));
}

/** Adds that certificate to a store of a server. */
export function held(kind: Kind, fqdn: string, store: StoreName): Change {
  return seeing((d) => holding(fqdn, store, [authorityOf(d, kind).certificate]));
}

/** The public authority, whose root comes with Windows, has issued the certificate; `path`: its own certificate was imported too. */
export function certifiedPublicly(fqdn: string, { path }: { path: boolean }): Change {
  return seeing((d) => {
    const authority = currentGeneration(authorityNamed(d, PUBLIC_AUTHORITY));
    const imported = path ? [holding(fqdn, 'CA', [authority.certificate])] : [];
    return all(presenting(fqdn, {}, authority), ...imported);
  });
}

/** A self-signed certificate, among the roots of these servers. */
export function selfSigned(...trusting: readonly string[]): Change {
  return all(
    seeing((d) => presenting(SECOND, { crlDistributionPoints: [] }, { keyPair: keyInUse(d, SECOND) })),
    seeing((d) => all(...trusting.map((fqdn) => holding(fqdn, 'Root', [certificateInUse(d, SECOND)])))),
  );
}

/** The authority has a new certificate with the same key, which replaces the old one on these servers. */
export function certifiedAnew(
  kind: Kind,
  changes: Partial<CertificateContent>,
  servers: readonly string[] = [FIRST, SECOND, FRONT],
): Change {
  return seeing((d) => {
    const { certificate, keyPair } = authorityOf(d, kind);
    const content = { ...contentOf(certificate, keyPair), ...changes };
    const anew = signCertificate(content, kind === 'root' ? { keyPair } : authorityOf(d, 'root'));
    const store = usualStore(kind);
    return all(...servers.flatMap((fqdn) => [missing(kind, fqdn), holding(fqdn, store, [anew])]));
  });
}

/** The issuing authority has a new key and has issued the certificate of the pool with it; the Front End Server and these servers have its new certificate. */
export function renewed(...told: readonly string[]): Change {
  return seeing((d) => {
    const { authority } = renew(issuingAuthority(d), rootAuthority(d), d.determinism);
    const generation = currentGeneration(authority);
    return all(
      (one) => withAuthority(one, authority),
      ...[FRONT, ...told].map((fqdn) => holding(fqdn, 'CA', [generation.certificate])),
      ...POOL_SERVERS.map((fqdn) => presenting(fqdn, {}, generation)),
    );
  });
}

function usualStore(kind: Kind): StoreName {
  return kind === 'root' ? 'Root' : 'CA';
}

function authorityOf(deployment: Deployment, kind: Kind): Generation {
  return currentGeneration(kind === 'root' ? rootAuthority(deployment) : issuingAuthority(deployment));
}

export function rootAuthority(deployment: Deployment): CertificationAuthority {
  return authorityNamed(deployment, deployment.environment.pki.authorities[0]?.name ?? '');
}

function isThat(one: Certificate): (other: Certificate) => boolean {
  return (other) => other.thumbprint === one.thumbprint;
}
