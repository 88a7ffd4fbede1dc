import { InputError } from '../input-error';

/**
 * The time, ISO 8601 in UTC: SOURCE_DATE_EPOCH (seconds) if it is set, else that of the clock. Throws an InputError if
 * it is set to anything else.
 */
export function now(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined) return new Date().toISOString();
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString();
  throw new InputError(`SOURCE_DATE_EPOCH is "${epoch}"; it has to be a number of seconds since 1970`);
}

/** The date in UTC, `YYYY-MM-DD`. */
export function today(): string {
  return now().slice(0, 'YYYY-MM-DD'.length);
}
