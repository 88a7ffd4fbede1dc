import type { Fact, FactTexts } from '../fact';
import type { StoreEntry } from '../windows/certificate-store';
import type { Machine } from '../windows/machine';
import type { Pool, Server } from './topology';

/** The contribution of a product to the judge: the pages of the codes, and rules about unsupported features. */

/** The severity of a finding: it does not work, it differs from the documentation, or it is useful to know. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * The source of knowledge about the real products: Microsoft documents it, administrators report it, or it is assumed.
 */
export type Certainty = 'documented' | 'reported' | 'assumed';

/** The reference page of a finding code. */
export interface CodePage {
  readonly title: string;
  /** the usual severity; a finding may differ, depending on the version of Windows or the use of the certificate */
  readonly severity: Severity;
  readonly symptom: string;
  readonly cause: string;
  /** the command to type or the place to inspect */
  readonly check: string;
  readonly fix: string;
  readonly source: string;
  readonly certainty: Certainty;
  /** where several causes lead to the code: each with its own remedy, by a key that the finding names */
  readonly causes?: Readonly<Record<string, CodeCause>>;
}

/** One of several causes of a code. */
export interface CodeCause {
  readonly cause: string;
  /** how to tell it from the other causes */
  readonly sign: string;
  /** the remedy for this cause */
  readonly fix: string;
}

/** How the text of a finding begins that is about a certificate. */
export const CERTIFICATE = '{use}, thumbprint {thumbprint}';

/** Pages by code. */
export type CodePages = Readonly<Record<string, CodePage>>;

/** The parts of a page that each language words. */
const WORDED = ['title', 'symptom', 'cause', 'fix', 'source'] as const;
const CAUSE_PARTS = ['cause', 'sign', 'fix'] as const;

/** A part of the page of a code. */
export function pageFact(code: string, part: (typeof WORDED)[number]): Fact {
  return { code: `code.${code}.${part}`, parameters: {} };
}

/** A part of one cause on the page of a code. */
export function causeFact(code: string, cause: string, part: keyof CodeCause): Fact {
  return { code: `code.${code}.causes.${cause}.${part}`, parameters: {} };
}

/** The English texts of the parts of pages, by the codes of their facts. */
export function pageTexts(pages: CodePages): FactTexts {
  return Object.fromEntries(
    Object.entries(pages).flatMap(([code, page]) => [
      ...WORDED.map((part) => [pageFact(code, part).code, page[part]]),
      ...Object.entries(page.causes ?? {}).flatMap(([cause, texts]) =>
        CAUSE_PARTS.map((part) => [causeFact(code, cause, part).code, texts[part]]),
      ),
    ]),
  );
}

/** A certificate of a server, and the use for which the judge examines it. */
export interface JudgedCertificate<W> {
  readonly deployment: W;
  readonly pool: Pool;
  readonly server: Server;
  readonly machine: Machine;
  readonly use: { readonly name: string; readonly title: string };
  readonly entry: StoreEntry;
}

/** The result of a product's rule; the judge adds the server and the page of the code. */
export interface Observation {
  readonly code: string;
  readonly detail: Fact;
}

/** A product's rule about one certificate. */
export type CertificateRule<W> = (certificate: JudgedCertificate<W>) => readonly Observation[];

export interface ProductFindings<W> {
  /** the page of every code, including general ones, in the order of the runbook */
  readonly pages: CodePages;
  /** rules about a private key that passes the general rules; the first observation counts */
  readonly keyRules: readonly CertificateRule<W>[];
  readonly certificateRules: readonly CertificateRule<W>[];
}
