import type { Logon } from '../../windows/program';
import type { Deployment } from '../../world/deployment';
import { type CommandResult, words } from '../command-line';
import { operatorRefusal } from '../operator-refusals';
import { AUTHORITY_VERBS } from './authority-verbs';
import { type CertutilVerb, lineOf } from './certutil-call';
import { FILE_VERBS } from './file-verbs';
import { STORE_VERBS } from './store-verbs';

/** The verbs that are simulated. */
export const VERBS: Readonly<Record<string, CertutilVerb>> = { ...STORE_VERBS, ...FILE_VERBS, ...AUTHORITY_VERBS };

/**
 * `certutil [options] -verb [operands]`, at a prompt of any server (Microsoft, "certutil"). Refusals: `unknown-command`
 * for another verb or number of operands, `unknown-option` for an option that the verb does not have, and those of the
 * verb.
 */
export function certutil(deployment: Deployment, logon: Logon, line: string): CommandResult {
  const typed = lineOf(logon.on, words(line).slice(1), (name) => Object.hasOwn(VERBS, name));
  const verb = VERBS[typed.verb];
  const [least, most] = verb?.operands ?? [0, 0];
  if (!verb || typed.operands.length < least || typed.operands.length > most)
    throw operatorRefusal('unknown-command.certutil', logon.on, { line, verbs: Object.keys(VERBS) });
  const other = [...typed.options.keys()].find((option) => !verb.options.includes(option));
  if (other !== undefined)
    throw operatorRefusal('unknown-option.certutil', logon.on, { verb: typed.verb, option: other });
  const { deployment: world, lines } = verb.run({ ...typed, deployment, logon });
  return { world, output: [...lines, `CertUtil: ${typed.verb} command completed successfully.`].join('\n') };
}
