import { type CertificationAuthority, currentGeneration } from '../../../adcs/authority';
import { DAY } from '../../../determinism';
import { addToStore, removeFromStore } from '../../../windows/certificate-store';
import type { Deployment } from '../../../world/deployment';
import { authorityNamed, issuingAuthority } from '../../../world/deployment';
import type { Certificate } from '../../../x509/certificate';
import { type CertificateContent, signCertificate } from '../../../x509/sign-certificate';
import { lyncServerOf, withLyncServer } from '../topology';
import { type Fault, internalEntry, onMachine } from './fault';

/** Faults of the certification path: another certificate of the issuing authority for the same key, and wrong uses. */
export const PATH_FAULTS: Readonly<Record<string, Fault>> = {
  'the certificate of the issuing authority ends in 10 days': withAuthorityCertificate((_, { determinism }) => ({
    notAfter: determinism.now + 10 * DAY,
  })),
  'the certificate of the issuing authority is for Client Authentication only': withAuthorityCertificate(() => ({
    extendedKeyUsage: ['clientAuth'],
  })),
  'the certificate of the issuing authority may not sign revocation lists': withAuthorityCertificate(() => ({
    keyUsage: ['keyCertSign'],
  })),
  'the internal certificate is assigned to the external uses': (deployment, on) => {
    const { thumbprint } = internalEntry(deployment, on).certificate;
    const server = lyncServerOf(deployment, on);
    const external = { AccessEdgeExternal: thumbprint, DataEdgeExternal: thumbprint };
    const assigned = { ...server.assigned, ...external };
    return withLyncServer(deployment, { ...server, assigned, running: assigned });
  },
};

/**
 * Replaces the certificate of the issuing authority on a server by one that its root signed earlier for the same key,
 * with these differences. The authority itself keeps its certificate.
 */
function withAuthorityCertificate(
  differences: (authority: CertificationAuthority, deployment: Deployment) => Partial<CertificateContent>,
): Fault {
  return onMachine((machine, deployment) => {
    const authority = issuingAuthority(deployment);
    const { certificate, keyPair } = currentGeneration(authority);
    const earlier = {
      serialNumber: '5e',
      notBefore: certificate.notBefore - DAY,
      ...differences(authority, deployment),
    };
    const content = { ...certificate, publicKey: keyPair, hash: authority.hash, ...earlier };
    const replacement = signCertificate(content, currentGeneration(superiorOf(deployment, authority)));
    const left = removeFromStore(
      machine.stores,
      'LocalMachine',
      'CA',
      (entry) => entry.certificate.thumbprint === certificate.thumbprint,
    );
    const entry = { certificate: replacement, friendlyName: '', keyContainer: null };
    return { ...machine, stores: addToStore(left, 'LocalMachine', 'CA', entry) };
  });
}

function superiorOf(deployment: Deployment, { superiors, name }: CertificationAuthority): CertificationAuthority {
  const [direct] = superiors;
  const signs = (authority: CertificationAuthority): boolean =>
    isSame(currentGeneration(authority).certificate, direct);
  const superior = [...deployment.authorities.values()].find(signs);
  return superior ?? authorityNamed(deployment, name);
}

function isSame(one: Certificate, other: Certificate | undefined): boolean {
  return one.thumbprint === other?.thumbprint;
}
