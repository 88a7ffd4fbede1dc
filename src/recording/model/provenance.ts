import type { RunRecord } from '../../evidence/records';

/**
 * The inputs that a result depends on. A feature, the sources of a plan and a sentence affect single results, the other
 * inputs all results.
 */
export const RESULT_INPUTS = ['feature', 'plan', 'steps', 'simulation', 'environment', 'sentence'] as const;

export type ResultInput = (typeof RESULT_INPUTS)[number];

/** The origin of a result: the record of its run, and the text of the feature that was executed. */
export interface Provenance {
  readonly run: RunRecord;
  readonly text: string;
}
