import { DAY, type KeyBits, takeBytes, takeKey } from '../determinism';
import { type CertificateRequest, createRequest, type RequestContent } from '../x509/certificate-request';
import { keyPair } from '../x509/keys/key-pair';
import type { RequestClient } from '../x509/request-attributes';
import { signCertificate } from '../x509/sign-certificate';
import { addToStore, type StoreLocation } from './certificate-store';
import { clockOf, type KeyProvider, type Machine, machineOf, type Network, withKey, withMachine } from './machine';
import type { Logon } from './program';
import { traitsOf } from './versions';

/** What a program of Windows needs to make a request. */
export interface NewRequest extends Omit<RequestContent, 'keyPair' | 'client'> {
  readonly location: StoreLocation;
  readonly keySize: KeyBits;
  readonly exportable: boolean;
  readonly provider: KeyProvider;
  readonly friendlyName: string;
  /** the process that makes it, as the request records it */
  readonly process: 'powershell.exe' | 'certreq.exe' | 'InetMgr.exe';
}

/**
 * Creates a key on the machine, a PKCS #10 request, and the self-signed placeholder in Certificate Enrollment Requests
 * that waits for the response (Microsoft, "certreq").
 */
export function createPendingRequest<N extends Network>(
  network: N,
  logon: Logon,
  order: NewRequest,
): [request: CertificateRequest, next: N] {
  const [pem, afterKey] = takeKey(network.determinism, order.keySize);
  const [serial, determinism] = takeBytes(afterKey, 16);
  const pair = keyPair(pem);
  const machine = machineOf(network, logon.on);
  const now = clockOf(network, machine);
  const [container, holder] = withKey(machine, {
    location: order.location,
    keyPair: pair,
    exportable: order.exportable,
    provider: order.provider,
  });
  const certificate = signCertificate(
    {
      subject: order.subject,
      publicKey: pair,
      serialNumber: `1${Buffer.from(serial).toString('hex').slice(1)}`,
      notBefore: now,
      notAfter: now + 365 * DAY,
      hash: 'sha256',
      isCa: false,
      keyUsage: [],
      extendedKeyUsage: [],
      subjectAlternativeNames: [],
      crlDistributionPoints: [],
      authorityInformationAccess: [],
    },
    { keyPair: pair },
  );
  const entry = { certificate, friendlyName: order.friendlyName, keyContainer: container };
  const stores = addToStore(holder.stores, order.location, 'REQUEST', entry);
  const made = withMachine({ ...network, determinism }, { ...holder, stores });
  return [createRequest({ ...order, keyPair: pair, client: clientOf(machine, logon, order) }), made];
}

/** The client information of the request. */
function clientOf({ windows, fqdn }: Machine, { account }: Logon, { process, provider }: NewRequest): RequestClient {
  const computer = (fqdn.split('.')[0] ?? fqdn).toUpperCase();
  return {
    osVersion: traitsOf(windows).number,
    machine: fqdn,
    user: account.includes('\\') ? account : `${computer}\\${account}`,
    process,
    provider,
  };
}
