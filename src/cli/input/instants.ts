import type { Instant } from '../../determinism';
import { InputError } from '../../input-error';

/** Reads a date or a time in UTC: `2026-12-01`, `2026-12-01T02:00Z`. Throws an InputError for anything else. */
export function instantIn(text: string, option: string): Instant {
  const [, date = '', time = '00:00:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)Z)?$/.exec(text) ?? [];
  const instant = Date.parse(`${date}T${time}Z`);
  // the parser moves 31 February to March
  if (!Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date)) return instant;
  throw new InputError(`${option} is "${text}"; write a date such as 2026-12-01, or a time such as 2026-12-01T02:00Z`);
}
