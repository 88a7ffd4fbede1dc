import { FINDING_CODES, type FindingCode } from './finding-codes';
import type { Severity } from './severity';

/** Something about a pool that is not as it has to be, as somebody sees it who looks at the servers from outside. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** the FQDN of the pool that it is about */
  readonly pool: string;
  /** the server it was found on; none where it is about several together */
  readonly server?: string;
  /** what was found: names, thumbprints, dates; lower case, no full stop */
  readonly detail: string;
  /** what the administrator does about it */
  readonly remedy: string;
  /** the rule: sentence ids, a Microsoft page, an RFC section */
  readonly source: string;
}

/** A finding with the remedy and the source of its code; `severity` where it differs from that of the code. */
export function finding(
  code: FindingCode,
  { pool, server, detail, severity }: { pool: string; server?: string; detail: string; severity?: Severity },
): Finding {
  const page = FINDING_CODES[code];
  return {
    code,
    severity: severity ?? page.severity,
    pool,
    ...(server === undefined ? {} : { server }),
    detail,
    remedy: page.fix,
    source: page.source,
  };
}
