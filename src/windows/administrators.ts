import { Refusal } from '../refusal';
import { isAdministrator, machineOf, type Network } from './machine';
import type { Logon } from './program';

/**
 * Throws `not-an-administrator` (ERROR_ACCESS_DENIED) unless the account is a member of the machine's Administrators
 * group (04952-202).
 */
export function requireAdministrator(network: Network, logon: Logon): void {
  if (isAdministrator(machineOf(network, logon.on), logon.account)) return;
  throw new Refusal({
    code: 'not-an-administrator',
    on: logon.on,
    detail: `${logon.account} is not a member of the local Administrators group`,
    remedy: 'log on with an account that is',
    hresult: 'ERROR_ACCESS_DENIED',
  });
}
