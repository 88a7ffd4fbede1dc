import type { Fact, FactTexts, Value } from '../fact';
import type { Logon, Program } from '../windows/program';
import type { Environment } from './environment';
import type { EnvironmentPart } from './environment-part';
import type { ProductFindings } from './product-findings';
import type { SiteValue } from './site-value';
import type { Pool, Server } from './topology';

/**
 * What a product gives to the engine, which knows products by this interface only. `W` is the world that the engine
 * simulates; the composition root chooses the product and the deployment carries it.
 */

export interface Product<W> {
  /** as the environment file names it: `lync-server-2013` */
  readonly id: string;
  /** as people call it */
  readonly name: string;
  readonly roles: readonly ServerRole[];
  readonly uses: readonly CertificateUse<W>[];
  readonly findings: ProductFindings<W>;
  readonly environment: EnvironmentPart;
  readonly topology: TopologyPart<W>;
  /** the account roles of the environment that administer servers of the domain, and the product's own servers */
  readonly administrators: { readonly domain: string; readonly servers: string };
  /** what can be started on a machine, beside what Windows brings */
  readonly programs: readonly InstalledProgram<W>[];
  /** where commands are typed, beside the Command Prompt; the first one takes a command that no other knows */
  readonly shells: readonly Shell<W>[];
  /** what the product keeps of a server beside its assignments, as far as it differs */
  readonly serverChanges: (before: Server, after: Server) => readonly ServerChange[];
  /** the values that features write in braces, beside those of every environment */
  readonly namedValues: (world: W, pool: Pool) => Readonly<Record<string, string>>;
  /** the values of the environment file that a site replaces by its own */
  readonly siteValues: readonly SiteValue[];
  /** the English texts of what the product refuses, finds and states */
  readonly texts: FactTexts;
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

/** A shell with its commands, by name in lower case. */
export interface Shell<W> {
  readonly name: string;
  readonly commands: Readonly<Record<string, Command<W>>>;
  /** carries a line out; a Refusal for a line that it does not know */
  readonly run: (world: W, logon: Logon, line: string) => CommandOutcome<W>;
}

/** What a command does with its parameters, each name in lower case with its hyphen; a switch has an empty value. */
export type Command<W> = (world: W, logon: Logon, parameters: Readonly<Record<string, string>>) => W;

/** The world after a command, and what the command printed. */
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

/** What a server of the product is for. */
export interface ServerRole {
  readonly id: string;
  /** with its article left out: `Front End Server` */
  readonly title: string;
}

/** One purpose that a server presents a certificate for. */
export interface CertificateUse<W> {
  /** as commands name it */
  readonly name: string;
  /** as wizards list it */
  readonly title: string;
  readonly side: 'internal' | 'external';
  /** when the judge examines it: on every server of a pool, once a server of the pool has it assigned, or never */
  readonly judged: 'always' | 'once assigned' | 'never';
  /**
   * Whether every server needs it: without one the code is `no-internal-certificate`, the newest certificate for the
   * pool counts until one is assigned, and its names and usage are examined.
   */
  readonly required: boolean;
  /** whether the product fails, and does not only differ from practice, when servers of a pool have different keys */
  readonly sharedKey: boolean;
  /** the servers that connect to it and must trust it, and be trusted */
  readonly peers: (world: W) => readonly Peer[];
}

/** A server that authenticates to the servers of a pool, and they to it (mutual TLS). */
export interface Peer {
  readonly fqdn: string;
  /** the names of which its certificate must hold one */
  readonly names: readonly string[];
  /** the certificate use that it presents */
  readonly presents: string;
}

/** The use of that name; an unknown one is a bug. */
export function useNamed<W>({ name: product, uses }: Product<W>, name: string): CertificateUse<W> {
  const use = uses.find((one) => one.name === name);
  if (!use) throw new Error(`${product} has no certificate use "${name}"; have ${uses.map((u) => u.name).join(', ')}`);
  return use;
}
