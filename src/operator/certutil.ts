import { Refusal } from '../refusal';
import { type StoreName, storeWithTitle } from '../windows/certificate-store';
import { addStore, deleteFromStore, repairStore } from '../windows/certutil';
import type { Seat } from '../windows/program';
import type { Deployment } from '../world/deployment';
import { type CommandResult, words } from './command-line';

type Verb = (deployment: Deployment, seat: Seat, store: StoreName, operand: string) => Deployment;

const VERBS: Readonly<Record<string, Verb>> = {
  '-repairstore': repairStore,
  '-addstore': addStore,
  '-delstore': deleteFromStore,
};

/**
 * `certutil -repairstore My serial`, `certutil -addstore CA file`, `certutil -delstore Root serial`, at a command prompt
 * of any server. Refusals: `unknown-command`, and those of the verb.
 */
export function certutil(deployment: Deployment, seat: Seat, line: string): CommandResult {
  const [, name = '', title = '', operand = ''] = words(line);
  const verb = VERBS[name.toLowerCase()];
  const store = storeWithTitle(title);
  if (!verb || !store || !operand) throw unknown(seat, line);
  return {
    world: verb(deployment, seat, store, operand),
    output: `CertUtil: ${name} command completed successfully.`,
  };
}

function unknown(seat: Seat, line: string): Refusal {
  return new Refusal({
    code: 'unknown-command',
    on: seat.on,
    detail: `"${line}" is not a command that certutil carries out here`,
    remedy: `use one of ${Object.keys(VERBS).join(', ')}, then My, Root, CA or REQUEST, then a serial number or a file`,
  });
}
