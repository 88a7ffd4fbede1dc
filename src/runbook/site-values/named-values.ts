import type { RunRecord } from '../../evidence/records';

/** The environment of a run, its names apart from all else. */
export type NamedEnvironment = NonNullable<RunRecord['described']>;

export type NamedValue = NamedEnvironment['names'][number];

export type ValueName = NamedValue['name'];
