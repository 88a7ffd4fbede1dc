import type { FactTexts, Value } from '../fact';

/** The English texts of the facts that the records of the run can state; one record per run. */
export interface TextsRecord {
  readonly kind: 'texts';
  readonly texts: FactTexts;
}

/** A machine did not perform the operation. */
export interface RefusalRecord {
  readonly kind: 'refusal';
  readonly code: string;
  readonly on: Value;
  readonly detail: Value;
  readonly remedy: Value;
  /** symbolic name and code, as `NTE_BAD_KEY_STATE 0x8009000b` */
  readonly hresult?: string;
}
