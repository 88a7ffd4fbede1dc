import { DISABLE_ROOT_UPDATE, ROOT_DIRECTORY } from './registry-names';
import { type Registry, registryValue } from './registry-value';

/**
 * The automatic update of trusted roots. When a path is validated, Windows fetches the list of roots from Windows Update.
 * Where that host is out of reach, each validation waits for the end of the attempt (TechNet, "CTL engine", 2018).
 */

/** The host of the list (Microsoft, "Configure trusted roots and disallowed certificates"). */
export const ROOT_LIST_HOST = 'ctldl.windowsupdate.com';

/** Entries of the event log about a failed update: Application, and CAPI2/Operational (KB 2328240; event 11). */
export const ROOT_LIST_EVENTS = ['4107', '11'] as const;

const WAITING_SECONDS = 15;

interface Updating {
  readonly registry: Registry;
  readonly connection: { readonly unreachableHosts: readonly string[] };
}

/** Where the lists come from, or why they do not come. */
export function rootUpdate(machine: Updating): 'reached' | 'disabled' | 'unreachable' {
  if (registryValue(machine, DISABLE_ROOT_UPDATE) === 1) return 'disabled';
  const directory = registryValue(machine, ROOT_DIRECTORY);
  const host = typeof directory === 'string' && directory !== '' ? hostIn(directory) : ROOT_LIST_HOST;
  const { unreachableHosts } = machine.connection;
  return unreachableHosts.some((one) => one.toLowerCase() === host) ? 'unreachable' : 'reached';
}

/** How many seconds a handshake waits for the list of roots. */
export function handshakeDelay(machine: Updating): number {
  return rootUpdate(machine) === 'unreachable' ? WAITING_SECONDS : 0;
}

/** The host of `http://host/path` or `file://\\host\share`. */
function hostIn(directory: string): string {
  return (/^\w+:[\\/]+([^\\/:]+)/.exec(directory)?.[1] ?? '').toLowerCase();
}
