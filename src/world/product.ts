import type { Fact, FactTexts, Value } from '../fact';
import type { Logon, Program } from '../windows/program';
import type { ProductEditions } from './edition';
import type { Environment } from './environment';
import type { EnvironmentPart } from './environment-file/environment-part';
import type { ProductFaults } from './product-faults';
import type { ProductFiles } from './product-files';
import type { ProductFindings } from './product-findings';
import type { SiteValue } from './site-value';
import type { Pool, Server } from './topology';

/**
 * The contribution of a product to the engine, which knows products only by this interface. `W` is the world that the
 * engine simulates. The composition root selects the product, and the deployment contains it.
 */

export interface Product<W> {
  /** the id in the environment file: `web-server` */
  readonly id: string;
  /** the name for people */
  readonly name: string;
  readonly editions: ProductEditions;
  readonly roles: ServerRoles;
  readonly uses: readonly CertificateUse<W>[];
  readonly findings: ProductFindings<W>;
  readonly faults: ProductFaults<W>;
  readonly environment: EnvironmentPart;
  readonly topology: TopologyPart<W>;
  readonly administrators: Administrators;
  /** the account of the services that present certificates; it has to read their private keys */
  readonly serviceAccount: string;
  /** the programs that can be started on a machine, in addition to those of Windows */
  readonly programs: readonly InstalledProgram<W>[];
  /** the shells for its commands, in addition to the Command Prompt and Windows PowerShell */
  readonly shells: readonly Shell<W>[];
  /** the differences in the product's state of a server, in addition to its assignments */
  readonly serverChanges: (before: Server, after: Server) => readonly ServerChange[];
  /** the values that features write in braces, in addition to those of every environment */
  readonly namedValues: (world: W, pool: Pool) => Readonly<Record<string, string>>;
  /** the values of the environment file that a site replaces by its own */
  readonly siteValues: readonly SiteValue[];
  /** what connects to its servers besides handshakes; absent if there is nothing */
  readonly network?: ProductNetwork<W>;
  /** the steps of its procedures that take files; absent if it has none */
  readonly files?: ProductFiles<W>;
  /** the English texts of what the product refuses, finds and states */
  readonly texts: FactTexts;
}

/** What decides whether a server of a product is reached, besides the handshakes of its certificate uses. */
export interface ProductNetwork<W> {
  /** whether the services of a server answer */
  readonly answers: (world: W, fqdn: string) => boolean;
  /** the replication to a server: the server that sends, and the event with which it fails; null: it works */
  readonly replication: (world: W, fqdn: string) => { readonly from: string; readonly event: string | null };
}

/** One difference between two states of a server. */
export interface ServerChange {
  readonly sign: 'added' | 'removed' | 'changed';
  readonly what: 'wizard' | 'machine';
  readonly where: Value;
  readonly detail: Fact;
}

/** A program, and the machines on which it can be started. */
export interface InstalledProgram<W> {
  readonly program: Program<W>;
  readonly isInstalledOn: (world: W, fqdn: string) => boolean;
  /** the machines, in words: `on a web server` */
  readonly where: Value;
}

/** A shell with the commands of the product, besides the Command Prompt and Windows PowerShell of every server. */
export interface Shell<W> {
  readonly name: string;
  readonly isInstalledOn: (world: W, fqdn: string) => boolean;
  /** whether it has this command of the product, in any case */
  readonly knows: (command: string) => boolean;
  /** executes a line; throws a Refusal for an unknown command */
  readonly run: (world: W, logon: Logon, line: string) => CommandOutcome<W>;
}

/** The world after a command, and the output of the command. */
export interface CommandOutcome<W> {
  readonly world: W;
  readonly output: string;
}

/** How an environment becomes pools and servers, before any procedure begins. */
export interface TopologyPart<W> {
  /** whether the servers of pools are members of the domain */
  readonly membership: 'domain' | 'workgroup';
  /** how servers and pools are named that a scenario asks for: `web` for `web01`, `webpool` */
  readonly hosts: { readonly server: string; readonly pool: string };
  readonly build: (environment: Environment) => {
    readonly pools: readonly Pool[];
    readonly servers: readonly Server[];
  };
  /** the world with what the product's other servers had before: certificates in use */
  readonly prepare: (world: W) => W;
}

/** A role of a server in the product. */
export interface ServerRole {
  readonly id: string;
  /** without an article: `web server`; features write `the first web server`, `every web server` */
  readonly title: string;
}

/** The roles of the servers of pools, and of the internal server of the environment if it belongs to the product. */
export interface ServerRoles {
  readonly pool: ServerRole;
  readonly internal?: ServerRole;
}

/** The account roles in the environment that administer servers of the domain and the product's servers. */
export interface Administrators {
  readonly domain: string;
  readonly servers: string;
  /** how features call them, without an article: `web administrator` */
  readonly titles: { readonly domain: string; readonly servers: string };
}

/** One purpose for which a server presents a certificate. */
export interface CertificateUse<W> {
  /** the name in commands */
  readonly name: string;
  /** the title in wizards */
  readonly title: string;
  readonly side: 'internal' | 'external';
  /** when the judge examines it: on every server of a pool, after one server of the pool has it assigned, or never */
  readonly judged: 'always' | 'once assigned' | 'never';
  /**
   * Whether every server needs it. Without one, the code is `no-internal-certificate`. Until one is assigned, the
   * newest certificate for the pool counts, and its names and usage are examined.
   */
  readonly required: boolean;
  /**
   * whether different keys on the servers of a pool break the product, instead of only differing from the documentation
   */
  readonly sharedKey: boolean;
  /** the names that clients ask for; the certificate must have each of them. Without it, the pool's, if it is required */
  readonly names?: (pool: Pool) => readonly string[];
  /** whether clients on the Internet connect: they trust public roots only, and do not read the common name */
  readonly facesInternet?: boolean;
  /** the servers that connect to it; both sides must trust each other */
  readonly peers: (world: W) => readonly Peer[];
}

/** A server that authenticates to the servers of a pool, and that they authenticate to (mutual TLS). */
export interface Peer {
  readonly fqdn: string;
  /** names; its certificate must contain one of them */
  readonly names: readonly string[];
  /** the certificate use that it presents */
  readonly presents: string;
}

/** The use with this name. An unknown name is a bug. */
export function useNamed<W>({ name: product, uses }: Product<W>, name: string): CertificateUse<W> {
  const use = uses.find((one) => one.name === name);
  if (!use) throw new Error(`${product} has no certificate use "${name}"; have ${uses.map((u) => u.name).join(', ')}`);
  return use;
}
