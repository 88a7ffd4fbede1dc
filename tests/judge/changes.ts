import { currentGeneration } from '../../src/adcs/authority';
import { lyncServerOf, withLyncServer } from '../../src/products/lync-server-2013/topology';
import { addToStore, removeFromStore, type StoreEntry, type StoreName } from '../../src/windows/certificate-store';
import { NETWORK_SERVICE } from '../../src/windows/keys/key-access';
import { linkedKey, type Machine, machineOf, withKey, withMachine } from '../../src/windows/machine';
import { type Deployment, issuingAuthority } from '../../src/world/deployment';
import type { Certificate } from '../../src/x509/certificate';
import type { KeyPair } from '../../src/x509/keys/key-pair';
import { type CertificateContent, type Issuer, signCertificate } from '../../src/x509/sign-certificate';
import { presentedBy, useOf } from './sides';

/** A change of a deployment in which everything is in order. */
export type Change = (deployment: Deployment) => Deployment;

/** Several changes in order. */
export function all(...changes: readonly Change[]): Change {
  return (deployment) => changes.reduce((d, change) => change(d), deployment);
}

/** A change that depends on the deployment. */
export function seeing(change: (deployment: Deployment) => Change): Change {
  return (deployment) => change(deployment)(deployment);
}

/** A change of one machine. */
export function on(fqdn: string, change: (machine: Machine) => Machine): Change {
  return (deployment) => withMachine(deployment, change(machineOf(deployment, fqdn)));
}

/** Sets the clock of a server ahead by that number of milliseconds. */
export function clockAhead(fqdn: string, clockOffset: number): Change {
  return on(fqdn, (machine) => ({ ...machine, clockOffset }));
}

/** Lets that number of milliseconds pass. */
export function later(duration: number): Change {
  return (d) => ({ ...d, determinism: { ...d.determinism, now: d.determinism.now + duration } });
}

/** Removes certificates from a store of the computer. */
export function without(fqdn: string, store: StoreName, test: (certificate: Certificate) => boolean): Change {
  return on(fqdn, (machine) => ({
    ...machine,
    stores: removeFromStore(machine.stores, 'LocalMachine', store, ({ certificate }) => test(certificate)),
  }));
}

/** Adds certificates to a store. */
export function holding(fqdn: string, store: StoreName, certificates: readonly Certificate[]): Change {
  return on(fqdn, (machine) => ({
    ...machine,
    stores: certificates.reduce(
      (stores, certificate) =>
        addToStore(stores, 'LocalMachine', store, { certificate, friendlyName: '', keyContainer: null }),
      machine.stores,
    ),
  }));
}

/** Replaces the certificate in use by one with this content; the rest, the key and the issuer stay the same. */
export function presenting(fqdn: string, changes: Partial<CertificateContent>, issuer?: Issuer): Change {
  return (deployment) => {
    const own = keyInUse(deployment, fqdn);
    const content = { ...contentOf(certificateInUse(deployment, fqdn), own), ...changes };
    const signed = signCertificate(content, issuer ?? currentGeneration(issuingAuthority(deployment)));
    return using(fqdn, signed, isPair(content.publicKey) ? content.publicKey : own)(deployment);
  };
}

/** Gives a server this certificate with its private key, assigned and in use. */
export function using(fqdn: string, certificate: Certificate, keyPair: KeyPair): Change {
  return (deployment) => {
    const [container, machine] = withKey(machineOf(deployment, fqdn), {
      location: 'LocalMachine',
      keyPair,
      exportable: true,
      provider: 'Microsoft RSA SChannel Cryptographic Provider',
    });
    const entry = { certificate, friendlyName: certificate.thumbprint, keyContainer: container };
    const stores = addToStore(machine.stores, 'LocalMachine', 'My', entry);
    const readable = machine.keys.map((key) =>
      key.container === container ? { ...key, readers: [...key.readers, NETWORK_SERVICE] } : key,
    );
    return assigning(fqdn, certificate)(withMachine(deployment, { ...machine, keys: readable, stores }));
  };
}

/** Sets the assigned certificate, and the one that the services were started with. */
export function assigning(fqdn: string, assigned: Certificate | null, running = assigned): Change {
  return (deployment) => {
    const server = lyncServerOf(deployment, fqdn);
    const use = useOf(server);
    return withLyncServer(deployment, {
      ...server,
      assigned: assigned ? { [use]: assigned.thumbprint } : {},
      running: running ? { [use]: running.thumbprint } : null,
    });
  };
}

/** The services were started before a certificate was assigned. */
export function startedBefore(fqdn: string): Change {
  return (deployment) => withLyncServer(deployment, { ...lyncServerOf(deployment, fqdn), running: {} });
}

/** The certificate that a server presents. */
export function certificateInUse(deployment: Deployment, fqdn: string): Certificate {
  return entryInUse(deployment, fqdn).certificate;
}

/** The private key of the certificate that a server presents. */
export function keyInUse(deployment: Deployment, fqdn: string): KeyPair {
  const key = linkedKey(machineOf(deployment, fqdn), 'LocalMachine', entryInUse(deployment, fqdn));
  if (!key) throw new Error(`${fqdn} has no private key`);
  return key.keyPair;
}

function entryInUse(deployment: Deployment, fqdn: string): StoreEntry {
  const entry = presentedBy(deployment, fqdn);
  if (!entry) throw new Error(`${fqdn} presents no certificate`);
  return entry;
}

/** The content of a certificate, to be signed again. */
export function contentOf(certificate: Certificate, publicKey: KeyPair): CertificateContent {
  const { subject, notBefore, notAfter, isCa, keyUsage, extendedKeyUsage, subjectAlternativeNames } = certificate;
  const { crlDistributionPoints, authorityInformationAccess } = certificate;
  const names = { subject, subjectAlternativeNames, crlDistributionPoints, authorityInformationAccess };
  const use = { isCa, keyUsage, extendedKeyUsage };
  return { ...names, ...use, notBefore, notAfter, publicKey, serialNumber: '61', hash: 'sha256' };
}

function isPair(key: CertificateContent['publicKey']): key is KeyPair {
  return key.kind === 'key-pair';
}
