import { AssertionError } from 'chai';
import type { Violation } from './source-tree';

/** Fails with one line for each place where the rule does not hold. */
export function report(rule: string, violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  const places = violations.map(({ at, what }) => `  ${at} ${what}`);
  throw new AssertionError([`${rule}: not in ${violations.length} place(s)`, ...places].join('\n'));
}
