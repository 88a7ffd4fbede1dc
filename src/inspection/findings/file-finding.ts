import type { Fact, Value } from '../../fact';
import type { Severity } from '../../world/product-findings';

/** Something about a file that is not as required. */
export interface FileFinding {
  readonly code: string;
  readonly severity: Severity;
  /** the server that finds it; null if every server does, or if the servers are examples */
  readonly server: string | null;
  /** the file, the step of a procedure that refuses it, or the pool that it would break */
  readonly on: Value;
  readonly detail: Fact;
  /** the cause on the page of the code, or the error of the real product */
  readonly cause: string | null;
  readonly remedy: Fact;
  readonly source: Value;
}
