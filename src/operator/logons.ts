import type { Logon } from '../windows/program';
import { accountFor, type Deployment, issuingAuthority } from '../world/deployment';
import { poolOf } from '../world/topology';
import { type Console, logOn } from './console';

/** Accounts and machines for the work of a procedure. */

/** The logon on the internal server. */
export function inside(console: Console): Logon {
  const { deployment } = console;
  return {
    on: deployment.environment.internalServer.fqdn,
    account: accountFor(deployment, deployment.product.administrators.domain),
  };
}

/** Logs the servers' administrator on to a server. */
export function atServer(console: Console, on: string): Console {
  return logOn(console, {
    on,
    account: accountFor(console.deployment, console.deployment.product.administrators.servers),
  });
}

/** The name of the authority that issues internal certificates in this deployment. */
export function internalAuthority(console: Console): string {
  return issuingAuthority(console.deployment).name;
}

/** The administrator of a server, logged on there: that of the pools' servers, or that of the domain. */
export function administratorOf(deployment: Deployment, on: string): Logon {
  const { domain, servers } = deployment.product.administrators;
  return { on, account: accountFor(deployment, poolOf(deployment, on) ? servers : domain) };
}
