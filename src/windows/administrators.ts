import { isAdministrator, machineOf, type Network } from './machine';
import type { Logon } from './program';
import { windowsRefusal } from './windows-refusals';

/**
 * Throws `not-an-administrator` (ERROR_ACCESS_DENIED) unless the account is a member of the machine's Administrators
 * group (04952-202).
 */
export function requireAdministrator(network: Network, logon: Logon): void {
  if (isAdministrator(machineOf(network, logon.on), logon.account)) return;
  throw windowsRefusal('not-an-administrator', logon.on, { account: logon.account });
}
