import type { TestStepResult } from '@cucumber/messages';

/**
 * The result of a step or scenario, in Cucumber's terms. `not run`: the stream has no result. `waived`: the feature
 * excludes it.
 */
export type Status = (typeof STATUSES)[number];

/** From the best to the worst. */
export const STATUSES = [
  'passed',
  'not run',
  'waived',
  'skipped',
  'pending',
  'undefined',
  'ambiguous',
  'failed',
] as const;

/** The status of a result of the message stream. */
export function statusOf(result: TestStepResult | undefined): Status {
  const name = result === undefined ? '' : `${result.status}`.toLowerCase();
  return STATUSES.find((status) => status === name) ?? 'not run';
}

/** The worst of several; without any, `not run`. */
export function worst(statuses: readonly Status[]): Status {
  const rank = Math.max(-1, ...statuses.map((status) => STATUSES.indexOf(status)));
  return STATUSES[rank] ?? 'not run';
}

/** Whether the status means a failure, and not only that something was not executed. */
export function isFailing(status: Status): boolean {
  return STATUSES.indexOf(status) >= STATUSES.indexOf('pending');
}

/** The combined status of several executions of one sentence: a failure outweighs a pass, a pass outweighs a skip. */
export function together(statuses: readonly Status[]): Status {
  const all = worst(statuses);
  if (isFailing(all)) return all;
  return statuses.includes('passed') ? 'passed' : all;
}
