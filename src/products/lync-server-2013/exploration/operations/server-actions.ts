import type { ScenarioAction } from '../../../../exploration/scenario-action';
import { logOn } from '../../../../operator/console';
import { inside } from '../../../../operator/logons';
import { carryResponse } from '../../../../operator/tasks/request-files';
import { edge } from '../../tasks/whole-procedure';
import { serverPhrase } from '../server-phrase';
import type { ServerContext } from './definition';

/** Actions that several operations begin with. */

/** The administrator of the server logs on to it. */
export function logOnToServer({ deployment, server }: ServerContext): ScenarioAction {
  return {
    sentence: `the operator logs on to ${serverPhrase(deployment, server)} as the Edge administrator`,
    perform: (console) => edge(console, server),
  };
}

/** The administrator of the internal server logs on to it. */
export const LOG_ON_INSIDE: ScenarioAction = {
  sentence: 'the operator logs on to the internal server as the Lync administrator',
  perform: (console) => logOn(console, inside(console)),
};

/** The response is copied from the internal server to the server. */
export function transferResponse({ deployment, server }: ServerContext): ScenarioAction {
  return {
    sentence: `the file "{response file}" is carried from the internal server to ${serverPhrase(deployment, server)}`,
    perform: (console) => carryResponse(console, server),
  };
}
