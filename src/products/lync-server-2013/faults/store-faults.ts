import { pathOf } from '../../../adcs/authority';
import {
  addToStore,
  removeFromStore,
  type StoreEntry,
  type StoreLocation,
  type StoreName,
} from '../../../windows/certificate-store';
import { type Machine, machineOf } from '../../../windows/machine';
import type { Deployment } from '../../../world/deployment';
import { issuingAuthority } from '../../../world/deployment';
import { keyPair } from '../../../x509/keys/key-pair';
import { distinguishedName } from '../../../x509/names/distinguished-name';
import { signCertificate } from '../../../x509/sign-certificate';
import { type Fault, internalEntry, onMachine } from './fault';

/** Faults of stores: a certificate that is missing, in the wrong store, or in excess. */
export const STORE_FAULTS: Readonly<Record<string, Fault>> = {
  'the internal certificate has been deleted': (deployment, on) => {
    const entry = internalEntry(deployment, on);
    return onMachine((machine) => without(machine, 'My', (e) => e === entry))(deployment, on);
  },
  'the external certificate has been deleted': onMachine((machine) =>
    without(machine, 'My', (e) => e.friendlyName === 'External Edge'),
  ),
  'the certificates have no friendly names': onMachine((machine) => {
    const My = machine.stores.LocalMachine.My.map((entry) => ({ ...entry, friendlyName: '' }));
    return { ...machine, stores: { ...machine.stores, LocalMachine: { ...machine.stores.LocalMachine, My } } };
  }),
  'the certificate of another server is among the intermediate authorities': onMachine((machine, deployment) => {
    const [entry] = machineOf(deployment, deployment.environment.internalServer.fqdn).stores.LocalMachine.My;
    if (!entry) throw new Error('the Front End Server has no certificate');
    return { ...machine, stores: addToStore(machine.stores, 'LocalMachine', 'CA', { ...entry, keyContainer: null }) };
  }),
  'the internal certificate is in the stores of a user': (deployment, on) =>
    moved(internalEntry(deployment, on), 'My', ['CurrentUser', 'My'])(deployment, on),
  'the internal certificate is among the intermediate authorities': (deployment, on) =>
    moved(internalEntry(deployment, on), 'My', ['LocalMachine', 'CA'])(deployment, on),
  'the root of the issuing authority is trusted by a user only': (deployment, on) =>
    pathEntries(deployment, on, 'Root').reduce(
      (d, entry) => moved(entry, 'Root', ['CurrentUser', 'Root'])(d, on),
      deployment,
    ),
  'the root of the issuing authority is among the intermediate authorities': (deployment, on) =>
    pathEntries(deployment, on, 'Root').reduce(
      (d, entry) => moved(entry, 'Root', ['LocalMachine', 'CA'])(d, on),
      deployment,
    ),
  'the root of the issuing authority has been removed': onMachine((machine, deployment) =>
    without(machine, 'Root', isOfPath(deployment)),
  ),
  'the certificate of the issuing authority has been removed': onMachine((machine, deployment) =>
    without(machine, 'CA', isOfPath(deployment)),
  ),
  'a hundred roots are trusted': rooted(100),
  'more than a hundred roots are trusted': rooted(101),
};

function moved(entry: StoreEntry, from: StoreName, [location, store]: readonly [StoreLocation, StoreName]): Fault {
  return onMachine((machine) => {
    const left = without(machine, from, (e) => e === entry);
    return { ...left, stores: addToStore(left.stores, location, store, entry) };
  });
}

function without(machine: Machine, store: StoreName, test: (entry: StoreEntry) => boolean): Machine {
  return { ...machine, stores: removeFromStore(machine.stores, 'LocalMachine', store, test) };
}

function pathEntries(deployment: Deployment, on: string, store: StoreName): readonly StoreEntry[] {
  return machineOf(deployment, on).stores.LocalMachine[store].filter(isOfPath(deployment));
}

function isOfPath(deployment: Deployment): (entry: StoreEntry) => boolean {
  const own = pathOf(issuingAuthority(deployment)).map(({ thumbprint }) => thumbprint);
  return ({ certificate }) => own.includes(certificate.thumbprint);
}

/** The given number of trusted roots: the present ones and additional ones. */
function rooted(count: number): Fault {
  return onMachine((machine, deployment) => {
    const missing = count - machine.stores.LocalMachine.Root.length;
    const roots = Array.from({ length: Math.max(0, missing) }, (_, index) => furtherRoot(deployment, index));
    const stores = roots.reduce((all, certificate) => {
      return addToStore(all, 'LocalMachine', 'Root', { certificate, friendlyName: '', keyContainer: null });
    }, machine.stores);
    return { ...machine, stores };
  });
}

/** A root of another organization, with a short key that is generated quickly. */
function furtherRoot({ determinism }: Deployment, index: number) {
  const pair = keyPair(determinism.source.key(1024, 0));
  return signCertificate(
    {
      subject: distinguishedName(`CN=Root ${index + 1}, O=Tailspin Toys`),
      publicKey: pair,
      serialNumber: `1${String(index).padStart(3, '0')}`,
      notBefore: determinism.now,
      notAfter: determinism.now + 365 * 86_400_000,
      hash: 'sha256',
      isCa: true,
      keyUsage: ['keyCertSign', 'cRLSign'],
      extendedKeyUsage: [],
      subjectAlternativeNames: [],
      crlDistributionPoints: [],
      authorityInformationAccess: [],
    },
    { keyPair: pair },
  );
}
