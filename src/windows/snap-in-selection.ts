import { type StoreEntry, type StoreLocation, type StoreName, storeWithTitle } from './certificate-store';
import { certificateLabel, machineOf, type Network } from './machine';
import { keepingAnswers, onPage, type Session, type Transition, textOn } from './program';

/** The selection in the Certificates snap-in. Its wizards start from the selection and return to it. */

export const CONSOLE = 'Console1';
export const TREE = 'Console Root';
export const DETAILS = 'Certificates';

export const ADD = 'Add or Remove Snap-ins';
export const SNAP_IN = 'Certificates snap-in';
export const COMPUTER = 'Select Computer';

/** The pages whose answers the console keeps; every other page belongs to a wizard, which starts empty each time. */
const KEPT_PAGES = [CONSOLE, ADD, SNAP_IN, COMPUTER];

/** The store location for which the snap-in was added; '' before it is added. */
export function snapInLocation(session: Session): StoreLocation {
  return textOn(session, CONSOLE, 'snap-in') === 'CurrentUser' ? 'CurrentUser' : 'LocalMachine';
}

/** The store of the selected node; undefined if no store is selected. */
export function selectedStore(session: Session): StoreName | undefined {
  return storeWithTitle(textOn(session, CONSOLE, TREE).replace(/ > Certificates$/, ''));
}

/** The items of the details pane: the certificates in the selected store. */
export function detailsOf(network: Network, session: Session): readonly string[] {
  const store = selectedStore(session);
  if (!store || !textOn(session, CONSOLE, TREE).endsWith('> Certificates')) return [];
  const machine = machineOf(network, session.logon.on);
  const location = snapInLocation(session);
  return machine.stores[location][store].map((entry) => certificateLabel(machine, location, entry));
}

/** The selected certificate in the details pane. */
export function selectedEntry(network: Network, session: Session): StoreEntry {
  const machine = machineOf(network, session.logon.on);
  const location = snapInLocation(session);
  const entries = machine.stores[location][selectedStore(session) ?? 'My'];
  const wanted = textOn(session, CONSOLE, DETAILS);
  const entry = entries.find((e) => certificateLabel(machine, location, e) === wanted);
  if (!entry) throw new Error(`no certificate "${wanted}" is selected in the snap-in`);
  return entry;
}

/** Closes a wizard: shows the console again and removes the answers of the wizard. */
export function toConsole<N>(world: N, session: Session): Transition<N> {
  return { world, session: { ...onPage(keepingAnswers(session, KEPT_PAGES), CONSOLE), visited: [] } };
}
