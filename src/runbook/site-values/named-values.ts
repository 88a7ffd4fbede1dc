import type { RunRecord } from '../../evidence/records';

/** The environment of a run, with its site-specific values apart from the rest. */
export type NamedEnvironment = NonNullable<RunRecord['described']>;

export type NamedValue = NamedEnvironment['names'][number];

/** What the environment file accepts. */
export type ValueRule = NamedValue['accepts'];
