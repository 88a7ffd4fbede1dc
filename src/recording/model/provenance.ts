import type { RunRecord } from '../../evidence/records';

/** What a result rests on, and what may have moved since: the feature and the sentence of one thing, the rest of all. */
export const RESULT_INPUTS = ['feature', 'steps', 'simulation', 'environment', 'sentence'] as const;

export type ResultInput = (typeof RESULT_INPUTS)[number];

/** Where a result comes from: the run's own record, and the feature's text as it was executed. */
export interface Provenance {
  readonly run: RunRecord;
  readonly text: string;
}
