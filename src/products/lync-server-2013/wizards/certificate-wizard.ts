import { button, list, text } from '../../../windows/controls';
import {
  type Action,
  goBack,
  goTo,
  onPage,
  type Page,
  type Session,
  type Transition,
  textOn,
  withoutAnswers,
} from '../../../windows/program';
import type { Topology } from '../../../world/topology';
import { assignedEntry } from '../../../world/topology';
import { USE_TITLES, type UseName, useTitled } from '../certificate-use';
import { lyncServerOf, usesOn } from '../topology';

/** The common pages of the Certificate Wizard: its start page and the last pages of each task. */

export const WIZARD = 'Certificate Wizard';
export const TASKS = 'Available Certificate Tasks';
export const GRID = 'Certificate';

const DEPLOYMENT_WIZARD = 'Deployment Wizard';

/**
 * The start page. Lync Server 2013 names it "Certificate Wizard" and its buttons Request, Assign, Import Certificate.
 * The document prints the names of an earlier version, which are accepted.
 */
export function tasksPage<T extends Topology>(): Page<T> {
  return {
    title: WIZARD,
    aliases: [WIZARD],
    controls: (topology, session) => [
      list(session, GRID, rows(topology, session), rows(topology, session)[0]),
      button('Request', { aliases: ['Create a new certificate request'] }),
      button('Assign', { aliases: ['Assign an existing certificate'] }),
      button('Import Certificate', { aliases: ['Import a certificate from a .P7b, .pfx or .cer file'] }),
      button('Close'),
    ],
    actions: {
      Request: starting('Certificate Request'),
      Assign: starting('Certificate Assignment'),
      'Import Certificate': starting('Import Certificate'),
      Close: goTo(DEPLOYMENT_WIZARD),
    },
  };
}

/** The selected use in the grid of the start page. */
export function selectedUse(session: Session): UseName {
  return useTitled(textOn(session, TASKS, GRID).split(' | ')[0] ?? '') ?? 'Internal';
}

/** A page of the wizard with Back, Next and Cancel. */
export function wizardPage<T extends Topology>(
  controls: Page<T>['controls'],
  next: Action<T>,
  extra: Partial<Pick<Page<T>, 'aliases' | 'heading' | 'actions'>> = {},
): Page<T> {
  return {
    title: WIZARD,
    ...extra,
    controls: (topology, session) => [...controls(topology, session), button('Back'), button('Next'), button('Cancel')],
    actions: { ...extra.actions, Back: goBack, Next: next, Cancel: toTasks },
  };
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

function rows(topology: Topology, session: Session): readonly string[] {
  const server = lyncServerOf(topology, session.logon.on);
  return usesOn(topology, server.fqdn).map((use) => {
    const entry = assignedEntry(topology, server, use);
    return entry ? `${USE_TITLES[use]} | Assigned | ${entry.friendlyName}` : `${USE_TITLES[use]} | Not assigned`;
  });
}
