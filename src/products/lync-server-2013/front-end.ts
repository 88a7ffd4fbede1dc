import { type CertificationAuthority, currentGeneration } from '../../adcs/authority';
import { publicationAddresses, versionOf } from '../../adcs/generation';
import { takeSerialNumber } from '../../adcs/serial-number';
import { type Determinism, type Instant, takeKey } from '../../determinism';
import { addToStore } from '../../windows/certificate-store';
import { NETWORK_SERVICE, readGranted } from '../../windows/keys/key-access';
import { type Machine, withKey } from '../../windows/machine';
import type { Certificate } from '../../x509/certificate';
import { type KeyPair, keyPair } from '../../x509/keys/key-pair';
import { distinguishedName } from '../../x509/names/distinguished-name';
import { signCertificate } from '../../x509/sign-certificate';
import type { LyncServer } from './topology';

/** The ID of a request that the authority answered before the rehearsal. */
const EARLIER_REQUEST_ID = 3;

/** A Front End Server before the first Edge Server exists: with its certificate, assigned and in use. */
export interface FrontEnd {
  readonly machine: Machine;
  readonly server: LyncServer;
  readonly determinism: Determinism;
}

/**
 * Gives the server its Default certificate from the authority that issues the internal certificates. The pool's name is
 * the subject; pool and server are alternative names (Microsoft, "Certificate requirements for internal servers"). Its
 * administrators renew it in time: instead of these renewals, it is valid as long as the authority. `end` is another end.
 */
export function withDefaultCertificate(
  machine: Machine,
  server: LyncServer,
  authority: CertificationAuthority,
  determinism: Determinism,
  end: Instant = currentGeneration(authority).certificate.notAfter,
): FrontEnd {
  const [pem, afterKey] = takeKey(determinism, 2048);
  const version = versionOf(authority.generations, currentGeneration(authority));
  const [serialNumber, next] = takeSerialNumber(afterKey, { ...version, requestId: EARLIER_REQUEST_ID });
  const pair = keyPair(pem);
  const certificate = defaultCertificate(server, pair, authority, {
    notBefore: determinism.now,
    notAfter: end,
    serialNumber,
  });
  const [container, holder] = withKey(machine, {
    location: 'LocalMachine',
    keyPair: pair,
    exportable: false,
    provider: 'Microsoft RSA SChannel Cryptographic Provider',
  });
  const entry = { certificate, friendlyName: 'Front End', keyContainer: container };
  const key = holder.keys.find((one) => one.container === container);
  if (!key) throw new Error(`${machine.fqdn} has no key ${container}`);
  const readable = readGranted(holder, key, NETWORK_SERVICE);
  const stores = addToStore(holder.stores, 'LocalMachine', 'My', entry);
  const assigned = { Default: certificate.thumbprint };
  return {
    machine: { ...readable, stores },
    server: { ...server, assigned, running: assigned },
    determinism: next,
  };
}

function defaultCertificate(
  { fqdn, pool }: LyncServer,
  publicKey: KeyPair,
  authority: CertificationAuthority,
  life: { notBefore: Instant; notAfter: Instant; serialNumber: string },
): Certificate {
  const issuer = currentGeneration(authority);
  return signCertificate(
    {
      subject: distinguishedName(`CN=${pool}`),
      publicKey,
      ...life,
      hash: authority.hash,
      isCa: false,
      keyUsage: ['digitalSignature', 'keyEncipherment'],
      extendedKeyUsage: ['serverAuth'],
      subjectAlternativeNames: [...new Set([pool, fqdn])],
      ...publicationAddresses(authority, versionOf(authority.generations, issuer)),
    },
    issuer,
  );
}
