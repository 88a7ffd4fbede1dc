import type { Severity } from './severity';

/** How sure it is that the real products behave so: Microsoft says it, administrators report it, or it is assumed. */
export type Certainty = 'documented' | 'reported' | 'assumed';

/** What stands on the page of a code. */
export interface CodePage {
  readonly title: string;
  /** as a rule; a finding may weigh less where the version of Windows or the use of the certificate says so */
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
