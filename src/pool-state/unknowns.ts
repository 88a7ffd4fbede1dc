import type { Finding } from '../judge/finding';
import { judgeDeployment } from '../judge/judge';
import type { Deployment } from '../world/deployment';
import { serverName } from './pool-deployment';
import type { ServerState, StateKey } from './server-state';

/** Findings that the states cannot confirm or exclude. */
export interface Unknown {
  /** the codes; none if nothing about the server is known */
  readonly codes: readonly string[];
  /** the server; absent for every server */
  readonly server?: string;
  /** what the states do not say */
  readonly reason: string;
}

/** The findings about a real pool, and those that nothing in its states can decide. */
export interface PoolFindings {
  readonly findings: readonly Finding[];
  readonly unknown: readonly Unknown[];
  /** servers without a state whose pool has another server with one */
  readonly unseen: readonly string[];
}

/** The judge's findings about a deployment with these states, without those that the states do not support. */
export function poolFindings(deployment: Deployment, states: readonly ServerState[]): PoolFindings {
  const unknown = unknownsOf(deployment, states);
  const findings = judgeDeployment(deployment).filter((one) => !unknown.some((other) => covers(other, one)));
  return { findings, unknown, unseen: unseenServers(deployment, states) };
}

function unseenServers(deployment: Deployment, states: readonly ServerState[]): readonly string[] {
  const known = states.map((state) => serverName(deployment, state));
  const begun = deployment.pools.filter(({ servers }) => servers.some((fqdn) => known.includes(fqdn)));
  return begun.flatMap(({ servers }) => servers.filter((fqdn) => !known.includes(fqdn)));
}

/** Whether the finding is one that cannot be decided. */
export function covers({ codes, server }: Unknown, finding: Finding): boolean {
  if (server !== undefined && finding.server !== undefined && finding.server !== server) return false;
  return codes.length === 0 ? finding.server === server : codes.includes(finding.code);
}

/** What no state says: a server does not know what other machines can reach, or which roots the Internet trusts. */
export const NEVER_KNOWN: Unknown = {
  codes: ['revoked', 'revocation-unreachable', 'root-list-unreachable', 'not-trusted-on-internet'],
  reason: 'a state contains no revocation lists, no network, and no roots of clients on the Internet',
};

function unknownsOf(deployment: Deployment, states: readonly ServerState[]): readonly Unknown[] {
  const known = states.map((state) => serverName(deployment, state));
  const peers = new Set(deployment.product.uses.flatMap((use) => use.peers(deployment)).map(({ fqdn }) => fqdn));
  const members = deployment.pools.flatMap(({ servers }) => servers);
  const missing = members.filter((fqdn) => !known.includes(fqdn));
  return [
    NEVER_KNOWN,
    ...[...peers].filter((fqdn) => !known.includes(fqdn)).map(withoutPeer),
    ...missing.map((server): Unknown => ({ codes: [], server, reason: 'there is no state of this server' })),
    ...missing.map(withoutMember),
    ...states.flatMap((state, index) => missingIn(state, known[index] ?? '')),
  ];
}

function withoutPeer(fqdn: string): Unknown {
  return { codes: ['peer-not-trusted', 'no-common-tls-version'], reason: `there is no state of ${fqdn}` };
}

function withoutMember(server: string): Unknown {
  const codes = ['certificate-differs', 'key-not-exportable'];
  return { codes, server, reason: `the servers of the pool cannot be compared without a state of ${server}` };
}

function missingIn(state: ServerState, server: string): readonly Unknown[] {
  const keys = state.stores.flatMap(({ certificates }) => certificates).flatMap(({ key }) => key ?? []);
  const gaps: readonly (readonly [isMissing: boolean, codes: readonly string[], reason: string])[] = [
    [state.clock.offset === null, ['clock-skew'], 'the true time was not asked for'],
    [state.assigned === null, ['not-assigned', 'no-internal-certificate'], 'the assignments could not be read'],
    [state.presented === undefined, ['restart-needed'], 'the state does not say what the services present'],
    [state.keyFiles === null, ['pfx-left-behind'], 'the disks were not searched'],
    ...KEY_GAPS.map(([name, code, reason]) => [keys.some((key) => lacks(key, name)), [code], reason] as const),
    [keys.some(({ kept }) => kept === 'unknown'), KEY_CODES, 'a private key could not be opened'],
  ];
  return gaps.flatMap(([isMissing, codes, reason]) => (isMissing ? [{ codes, server, reason }] : []));
}

const KEY_GAPS = [
  ['matches', 'key-mismatch', 'a private key could not be compared with its certificate'],
  ['provider', 'unsupported-key-provider', 'the provider of a private key could not be read'],
  ['exportable', 'key-not-exportable', 'the export flag of a private key could not be read'],
  ['readers', 'key-not-readable', 'the access list of a private key could not be read'],
] as const;

const KEY_CODES = ['private-key-deleted', 'key-in-user-profile'];

function lacks(key: StateKey, name: (typeof KEY_GAPS)[number][0]): boolean {
  return key.kept !== 'nowhere' && key[name] === null;
}
