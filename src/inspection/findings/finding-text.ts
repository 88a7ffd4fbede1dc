import type { Severity } from '../../world/product-findings';

/** Findings about files, in English. A finding about a certificate in use is one of the judge's. */
export interface FileFindingText {
  readonly severity: Severity;
  /** what was found; no full stop */
  readonly detail: string;
  /** what to do about it; imperative, no full stop */
  readonly remedy: string;
  readonly source: string;
}

/** Findings by their codes, or by the code and a variant of it. */
export type FileFindingTexts = Readonly<Record<string, FileFindingText>>;
