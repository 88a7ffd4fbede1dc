import { run } from '../operator/console';
import { move, walk } from '../operator/moves';
import { importChain } from '../operator/tasks/certification-path';
import { openCertificateWizard } from '../products/lync-server-2013/tasks/request';
import { edge } from '../products/lync-server-2013/tasks/whole-procedure';
import { lyncServerOf } from '../products/lync-server-2013/topology';
import type { Deployment } from '../world/deployment';
import type { Deed } from './deed';
import { chainOn, type Place } from './file-deeds';
import type { Abandoned } from './operation';
import { loggingOn } from './request-deeds';
import { serverPhrase } from './server-phrase';

/** What is begun and not finished: whoever logs on somewhere leaves the windows that were open. */

/** The deeds up to the place where it is left. */
export function abandoning(place: Place, what: Abandoned, deployment: Deployment): readonly Deed[] {
  switch (what) {
    case 'wizard':
      return [
        loggingOn(place),
        {
          sentence: 'the operator opens Step 3 of the Deployment Wizard and cancels it',
          carryOut: (c) => walk(openCertificateWizard(c), [['Available Certificate Tasks', 'Close', 'pressed']]),
        },
      ];
    case 'request':
      return [loggingOn(place), ...beginningARequest(deployment, place.on)];
    case 'import':
      return [
        chainOn(place),
        {
          sentence: `the chain is imported on ${serverPhrase(place.pool, place.on)} without finishing`,
          carryOut: (c) => importChain(edge(c, place.on), 'without finishing'),
        },
      ];
  }
}

/** The Certificate Wizard, up to the second page of a request. */
function beginningARequest(deployment: Deployment, on: string): readonly Deed[] {
  const wizard = 'Deployment Wizard';
  const button = lyncServerOf(deployment, on).launched ? 'Run again' : 'Run';
  const pressing = (page: string, control: string): Deed => ({
    sentence: `on "${page}" the operator uses "${control}"`,
    carryOut: (console) => move(console, { page, control, value: 'pressed' }),
  });
  return [
    { sentence: `the operator runs "${wizard}"`, carryOut: (console) => run(console, wizard) },
    pressing(wizard, button),
    pressing('Available Certificate Tasks', 'Create a new certificate request'),
    pressing('Certificate Request', 'Next'),
  ];
}
