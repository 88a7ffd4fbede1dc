import { description, exactOptional, pipe } from 'valibot';
import type { Environment, PoolEntry } from '../../world/environment';
import { dnsName, list, MANY, section } from '../../world/environment-file/environment-fields';
import type { EnvironmentPart } from '../../world/environment-file/environment-part';
import { textsAt } from '../../world/environment-file/environment-values';
import { LYNC_ASSUMPTIONS } from './assumptions';

/** What Lync Server adds to the environment file. */

export interface LyncEnvironment extends Environment {
  readonly frontEndPool: string;
}

/** The names of the external interface of an Edge pool. */
export interface ExternalNames {
  readonly accessEdge: string;
  readonly webConferencing: string;
  readonly av: string;
}

export interface EdgePoolEntry extends PoolEntry {
  readonly externalNames?: ExternalNames;
  readonly sipDomains: readonly string[];
}

/** The environment as Lync Server's; another product's is a bug. */
export function lyncEnvironment(environment: Environment): LyncEnvironment {
  if (!isLyncEnvironment(environment)) throw new Error('the environment names no Front End pool');
  return environment;
}

/** The pool as an Edge pool; another product's is a bug. */
export function edgePoolEntry(pool: PoolEntry): EdgePoolEntry {
  if (!isEdgePoolEntry(pool)) throw new Error(`the pool ${pool.fqdn} has no SIP domains`);
  return pool;
}

function isLyncEnvironment(environment: Environment): environment is LyncEnvironment {
  return 'frontEndPool' in environment;
}

function isEdgePoolEntry(pool: PoolEntry): pool is EdgePoolEntry {
  return 'sipDomains' in pool;
}

const externalNames = section({
  accessEdge: pipe(dnsName(), description('Access Edge service')),
  webConferencing: pipe(dnsName(), description('Web Conferencing Edge service')),
  av: pipe(dnsName(), description('A/V Edge service')),
});

export const LYNC_ENVIRONMENT: EnvironmentPart = {
  entries: {
    frontEndPool: pipe(dnsName(), description('FQDN of the Front End pool that replicates to the Edge Servers')),
  },
  poolEntries: {
    externalNames: pipe(exactOptional(externalNames), description('Names of the external interface')),
    sipDomains: pipe(list(dnsName(), 1, MANY), description('SIP domains whose users come in through this pool')),
  },
  defaults: {
    files: {
      chain: 'C:\\Certificates\\chain.p7b',
      request: 'C:\\Certificates\\edge-internal.req',
      response: 'C:\\Certificates\\edge-internal.cer',
      exported: 'C:\\Certificates\\edge-internal.pfx',
    },
    friendlyName: 'Edge internal interface',
    template: 'WebServer',
  },
  assumptions: LYNC_ASSUMPTIONS,
  hosts: frontEndHosts,
};

/** A Front End pool of one server (Standard Edition) may have the name of the internal server. */
function frontEndHosts(root: unknown) {
  const internal = textsAt(root, 'internalServer.fqdn')[0]?.value.toLowerCase();
  return textsAt(root, 'frontEndPool').filter(({ value }) => value.toLowerCase() !== internal);
}
