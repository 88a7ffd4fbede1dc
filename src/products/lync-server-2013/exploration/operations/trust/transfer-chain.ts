import type { ScenarioAction } from '../../../../../exploration/scenario-action';
import { logOn } from '../../../../../operator/console';
import { inside } from '../../../../../operator/logons';
import { carryChain, downloadChain } from '../../../../../operator/tasks/certification-path';
import { serverPhrase } from '../../server-phrase';
import type { ServerContext } from '../definition';

/** The chain is downloaded on the internal server and copied to the server. */
export function transferChain({ deployment, server }: ServerContext): ScenarioAction {
  return {
    sentence: `the certification path of the issuing authority is in "{chain file}" on ${serverPhrase(deployment, server)}`,
    perform: (console) => carryChain(downloadChain(logOn(console, inside(console))), server),
  };
}
