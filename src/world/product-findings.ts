import type { Fact } from '../fact';
import type { StoreEntry } from '../windows/certificate-store';
import type { Machine } from '../windows/machine';
import type { Pool, Server } from './topology';

/** What a product adds to the judge: the pages of the codes, and rules about what it does not support. */

/** How bad a finding is: it does not work, it is not as documented, or it is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** How certain the behaviour of the real products is: Microsoft documents it, administrators report it, or it is assumed. */
export type Certainty = 'documented' | 'reported' | 'assumed';

/** The reference page of a finding code. */
export interface CodePage {
  readonly title: string;
  /** the usual severity; a finding may differ where the version of Windows or the use of the certificate matters */
  readonly severity: Severity;
  readonly symptom: string;
  readonly cause: string;
  /** the command to type or the place to look */
  readonly check: string;
  readonly fix: string;
  readonly source: string;
  readonly certainty: Certainty;
}

/** Pages by their codes. */
export type CodePages = Readonly<Record<string, CodePage>>;

/** A certificate of a server, and the use that it is judged for. */
export interface JudgedCertificate<W> {
  readonly deployment: W;
  readonly pool: Pool;
  readonly server: Server;
  readonly machine: Machine;
  readonly use: { readonly name: string; readonly title: string };
  readonly entry: StoreEntry;
}

/** What a rule of a product finds; the judge adds the server and the page of the code. */
export interface Observation {
  readonly code: string;
  readonly detail: Fact;
}

/** A rule of a product about one certificate. */
export type CertificateRule<W> = (certificate: JudgedCertificate<W>) => readonly Observation[];

export interface ProductFindings<W> {
  /** the page of every code, general ones included, in the order of the runbook */
  readonly pages: CodePages;
  /** rules about a private key that the general rules accept; the first one that finds something counts */
  readonly keyRules: readonly CertificateRule<W>[];
  readonly certificateRules: readonly CertificateRule<W>[];
}
