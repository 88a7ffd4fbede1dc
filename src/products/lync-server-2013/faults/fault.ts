import type { StoreEntry } from '../../../windows/certificate-store';
import { type Machine, machineOf, withMachine } from '../../../windows/machine';
import { type Deployment, firstPool } from '../../../world/deployment';
import type { ServerFault } from '../../../world/product-faults';
import { internalEntries } from '../assignment';

/** A fault of one server. */
export type Fault = ServerFault<Deployment>;

/** A fault of only the machine. */
export function onMachine(change: (machine: Machine, deployment: Deployment) => Machine): Fault {
  return (deployment, on) => withMachine(deployment, change(machineOf(deployment, on), deployment));
}

/** The newest internal certificate in a server's Personal store. Without one, the fault is impossible. */
export function internalEntry(deployment: Deployment, on: string): StoreEntry {
  const entry = internalEntries(deployment, on, firstPool(deployment)).at(-1);
  if (!entry) throw new Error(`${on} has no internal certificate`);
  return entry;
}
