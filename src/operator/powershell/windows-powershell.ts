import type { Logon } from '../../windows/program';
import type { Deployment } from '../../world/deployment';
import type { CommandResult } from '../command-line';
import { CERTIFICATE_CMDLETS } from './certificate-cmdlets';
import type { Cmdlet } from './cmdlet';
import { OBJECT_CMDLETS } from './object-cmdlets';
import { cmdletNamed, runLine } from './pipeline';

/** Windows PowerShell, which every server has. The shell of a product has its cmdlets too. */

export const WINDOWS_POWERSHELL = 'Windows PowerShell';

export const WINDOWS_CMDLETS: readonly Cmdlet[] = [...CERTIFICATE_CMDLETS, ...OBJECT_CMDLETS];

/** Whether the name, in any case, is a cmdlet of every server. */
export function isWindowsCmdlet(name: string): boolean {
  return cmdletNamed(WINDOWS_CMDLETS, name) !== undefined;
}

/** Runs a line in Windows PowerShell. Refusals: those of the line. */
export function windowsPowershell(deployment: Deployment, logon: Logon, line: string): CommandResult {
  return runLine(WINDOWS_CMDLETS, deployment, logon, line);
}
