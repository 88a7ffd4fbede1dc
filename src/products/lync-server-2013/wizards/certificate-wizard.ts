import { button, list, text } from '../../../windows/controls';
import { certificateLabel } from '../../../windows/machine';
import {
  type Action,
  goBack,
  goTo,
  onPage,
  type Page,
  type Session,
  type Transition,
  withoutAnswers,
} from '../../../windows/program';
import { framedPage, type PageExtras } from '../../../windows/wizards/wizard-frame';
import type { Topology } from '../../../world/topology';
import { assignedEntry, machineUnder } from '../../../world/topology';
import { USE_TITLES } from '../certificate-use';
import { reportPath } from '../management-shell/report';
import { lyncServerOf } from '../topology';
import { unassignCertificate } from '../unassign-certificate';
import { GRID, isAssigned, rowsOn, rowText, selectedRow, TASKS } from './certificate-rows';

/** The common pages of the Certificate Wizard: its start page and the last pages of each task. */

export const WIZARD = 'Certificate Wizard';

const REMOVING = 'Executing Commands (remove)';
const VIEW = 'Certificate (assigned)';
const DEPLOYMENT_WIZARD = 'Deployment Wizard';

/**
 * The start page. Lync Server 2013 names it "Certificate Wizard" and its buttons Request, Assign, Remove, View and Import
 * Certificate. The document prints the names of an earlier version, which are accepted. Requests that are sent at once
 * are not simulated, so no pending request can be processed.
 */
export function tasksPage<T extends Topology>(): Page<T> {
  return {
    title: WIZARD,
    aliases: [WIZARD],
    controls: tasksControls,
    actions: {
      Request: starting('Certificate Request'),
      Assign: starting('Certificate Assignment'),
      Remove: removed,
      View: goTo(VIEW),
      'Import Certificate': starting('Import Certificate'),
      Close: goTo(DEPLOYMENT_WIZARD),
    },
  };
}

function tasksControls(topology: Topology, session: Session) {
  const rows = rowsOn(topology, session.logon.on).map((row) => rowText(topology, session.logon.on, row));
  const available = isAssigned(topology, session);
  return [
    list(session, GRID, rows, rows[0]),
    button('Request', { aliases: ['Create a new certificate request'] }),
    button('Assign', { aliases: ['Assign an existing certificate'] }),
    button('Remove', { available }),
    button('View', { available }),
    button('Import Certificate', { aliases: ['Import a certificate from a .P7b, .pfx or .cer file'] }),
    button('Process Pending Requests', { available: false }),
    button('Close'),
  ];
}

/** The pages that "Remove" and "View" open. */
export function assignedPages<T extends Topology>(): Readonly<Record<string, Page<T>>> {
  return {
    [REMOVING]: executingPage<T>('Finish', toTasks),
    [VIEW]: { title: 'Certificate', controls: viewControls, actions: { OK: goBack } },
  };
}

/** Removes the certificate from the uses of the selected row; it remains in the store (help page of the wizard). */
function removed<T extends Topology>(topology: T, session: Session): Transition<T> {
  const { uses } = selectedRow(topology, session);
  const report = reportPath(topology, session.logon, 'Remove-CSCertificate');
  const world = unassignCertificate(topology, session.logon, uses, report);
  return { world, session: onPage(session, REMOVING) };
}

function viewControls(topology: Topology, session: Session) {
  const server = lyncServerOf(topology, session.logon.on);
  const { uses } = selectedRow(topology, session);
  return [
    ...uses.map((use) => {
      const entry = assignedEntry(topology, server, use);
      const machine = machineUnder(topology, server);
      return text(USE_TITLES[use], entry ? certificateLabel(machine, 'LocalMachine', entry) : '');
    }),
    button('OK'),
  ];
}

/** A page of the wizard with Back, Next and Cancel. */
export function wizardPage<T extends Topology>(
  controls: Page<T>['controls'],
  next: Action<T>,
  extra: PageExtras<T> = {},
): Page<T> {
  return framedPage({ title: WIZARD, cancel: toTasks }, controls, next, extra);
}

/** The page on which the commands run. `onwards` is "Finish", or "Next" if another page follows. */
export function executingPage<T extends Topology>(onwards: 'Finish' | 'Next', action: Action<T>): Page<T> {
  return {
    title: WIZARD,
    heading: 'Executing Commands',
    aliases: ['wizard completion page'],
    controls: (topology, session) => {
      const entry = lyncServerOf(topology, session.logon.on).log.at(-1);
      return [
        text('Command', entry?.command ?? ''),
        text('Task status', 'Completed'),
        button('View Log'),
        button(onwards),
      ];
    },
    actions: { 'View Log': goTo('Log'), [onwards]: action },
  };
}

/** The log of the last command, as in Internet Explorer. */
export function logPage<T extends Topology>(): Page<T> {
  return {
    title: 'Internet Explorer',
    controls: (topology, session) => {
      const entry = lyncServerOf(topology, session.logon.on).log.at(-1);
      return [text('Log', [entry?.command ?? '', ...(entry?.lines ?? [])].join('\n')), button('Close')];
    },
    actions: { Close: goBack },
  };
}

/** Ends a task: shows the start page again and removes all answers. */
export function toTasks<T>(world: T, session: Session): Transition<T> {
  return { world, session: { ...session, page: TASKS, answers: {}, visited: [] } };
}

function starting<T>(page: string): Action<T> {
  return (world, session) => ({ world, session: onPage(withoutAnswers(session, [page]), page) });
}
