import type { Deployment } from '../../../src/deployment/deployment';
import { addTo, removeFrom, type StoreEntry } from '../../../src/windows/certificate-store';
import { linkedKey, type Machine, machineOf, type PrivateKey, withoutKey } from '../../../src/windows/machine';
import { type Fault, internalEntry, onMachine } from './fault';

/** Faults of private keys and of what is linked to them. */
export const KEY_FAULTS: Readonly<Record<string, Fault>> = {
  'the private key of the internal certificate has been deleted': onKey(withoutKey),
  'the private key of the services has been deleted': onMachine((machine) => {
    const own = machine.keys.filter((key) =>
      machine.stores.LocalMachine.My.some((e) => e.keyContainer === key.container),
    );
    return own.reduce(withoutKey, machine);
  }),
  'the services may not read the private key': onKey(changed({ readableByServices: false })),
  'the private key lies in a key storage provider': onKey(
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
      const without = removeFrom(machine.stores, 'LocalMachine', 'My', (e) => e === entry);
      return { ...machine, stores: addTo(without, 'LocalMachine', 'My', { ...entry, keyContainer }) };
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
  return { ...machine, stores: removeFrom(machine.stores, 'LocalMachine', 'REQUEST', (e) => e === entry) };
}
