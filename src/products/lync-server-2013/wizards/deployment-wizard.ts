import { button, text } from '../../../windows/controls';
import { closeWindow, onPage, type Page, type Program, type Session, type Transition } from '../../../windows/program';
import type { Topology } from '../../../world/topology';
import { hasCheckMark } from '../assignment';
import { assumptionsOf } from '../assumptions';
import { lyncServerOf, withLyncServer } from '../topology';
import { assignPages } from './assign-pages';
import { TASKS } from './certificate-rows';
import { assignedPages, logPage, tasksPage } from './certificate-wizard';
import { importPages } from './import-pages';
import { requestPages } from './request-pages';

export const STEP_THREE = 'Step 3: Request, Install, or Assign Certificates';

/**
 * The Lync Server Deployment Wizard. Only Step 3 can be run; the other steps count as completed. The button says "Run"
 * until Step 3 has been run once, then "Run again". The check mark is derived from the current assignments and never
 * stored.
 */
export function deploymentWizard<T extends Topology>(): Program<T> {
  return {
    name: 'Deployment Wizard',
    first: 'Deployment Wizard',
    pages: {
      'Deployment Wizard': startPage(),
      [TASKS]: tasksPage(),
      Log: logPage(),
      ...assignedPages<T>(),
      ...requestPages<T>(),
      ...importPages<T>(),
      ...assignPages<T>(),
    },
  };
}

function startPage<T extends Topology>(): Page<T> {
  return {
    title: 'Lync Server 2013 - Deployment Wizard',
    controls: (topology, session) => {
      const server = lyncServerOf(topology, session.logon.on);
      return [
        text(STEP_THREE, hasCheckMark(topology, server) ? 'green check mark' : 'no check mark'),
        button(server.launched ? 'Run again' : 'Run'),
        button('Exit'),
      ];
    },
    actions: { Run: run, 'Run again': run, Exit: closeWindow },
  };
}

function run<T extends Topology>(topology: T, session: Session): Transition<T> {
  const server = lyncServerOf(topology, session.logon.on);
  const launched = server.launched || !assumptionsOf(topology).wizardLaunchedOnCancel;
  const world = launched ? topology : withLyncServer(topology, { ...server, launched: true });
  return { world, session: onPage({ ...session, answers: {} }, TASKS) };
}
