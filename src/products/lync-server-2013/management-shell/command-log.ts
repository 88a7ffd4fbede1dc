import type { CmdletResult } from '../../../operator/powershell/cmdlet';
import type { Logon } from '../../../windows/program';
import type { Deployment } from '../../../world/deployment';
import { lyncServerOf } from '../topology';

/** The result of a cmdlet that writes a log: it prints the lines of the last entry. */
export function withLog(deployment: Deployment, { on }: Logon): CmdletResult {
  return { deployment, lines: lyncServerOf(deployment, on).log.at(-1)?.lines ?? [] };
}
