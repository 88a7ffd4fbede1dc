import { currentGeneration } from '../../../adcs/authority';
import { exportedFile, PASSWORD } from '../../../operator/named-values';
import { plugIn } from '../../../operator/transport';
import { openCertificateFile, placeCertificates } from '../../../windows/certificate-file';
import { addToStore, removeFromStore, type StoreEntry } from '../../../windows/certificate-store';
import { readFile } from '../../../windows/file-system';
import { NETWORK_SERVICE, readRevoked, SYSTEM } from '../../../windows/keys/key-access';
import { linkedKey, type Machine, machineOf, type PrivateKey, withoutKey } from '../../../windows/machine';
import { authorityNamed, type Deployment, firstPool, PUBLIC_AUTHORITY } from '../../../world/deployment';
import { signCertificate } from '../../../x509/sign-certificate';
import { lyncServerOf, withLyncServer } from '../topology';
import { type Fault, internalEntry, onMachine } from './fault';

/** Faults of private keys and of their links. */
export const KEY_FAULTS: Readonly<Record<string, Fault>> = {
  'the private key of the internal certificate has been deleted': onKey(withoutKey),
  'the external certificate has been issued again for the same key': (deployment, on) => {
    const { My } = machineOf(deployment, on).stores.LocalMachine;
    const entry = My.find(({ friendlyName }) => friendlyName === 'External Edge');
    if (!entry) throw new Error(`${on} has no certificate for the external interface`);
    const certificate = reissued(deployment, entry);
    const replaced = My.map((e) => (e === entry ? { ...entry, certificate } : e));
    const server = lyncServerOf(deployment, on);
    const assigned = Object.fromEntries(
      Object.entries(server.assigned).map(([use, thumbprint]) => [
        use,
        thumbprint === entry.certificate.thumbprint ? certificate.thumbprint : thumbprint,
      ]),
    );
    const holding = onMachine((machine) => ({
      ...machine,
      stores: { ...machine.stores, LocalMachine: { ...machine.stores.LocalMachine, My: replaced } },
    }))(deployment, on);
    return withLyncServer(holding, { ...server, assigned, running: assigned });
  },
  'the private key of the services has been deleted': onMachine((machine) => {
    const own = machine.keys.filter((key) =>
      machine.stores.LocalMachine.My.some((e) => e.keyContainer === key.container),
    );
    return own.reduce(withoutKey, machine);
  }),
  'the services may not read the private key': onKey((machine, key) => readRevoked(machine, key, NETWORK_SERVICE)),
  'a script has imported the exported file with a temporary key set': importedByScript((machine) => {
    const last = machine.keys.at(-1);
    return last ? withoutKey(machine, last) : machine;
  }),
  'a script has imported the exported file with a key set of the user': importedByScript((machine) => ({
    ...machine,
    keys: machine.keys.map((key, index) =>
      index === machine.keys.length - 1 ? { ...key, location: 'CurrentUser' } : key,
    ),
  })),
  'the folder of the machine keys refuses new keys': onMachine((machine) => ({
    ...machine,
    keyFolderWriters: [SYSTEM],
  })),
  'the private key is in a key storage provider': onKey(
    changed({ provider: 'Microsoft Software Key Storage Provider' }),
  ),
  'the private key is not exportable': onKey(changed({ exportable: false })),
  'the internal certificate is linked to another private key': (deployment, on) => {
    const { publicKeyId } = internalEntry(deployment, on).certificate;
    const other = machineOf(deployment, on).keys.find(({ keyPair }) => keyPair.publicKeyId !== publicKeyId);
    return linkedTo(other?.container ?? 'another container')(deployment, on);
  },
  'the internal certificate has lost its link to the private key': linkedTo(null),
  'the pending request has been deleted with its private key': onMachine((machine) =>
    pending(machine).reduce(withoutRequest, pendingKeys(machine).reduce(withoutKey, machine)),
  ),
  'the pending request has been deleted and its private key has stayed': onMachine((machine) =>
    pending(machine).reduce(withoutRequest, machine),
  ),
};

function onKey(change: (machine: Machine, key: PrivateKey) => Machine): Fault {
  return (deployment, on) => {
    const key = linkedKey(machineOf(deployment, on), 'LocalMachine', internalEntry(deployment, on));
    if (!key) throw new Error(`${on} has no private key for its internal certificate`);
    return onMachine((machine) => change(machine, key))(deployment, on);
  };
}

/**
 * The exported file, imported into the computer's Personal store by a script that gave the constructor of
 * X509Certificate2 no flag for the key set (Microsoft, "X509KeyStorageFlags"). `keep`: what becomes of the key set, the
 * last one of the machine.
 */
function importedByScript(keep: (machine: Machine) => Machine): Fault {
  return (world, on) => {
    const deployment = plugIn(world, on);
    const path = exportedFile(deployment, firstPool(deployment));
    return onMachine((machine) => {
      const file = openCertificateFile(readFile(deployment, on, path), PASSWORD, machine);
      const keys = machine.keys.filter(
        ({ keyPair }) => !file.keys.some((key) => key.keyPair.publicKeyId === keyPair.publicKeyId),
      );
      const placed = placeCertificates({ ...machine, keys }, file, {
        location: 'LocalMachine',
        store: 'by-type',
        exportable: false,
        linkMatching: false,
      });
      return keep(placed);
    })(deployment, on);
  };
}

function changed(difference: Partial<PrivateKey>) {
  return (machine: Machine, key: PrivateKey): Machine => ({
    ...machine,
    keys: machine.keys.map((one) => (one === key ? { ...one, ...difference } : one)),
  });
}

function linkedTo(keyContainer: string | null): Fault {
  return (deployment: Deployment, on: string) => {
    const entry = internalEntry(deployment, on);
    return onMachine((machine) => {
      const without = removeFromStore(machine.stores, 'LocalMachine', 'My', (e) => e === entry);
      return { ...machine, stores: addToStore(without, 'LocalMachine', 'My', { ...entry, keyContainer }) };
    })(deployment, on);
  };
}

function pending(machine: Machine): readonly StoreEntry[] {
  return machine.stores.LocalMachine.REQUEST;
}

function pendingKeys(machine: Machine): readonly PrivateKey[] {
  return machine.keys.filter((key) => pending(machine).some((entry) => entry.keyContainer === key.container));
}

function withoutRequest(machine: Machine, entry: StoreEntry): Machine {
  return { ...machine, stores: removeFromStore(machine.stores, 'LocalMachine', 'REQUEST', (e) => e === entry) };
}

/** The same certificate with another serial number, signed by the same authority. */
function reissued(deployment: Deployment, { certificate, keyContainer }: StoreEntry) {
  const issuer = currentGeneration(authorityNamed(deployment, PUBLIC_AUTHORITY));
  const key = [...deployment.machines.values()].flatMap(({ keys }) => keys).find((k) => k.container === keyContainer);
  if (!key) throw new Error('the certificate has no private key');
  const content = { ...certificate, publicKey: key.keyPair, serialNumber: `${certificate.serialNumber}01` };
  return signCertificate({ ...content, hash: 'sha256' }, issuer);
}
