import { button, field, list, text } from '../controls';
import { accountCalled, EVERYONE, NETWORK_SERVICE, SYSTEM, withReaders } from '../keys/key-access';
import { linkedKey, type Machine, machineOf, type Network, type PrivateKey, withMachine } from '../machine';
import { goTo, onPage, type Page, type Session, type Transition, textOn, withAnswer } from '../program';
import { selectedEntry, selectedStore, snapInLocation, toConsole } from '../snap-in-selection';
import type { Control } from '../window';
import { windowsRefusal } from '../windows-refusals';

/**
 * "Manage Private Keys" of the Certificates snap-in: the access control list of the key set of the selected certificate,
 * in the Personal store of a computer. An account that is added may read the key set. Sources: administrators' reports
 * (SecureAuth, "SecureAuth IdP Backup"; Microsoft, "IX509PrivateKey::put_SecurityDescriptor").
 */

export const PERMISSIONS = 'Permissions for private keys';
const SELECT = 'Select Users or Groups';
const MEMBERS = 'Group or user names';
const NAMES = 'Enter the object names to select';
/** the accounts on the page, separated by semicolons, before "OK" */
const CHANGED = 'changed';

/** Whether the selected certificate has a key set that the computer can share: the menu command is available. */
export function managesPrivateKeys(network: Network, session: Session): boolean {
  return (
    snapInLocation(session) === 'LocalMachine' &&
    selectedStore(session) === 'My' &&
    keyOf(network, session) !== undefined
  );
}

/** The pages of the dialog, for a console on any network. */
export function permissionPages<N extends Network>(): Readonly<Record<string, Page<N>>> {
  return {
    [PERMISSIONS]: {
      title: PERMISSIONS,
      controls: permissionControls,
      actions: { Add: goTo(SELECT), Remove: removed, OK: accepted, Cancel: toConsole },
    },
    [SELECT]: {
      title: SELECT,
      controls: (_, session) => [field(session, NAMES), button('OK'), button('Cancel')],
      actions: { OK: added, Cancel: goTo(PERMISSIONS) },
    },
  };
}

function permissionControls(network: Network, session: Session): readonly Control[] {
  const members = list(session, MEMBERS, readersOn(network, session));
  const selected = members.value !== '';
  return [
    members,
    button('Add'),
    button('Remove', { available: selected }),
    text('Read', selected ? 'Allow' : ''),
    button('OK'),
    button('Cancel'),
  ];
}

function keyOf(network: Network, session: Session): PrivateKey | undefined {
  return linkedKey(machineOf(network, session.logon.on), 'LocalMachine', selectedEntry(network, session));
}

/** The accounts that may read the key set, with the changes on the page. */
function readersOn(network: Network, session: Session): readonly string[] {
  const changed = session.answers[PERMISSIONS]?.[CHANGED];
  return typeof changed === 'string' ? changed.split(';').filter(Boolean) : (keyOf(network, session)?.readers ?? []);
}

function withReadersOn(session: Session, readers: readonly string[]): Session {
  return withAnswer(session, PERMISSIONS, CHANGED, readers.join(';'));
}

function added<N extends Network>(world: N, session: Session): Transition<N> {
  const name = textOn(session, SELECT, NAMES).trim();
  const account = accountCalled(name);
  if (!isKnown(machineOf(world, session.logon.on), account))
    throw windowsRefusal('unknown-principal.computer', session.logon.on, { name });
  const readers = [...new Set([...readersOn(world, session), account])];
  return { world, session: onPage(withAnswer(withReadersOn(session, readers), SELECT, NAMES, ''), PERMISSIONS) };
}

/** A well-known account, or an account or a group of the computer. */
function isKnown({ accounts }: Machine, account: string): boolean {
  const own = accounts.flatMap(({ name, groups }) => [name, ...groups]);
  return [SYSTEM, NETWORK_SERVICE, EVERYONE, ...own].some((one) => one.toLowerCase() === account.toLowerCase());
}

function removed<N extends Network>(world: N, session: Session): Transition<N> {
  const gone = textOn(session, PERMISSIONS, MEMBERS);
  const readers = readersOn(world, session).filter((one) => one !== gone);
  return { world, session: withReadersOn(session, readers) };
}

function accepted<N extends Network>(network: N, session: Session): Transition<N> {
  const machine = machineOf(network, session.logon.on);
  const key = keyOf(network, session);
  if (!key) throw new Error('the page was opened for a certificate without a private key');
  const readers = readersOn(network, session);
  const world = key.readers === readers ? network : withMachine(network, withReaders(machine, key, readers));
  return toConsole(world, session);
}
