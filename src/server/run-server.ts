import type { CertificationAuthority } from '../adcs/authority';
import { highestTemplateVersion } from '../world/authority-service';
import { accountFor, type Deployment, issuingAuthority, requesterNamed } from '../world/deployment';
import { certificatePem } from '../x509/certificate';
import { application, listening } from './application';
import { type AuthenticationScheme, authentication } from './authentication';
import { type AccessEntry, addCertsrv, type CertsrvSettings } from './certsrv-server';
import { databaseWorld, renewed, usedUp, type WorldOptions, withRenewals } from './database-world';
import { type FaultOrders, type FaultPlan, faultPlan } from './fault-plan';
import { faultySite } from './faulty-site';
import { type IssuingSite, issuingSite } from './issuing-site';
import { addManagement } from './management';
import { publicationHosts } from './publication-points';
import { openDatabase, type RequestDatabase } from './request-database';
import { type ServerCertificate, serverCertificate } from './server-certificate';

/** What a server of the simulation is started with. */
export interface ServerOptions extends WorldOptions {
  /** 0: any free port */
  readonly port: number;
  readonly httpPort: number;
  readonly managementPort: number;
  readonly schemes: readonly AuthenticationScheme[];
  readonly extendedProtection: 'off' | 'required';
  readonly managerApproval: boolean;
  readonly password: string;
  readonly token: string;
  readonly faults: FaultOrders;
  readonly faultRate: { readonly rate: number; readonly seed: string };
  readonly slowness: number;
  readonly expiredCertificate: boolean;
  readonly log: (entry: AccessEntry) => void;
  readonly failed: (error: Error) => void;
}

/** A server that listens on 127.0.0.1. */
export interface RunningServer {
  readonly url: string;
  /** where the addresses in certificates are served, and certsrv over HTTP */
  readonly http: string;
  readonly management: string;
  readonly token: string;
  /** PEM of the root of the authority */
  readonly root: string;
  /** an account that may request certificates */
  readonly account: string;
  /** ends the server when every request in progress is answered */
  readonly close: () => Promise<void>;
}

/**
 * Starts certsrv of the issuing authority over HTTPS, its publication points over HTTP, and the management port. Throws
 * an InputError for a database of another environment.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const database = openDatabase(options.database);
  try {
    return await started(options, await preparedSite(options, database), database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The site and what belongs to it, before it listens. */
interface PreparedSite {
  readonly world: Deployment;
  readonly site: IssuingSite;
  readonly faults: FaultPlan;
  readonly tls: ServerCertificate;
}

async function preparedSite(options: ServerOptions, database: RequestDatabase): Promise<PreparedSite> {
  const world = await databaseWorld(options, database);
  const authority = withRenewals(world, database);
  const present = { ...world.determinism, now: options.clock() };
  const tls = serverCertificate(authority, present, { expired: options.expiredCertificate });
  await database.save([], usedUp(tls.determinism));
  const managerApproval = authority.managerApproval || options.managerApproval;
  const start = {
    authority: { ...authority, managerApproval },
    determinism: tls.determinism,
    highestTemplateVersion: highestTemplateVersion(world, authority),
  };
  const site = issuingSite(start, database, options.clock);
  return { world, site, faults: faultPlan(options.faults, options.faultRate), tls };
}

async function started(
  options: ServerOptions,
  prepared: PreparedSite,
  database: RequestDatabase,
): Promise<RunningServer> {
  const { world, site, faults, tls } = prepared;
  const settings = await certsrvSettings(options, prepared);
  const https = application({ key: tls.key, cert: tls.chain.map(certificatePem).join('') });
  const [http, management] = [application(null), application(null)];
  addCertsrv(https, 'https', settings);
  addCertsrv(http, 'http', settings);
  const renewal = (key: 'new' | 'same'): Promise<void> => renewed(site, database, world, key);
  addManagement(management, { site, faults, token: options.token, row: database.row, renew: renewal });
  const [url = '', plain = '', manage = ''] = await listening([
    { app: https, port: options.port },
    { app: http, port: options.httpPort },
    { app: management, port: options.managementPort },
  ]);
  return {
    url: `${site.authority().certsrv.httpsBinding ? url : plain}/certsrv`,
    http: plain,
    management: manage,
    token: options.token,
    root: rootOf(site.authority()),
    account: accountFor(world, world.product.administrators.domain),
    async close() {
      await Promise.all([https, http, management].map((app) => app.close()));
      await database.close();
    },
  };
}

function rootOf({ generations, superiors }: CertificationAuthority): string {
  const root = [...generations.map(({ certificate }) => certificate), ...superiors].findLast((one) => one.selfSigned);
  if (!root) throw new Error('the authority has no root');
  return certificatePem(root);
}

async function certsrvSettings(
  options: ServerOptions,
  { world, site, faults, tls }: PreparedSite,
): Promise<CertsrvSettings> {
  const { clock, random, password, schemes, extendedProtection, slowness, log, failed } = options;
  const { netbios, domain } = world.environment;
  const host = site.authority().host ?? 'localhost';
  const authenticate = await authentication({
    schemes,
    extendedProtection,
    target: { netbios, domain, computer: host },
    accounts: world.directory.map(({ name }) => name),
    password,
    certificate: tls.chain[0],
    random,
    clock,
  });
  const present = (one: CertificationAuthority) => (one.name === site.authority().name ? site.authority() : one);
  return {
    site: faultySite(site, faults),
    authorities: () => [...world.authorities.values()].map(present),
    host,
    authenticate,
    requesterNamed: (account) => requesterNamed(world, account),
    faults,
    slowness,
    clock,
    log,
    failed,
  };
}

/** The host names in the addresses of the site and of certificates. */
export function servedHosts(world: Deployment): readonly string[] {
  const { host } = issuingAuthority(world);
  const names = [...(host === null ? [] : [host]), ...publicationHosts([...world.authorities.values()])];
  return [...new Set(names)].sort();
}
