import { logged } from './action-log';
import type { Console } from './console';
import { carryFile } from './transport';

/** The operator carries a file from one server to another, to the same path. Refusals: those of reading and writing. */
export function carry(console: Console, path: string, from: string, to: string): Console {
  const deployment = carryFile(console.deployment, { on: from, path }, { on: to, path });
  return logged({ ...console, deployment }, { kind: 'carry', path, from, to });
}
