import type { WindowsVersion } from '../../../../windows/versions';
import type { AuthorityEntry, Environment, PkiEntry } from '../../../../world/environment';
import { withPools } from '../../../../world/pool-plan';
import type { LyncAssumptions } from '../../assumptions';
import { LYNC_TOPOLOGY } from '../../build-topology';

/** The deployment in which operations are tried, as a plain value. The first pool is explored. */
export interface Setting {
  /** each pool at a separate site: the Windows version of each of its servers */
  readonly pools: readonly (readonly WindowsVersion[])[];
  /** from the root to the issuing authority */
  readonly tiers: 1 | 2 | 3;
  readonly answers: AnswerMode;
  /** of the internal server */
  readonly windows: WindowsVersion;
  /** the start of the rehearsal, ISO 8601 in UTC */
  readonly clock: string;
  readonly transfer: 'share' | 'removable-media';
  readonly assumptions: Partial<LyncAssumptions>;
}

/**
 * How the issuing authority answers a request with its template: at once; after approval by a certificate manager, which
 * the template requires; or without templates, always after approval.
 */
export type AnswerMode = 'at once' | 'by hand' | 'standalone';

/** Most plans assign no external certificates, so the check mark does not require them. */
export const PLAIN_ASSUMPTIONS: Partial<LyncAssumptions> = { greenCheckNeedsExternalUses: false };

/** The embedded environment with one pool of that number of servers. */
export function plainSetting(servers: number): Setting {
  return {
    pools: [Array.from({ length: servers }, () => '2012 R2' as const)],
    tiers: 2,
    answers: 'at once',
    windows: '2012 R2',
    clock: '2013-11-07T09:00:00Z',
    transfer: 'share',
    assumptions: PLAIN_ASSUMPTIONS,
  };
}

/** Whether everything but the number of servers in the first pool is plain. */
export function isPlain(setting: Setting): boolean {
  return JSON.stringify(setting) === JSON.stringify(plainSetting(serversIn(setting)));
}

/** The number of servers in the explored pool. */
export function serversIn({ pools }: Setting): number {
  return pools[0]?.length ?? 0;
}

/** The environment of a setting; what the setting does not say is as in `base`. */
export function environmentOf(setting: Setting, base: Environment): Environment {
  const plans = setting.pools.map((servers, index) => ({
    site: `Site ${'ABC'.charAt(index)}`,
    loadBalancer: servers.length > 1 ? ('hardware' as const) : ('none' as const),
    servers: servers.length,
  }));
  const { sites, ...rest } = withPools(base, plans, LYNC_TOPOLOGY.hosts);
  return {
    ...rest,
    sites: sites.map((site, index) => ({
      ...site,
      pools: site.pools.map((pool) => ({
        ...pool,
        servers: pool.servers.map((server, n) => ({ ...server, windows: setting.pools[index]?.[n] ?? server.windows })),
      })),
    })),
    pki: pkiOf(setting, base.pki),
    internalServer: { ...base.internalServer, windows: setting.windows },
    clock: setting.clock,
    transfer: setting.transfer === 'share' ? rest.transfer : { kind: 'removable-media', drive: 'E:' },
    assumptions: { ...base.assumptions, ...setting.assumptions },
  };
}

function pkiOf({ tiers, answers }: Setting, pki: PkiEntry): PkiEntry {
  const authorities = authoritiesOf(tiers, pki.authorities);
  if (answers === 'standalone') {
    return { ...pki, authorities, kind: 'standalone', templates: [], managerApproval: true };
  }
  if (answers === 'at once') return { ...pki, authorities };
  return { ...pki, authorities, templates: pki.templates.map((one) => ({ ...one, managerApproval: true })) };
}

/** The issuing authority alone, below the root, or below a policy authority that is below the root. */
function authoritiesOf(tiers: Setting['tiers'], authorities: readonly AuthorityEntry[]): readonly AuthorityEntry[] {
  const [root, issuing] = [authorities[0], authorities.at(-1)];
  if (!root || !issuing) throw new Error('the environment has no authorities');
  const policy: AuthorityEntry = { name: 'Policy CA', keySize: 2048, hash: 'sha256', validityYears: 15 };
  if (tiers === 1) return [{ ...issuing, validityYears: root.validityYears }];
  return tiers === 2 ? [root, issuing] : [root, policy, issuing];
}
