import type { Fact } from '../fact';
import type { Deployment } from '../world/deployment';
import { causeFact, pageFact, type Severity } from '../world/product-findings';

/** Something about a pool that is not as required, as an administrator sees it who inspects the servers. */
export interface Finding {
  /** a key of the product's pages */
  readonly code: string;
  readonly severity: Severity;
  /** the FQDN of the pool */
  readonly pool: string;
  /** the server; none where the finding is about several servers together */
  readonly server?: string;
  /** the key of the cause, where the page of the code has several */
  readonly cause?: string;
  /** what was found: names, thumbprints, dates */
  readonly detail: Fact;
  /** what the administrator does to fix it */
  readonly remedy: Fact;
  /** the rule: sentence ids, a Microsoft page, an RFC section */
  readonly source: Fact;
}

/** What a rule finds. */
export interface FindingParts {
  readonly pool: string;
  readonly server?: string;
  readonly detail: Fact;
  /** where it differs from the usual one of the code */
  readonly severity?: Severity;
  /** the key of the cause, where the page of the code has several */
  readonly cause?: string;
}

/** A finding with the source of its code, and with the remedy of its cause. */
export function finding(
  { product }: Deployment,
  code: string,
  { pool, server, detail, severity, cause }: FindingParts,
): Finding {
  const page = product.findings.pages[code];
  if (!page) throw new Error(`${product.name} has no page for the finding code ${code}`);
  if (cause !== undefined && !page.causes?.[cause]) throw new Error(`${code} has no cause "${cause}"`);
  return {
    code,
    severity: severity ?? page.severity,
    pool,
    ...(server === undefined ? {} : { server }),
    ...(cause === undefined ? {} : { cause }),
    detail,
    remedy: cause === undefined ? pageFact(code, 'fix') : causeFact(code, cause, 'fix'),
    source: pageFact(code, 'source'),
  };
}

/** The title of the certificate use that the finding is about; undefined where it is about none. */
export function useTitleIn({ detail }: Finding): string | undefined {
  const { use } = detail.parameters;
  return typeof use === 'object' && 'label' in use ? use.label : undefined;
}
