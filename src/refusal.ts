import { type HresultName, hresultCode } from './hresult';

/** The parts of a Refusal: the rule, the machine or authority, what was observed, and the remedy. */
export interface RefusalParts {
  /** kebab-case, stable: `key-not-exportable`, `wrong-password`, … */
  readonly code: string;
  /** the machine, authority or file that refused */
  readonly on: string;
  /** the request and the observed state; lower case, no full stop */
  readonly detail: string;
  /** what the operator can do; lower case, no full stop */
  readonly remedy: string;
  /** symbolic name of the real product's error, if it has one */
  readonly hresult?: HresultName;
}

/**
 * A machine does not perform an operation. It is thrown before a new value exists, so the previous state remains. An
 * answer that is part of normal work (issued, pending, denied; a choice that is not offered) is an outcome, not a
 * Refusal.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly on: string;
  readonly detail: string;
  readonly remedy: string;
  readonly hresult: HresultName | undefined;

  constructor(parts: RefusalParts) {
    const code = parts.hresult ? ` [${parts.hresult} ${hresultCode(parts.hresult)}]` : '';
    super(`${parts.on}: ${parts.code}: ${parts.detail}${code}; ${parts.remedy}`);
    this.name = 'Refusal';
    this.code = parts.code;
    this.on = parts.on;
    this.detail = parts.detail;
    this.remedy = parts.remedy;
    this.hresult = parts.hresult;
  }
}
