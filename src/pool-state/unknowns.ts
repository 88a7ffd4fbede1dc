import type { Finding } from '../judge/finding';
import { judgeDeployment } from '../judge/judge';
import type { Deployment } from '../world/deployment';
import { certificateGaps } from './certificate-gaps';
import { serverName } from './pool-deployment';
import type { ServerState } from './server-state';
import { stateGaps } from './state-gaps';
import { storeGaps } from './store-gaps';
import { covers, NEVER_KNOWN, type Unknown } from './unknown';
import { unknownFact } from './unknown-texts';

/** The findings about a real pool, and those that nothing in its states can decide. */
export interface PoolFindings {
  readonly findings: readonly Finding[];
  readonly unknown: readonly Unknown[];
  /**
   * servers whose certificates no state tells: those of the pools that have a server with a state, or those of all pools if
   * there is no such pool
   */
  readonly unseen: readonly string[];
}

/** The judge's findings about a deployment with these states, without those that the states do not support. */
export function poolFindings(deployment: Deployment, states: readonly ServerState[]): PoolFindings {
  const unknown = unknownsOf(deployment, states);
  const findings = judgeDeployment(deployment).filter((one) => !unknown.some((other) => covers(other, one)));
  return {
    findings,
    unknown: unknown.flatMap((one) => withoutFound(one, findings)),
    unseen: unseenServers(deployment, states),
  };
}

/** A finding that counts is not unknown. */
function withoutFound(unknown: Unknown, findings: readonly Finding[]): readonly Unknown[] {
  if (!unknown.isOpen) return [unknown];
  const found = findings.filter(({ server }) => unknown.server === undefined || server === unknown.server);
  const codes = unknown.codes.filter((code) => !found.some((one) => one.code === code));
  return codes.length > 0 ? [{ ...unknown, codes }] : [];
}

function unseenServers(deployment: Deployment, states: readonly ServerState[]): readonly string[] {
  const known = states.map((state) => serverName(deployment, state));
  const seen = states.filter(tellsCertificates).map((state) => serverName(deployment, state));
  const begun = deployment.pools.filter(({ servers }) => servers.some((fqdn) => known.includes(fqdn)));
  const pools = begun.length > 0 ? begun : deployment.pools;
  return pools.flatMap(({ servers }) => servers.filter((fqdn) => !seen.includes(fqdn)));
}

/** Without the certificates and without the assignments of a server, nothing about what it uses can be judged. */
function tellsCertificates({ assigned, stores }: ServerState): boolean {
  return assigned !== null || stores.some(({ location, store }) => location === 'LocalMachine' && store === 'My');
}

function unknownsOf(deployment: Deployment, states: readonly ServerState[]): readonly Unknown[] {
  const known = states.map((state) => serverName(deployment, state));
  const peers = new Set(deployment.product.uses.flatMap((use) => use.peers(deployment)).map(({ fqdn }) => fqdn));
  const members = deployment.pools.flatMap(({ servers }) => servers);
  const missing = members.filter((fqdn) => !known.includes(fqdn));
  return [
    NEVER_KNOWN,
    ...[...peers].filter((fqdn) => !known.includes(fqdn)).map(withoutPeer),
    ...missing.map((server): Unknown => ({ codes: [], server, reason: unknownFact('unknown.server'), wanted: SCRIPT })),
    ...missing.map(withoutMember),
    ...states.flatMap((state, index) => {
      const server = known[index] ?? '';
      const isPeer = peers.has(server);
      return [
        ...stateGaps(state, server, isPeer),
        ...storeGaps(state, server, isPeer),
        ...certificateGaps(deployment, state, server),
      ];
    }),
  ];
}

const SCRIPT = unknownFact('unknown-export.script');

function withoutPeer(server: string): Unknown {
  const codes = ['peer-not-trusted', 'no-common-tls-version'];
  return { codes, reason: unknownFact('unknown.peer', { server }), wanted: SCRIPT };
}

function withoutMember(server: string): Unknown {
  const codes = ['certificate-differs', 'key-not-exportable'];
  return { codes, server, reason: unknownFact('unknown.member', { server }), wanted: SCRIPT };
}
