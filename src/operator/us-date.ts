import type { Instant } from '../determinism';

/** A date as the command line shows it with the regional settings of the United States: `11/7/2013 9:05 AM`, in UTC. */
export function usDate(at: Instant): string {
  const date = new Date(at);
  const hour = date.getUTCHours();
  const minute = String(date.getUTCMinutes()).padStart(2, '0');
  const time = `${hour % 12 || 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${time}`;
}

/** Reads such a date, with or without a time; undefined if it is none: the 31st month does not exist. */
export function fromUsDate(text: string): Instant | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: +(\d{1,2}):(\d{2})(?::\d{2})? *([AP]M)?)?$/i.exec(text.trim());
  if (!found) return undefined;
  const [, month = '', day = '', year = '', hour = '0', minute = '0', half] = found;
  const hours = half ? (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : Number(hour);
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute));
  return new Date(at).getUTCMonth() === Number(month) - 1 && hours < 24 ? at : undefined;
}
