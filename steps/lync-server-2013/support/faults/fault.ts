import type { StoreEntry } from '../../../../src/windows/certificate-store';
import { type Machine, machineOf, withMachine } from '../../../../src/windows/machine';
import { type Deployment, firstPool } from '../../../../src/world/deployment';
import { internalEntries } from '../../../support/observations/observations';

/** A fault: a circumstance on a server before the scenario begins. No operation of the scenario causes it. */
export type Fault = (deployment: Deployment, on: string) => Deployment;

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
