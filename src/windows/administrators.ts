import { Refusal } from '../refusal';
import { isAdministrator, machineOf, type Network } from './machine';
import type { Seat } from './program';

/**
 * Throws `not-an-administrator` (ERROR_ACCESS_DENIED) unless the account is a member of the machine's Administrators
 * group (04952-202).
 */
export function requireAdministrator(network: Network, seat: Seat): void {
  if (isAdministrator(machineOf(network, seat.on), seat.account)) return;
  throw new Refusal({
    code: 'not-an-administrator',
    on: seat.on,
    detail: `${seat.account} is not a member of the local Administrators group`,
    remedy: 'log on with an account that is',
    hresult: 'ERROR_ACCESS_DENIED',
  });
}
