/**
 * Dates in the format of a server's region: `11/7/2013 9:05 AM`, `07/11/2013 09:05`, `7.11.2013 09:05`,
 * `2013/11/7 上午 09:05`. They are in the local time of the server, which no text states, so they are right to a day.
 */

const DATE = /^(\d{1,4})([/.-])\s?(\d{1,2})[/.-]\s?(\d{1,4})\.?(?:\s+|T)?(.*)$/;
const TIME = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?/;

/** How a text writes the day and the month of its dates; null: nothing in it tells. */
export type DateOrder = 'day first' | 'month first' | null;

/** The order in the dates of one text, as far as a date in it has a day after the 12th. */
export function orderIn(dates: readonly string[]): DateOrder {
  const parts = dates.map((date) => DATE.exec(date.trim())).filter((found) => (found?.[1] ?? '').length <= 2);
  if (parts.some((found) => found?.[2] === '.' || Number(found?.[1]) > 12)) return 'day first';
  return parts.some((found) => Number(found?.[3]) > 12) ? 'month first' : null;
}

/** The date in ISO 8601, as if it was in UTC; null if it cannot be read, or if its order is unknown. */
export function isoDate(text: string, order: DateOrder): string | null {
  const exact = /^\/Date\((-?\d+)[^)]*\)\/$/.exec(text.trim())?.[1];
  if (exact !== undefined) return isoOf(Number(exact));
  const found = DATE.exec(text.trim());
  if (!found) return null;
  const [, first = '', , second = '', third = '', rest = ''] = found;
  const time = millisecondsIn(rest);
  if (time === null) return null;
  if (first.length === 4) return dayOf([first, second, third], time);
  if (third.length !== 4) return null;
  if (order === null && first !== second) return null;
  return dayOf(order === 'day first' ? [third, second, first] : [third, first, second], time);
}

function dayOf(parts: readonly string[], time: number): string | null {
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoOf(at + time) : null;
}

/** The time of day; null if it is none. */
function millisecondsIn(text: string): number | null {
  if (text.trim() === '') return 0;
  const found = TIME.exec(text);
  if (!found) return null;
  const [, hour = '', minute = '', second = '0'] = found;
  const isAfternoon = /PM|下午/i.test(text);
  const hours = isAfternoon || /AM|上午/i.test(text) ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}

function isoOf(at: number): string | null {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
