import type { RunRecord } from '../../evidence/records';

/** The environment of a run, with its site-specific values apart from the rest. */
export type RecordedEnvironment = NonNullable<RunRecord['described']>;

export type RecordedValue = RecordedEnvironment['names'][number];

/** What the environment file accepts. */
export type RecordedValueRule = RecordedValue['accepts'];
