import type { Refusal } from '../refusal';
import { type StoreName, storeWithTitle } from '../windows/certificate-store';
import { addStore, deleteFromStore, repairStore } from '../windows/certutil';
import type { Logon } from '../windows/program';
import type { Deployment } from '../world/deployment';
import { type CommandResult, words } from './command-line';
import { operatorRefusal } from './operator-refusals';

type Verb = (deployment: Deployment, logon: Logon, store: StoreName, operand: string) => Deployment;

const VERBS: Readonly<Record<string, Verb>> = {
  '-repairstore': repairStore,
  '-addstore': addStore,
  '-delstore': deleteFromStore,
};

/**
 * `certutil -repairstore My serial`, `certutil -addstore CA file`, `certutil -delstore Root serial`, at a command prompt
 * of any server. Refusals: `unknown-command`, and those of the verb.
 */
export function certutil(deployment: Deployment, logon: Logon, line: string): CommandResult {
  const [, name = '', title = '', operand = ''] = words(line);
  const verb = VERBS[name.toLowerCase()];
  const store = storeWithTitle(title);
  if (!verb || !store || !operand) throw unknown(logon, line);
  return {
    world: verb(deployment, logon, store, operand),
    output: `CertUtil: ${name} command completed successfully.`,
  };
}

function unknown(logon: Logon, line: string): Refusal {
  return operatorRefusal('unknown-command.certutil', logon.on, { line, verbs: Object.keys(VERBS) });
}
