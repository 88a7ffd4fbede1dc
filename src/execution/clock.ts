import { InputError } from '../input-error';

/**
 * What time it is said to be, ISO 8601 in UTC: SOURCE_DATE_EPOCH (seconds) where it is set, else that of the clock.
 * Throws a Mistake where it is set to something else.
 */
export function now(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined) return new Date().toISOString();
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString();
  throw new InputError(`SOURCE_DATE_EPOCH is "${epoch}"; it has to be a number of seconds since 1970`);
}

/** Which day it is said to be in UTC, `YYYY-MM-DD`. */
export function today(): string {
  return now().slice(0, 'YYYY-MM-DD'.length);
}
