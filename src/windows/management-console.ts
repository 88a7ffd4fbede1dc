import { STORE_TITLES } from './certificate-store';
import { button, list, radio, tree } from './controls';
import { isAdministrator, machineOf, type Network } from './machine';
import {
  closeWindow,
  goBack,
  goTo,
  isOn,
  onPage,
  type Page,
  type Program,
  type Session,
  type Transition,
  textOn,
  withAnswer,
} from './program';
import {
  ADD,
  COMPUTER,
  CONSOLE,
  DETAILS,
  detailsOf,
  SNAP_IN,
  selectedStore,
  snapInLocation,
  TREE,
  toConsole,
} from './snap-in-selection';
import type { Control } from './window';
import { exportWizard } from './wizards/export-wizard';
import { importWizard } from './wizards/import-wizard';
import { managesPrivateKeys, PERMISSIONS, permissionPages } from './wizards/private-key-permissions';

/**
 * Microsoft Management Console with the Certificates snap-in. Menus are buttons that make their commands available:
 * "File", then "Add/Remove Snap-in"; "All Tasks", then "Import", "Export" or "Manage Private Keys". The older two dialogs for
 * adding a snap-in are not simulated; their page name is accepted as an alias.
 */

const SNAP_INS = ['Certificates', 'Computer Management', 'Event Viewer', 'Services'];
const MANAGE_KEYS = 'Manage Private Keys';
const LOCAL = 'Local computer: (the computer this console is running on)';

/** The program "MMC". */
export function managementConsole<N extends Network>(): Program<N> {
  return {
    name: 'MMC',
    first: CONSOLE,
    pages: {
      [CONSOLE]: consolePage(),
      [ADD]: {
        title: 'Console1',
        aliases: ['Add Standalone Snap-ins', 'Add or Remove Snap-ins dialog'],
        controls: addControls,
        actions: { Add: goTo(SNAP_IN), OK: toConsole, Cancel: toConsole },
      },
      [SNAP_IN]: {
        title: 'Console1',
        aliases: ['Certificate snap-in', 'Certificates snap-in dialog'],
        controls: accountControls,
        actions: { Next: goTo(COMPUTER), Finish: added('CurrentUser'), Cancel: goBack },
      },
      [COMPUTER]: {
        title: 'Console1',
        controls: (_, session) => [
          radio(session, 'computer', LOCAL, true, { aliases: ['Local computer'] }),
          radio(session, 'computer', 'Another computer:', false, { available: false }),
          button('Back'),
          button('Finish'),
          button('Cancel'),
        ],
        actions: { Back: goBack, Finish: added('LocalMachine'), Cancel: goTo(ADD) },
      },
      ...exportWizard<N>(),
      ...importWizard<N>(),
      ...permissionPages<N>(),
    },
  };
}

function consolePage<N extends Network>(): Page<N> {
  return {
    title: 'Console1',
    aliases: ['MMC', 'Microsoft Management Console'],
    controls: (network, session) => [
      button('File'),
      button('Add/Remove Snap-in', { aliases: ['Add/Remove'], available: isOpen(session, 'File') }),
      tree(session, TREE, nodes(session)),
      list(session, DETAILS, detailsOf(network, session)),
      button('All Tasks', { available: selectedStore(session) !== undefined }),
      button('Import', { available: isOpen(session, 'All Tasks') }),
      button('Export', { available: isOpen(session, 'All Tasks') && isSelected(network, session) }),
      button(MANAGE_KEYS, {
        aliases: [`${MANAGE_KEYS}...`],
        available: isOpen(session, 'All Tasks') && isSelected(network, session) && managesPrivateKeys(network, session),
      }),
      button('Close'),
    ],
    actions: {
      File: menu('File'),
      'Add/Remove Snap-in': (world, session) => ({ world, session: onPage(shut(session), ADD) }),
      'All Tasks': menu('All Tasks'),
      Import: (world, session) => ({
        world,
        session: onPage(shut(session), 'Welcome to the Certificate Import Wizard'),
      }),
      Export: (world, session) => ({
        world,
        session: onPage(shut(session), 'Welcome to the Certificate Export Wizard'),
      }),
      [MANAGE_KEYS]: (world, session) => ({ world, session: onPage(shut(session), PERMISSIONS) }),
      Close: closeWindow,
    },
  };
}

function addControls(_: Network, session: Session): readonly Control[] {
  const present = textOn(session, CONSOLE, 'snap-in');
  const available = list(session, 'Available snap-ins', SNAP_INS, 'Certificates', { aliases: ['Snap-in'] });
  return [
    available,
    button('Add', { available: available.value === 'Certificates' }),
    list(session, 'Selected snap-ins', present ? [rootNode(session)] : []),
    button('OK'),
    button('Cancel'),
  ];
}

function accountControls(network: Network, session: Session): readonly Control[] {
  const administrator = isAdministrator(machineOf(network, session.logon.on), session.logon.account);
  const user = radio(session, 'account', 'My user account', true);
  return [
    user,
    radio(session, 'account', 'Computer account', false, { available: administrator }),
    button('Next', { available: user.value !== true }),
    button('Finish', { available: user.value === true }),
    button('Cancel'),
  ];
}

function added(location: 'LocalMachine' | 'CurrentUser') {
  return <N extends Network>(world: N, session: Session): Transition<N> => ({
    world,
    session: onPage(withAnswer(session, CONSOLE, 'snap-in', location), ADD),
  });
}

function menu(name: string) {
  return <N>(world: N, session: Session): Transition<N> => ({
    world,
    session: withAnswer(shut(session), CONSOLE, name, true),
  });
}

function isOpen(session: Session, name: string): boolean {
  return isOn(session, CONSOLE, name);
}

function shut(session: Session): Session {
  return withAnswer(withAnswer(session, CONSOLE, 'File', false), CONSOLE, 'All Tasks', false);
}

function isSelected(network: Network, session: Session): boolean {
  const selected = textOn(session, CONSOLE, DETAILS);
  return selected !== '' && detailsOf(network, session).includes(selected);
}

function rootNode(session: Session): string {
  return snapInLocation(session) === 'LocalMachine' ? 'Certificates (Local Computer)' : 'Certificates - Current User';
}

function nodes(session: Session): readonly string[] {
  if (textOn(session, CONSOLE, 'snap-in') === '') return [];
  return [rootNode(session), ...Object.values(STORE_TITLES).flatMap((title) => [title, `${title} > Certificates`])];
}
