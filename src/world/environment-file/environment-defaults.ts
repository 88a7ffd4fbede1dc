import { afterPeriod, type Period, readPeriod, years } from '../../adcs/period';
import { DAY } from '../../determinism';

/** When the rehearsal begins, if the file does not say it. */
export const DEFAULT_CLOCK = '2013-11-07T09:00:00Z';

const USUAL_AGE_DAYS = 365;

/** The part of an entry that says how long certificates are valid. */
interface ValidEntry {
  readonly validity?: string;
  readonly validityYears: number;
}

/** The period of `validity`, or else that of `validityYears`. */
export function validityOf({ validity, validityYears }: ValidEntry): Period {
  return readPeriod(validity ?? '') ?? years(validityYears);
}

/**
 * The age in days that authorities without `validFrom` have when the rehearsal begins: at most half of the shortest
 * validity, so that they are all valid.
 */
export function authorityAgeDays(authorities: readonly ValidEntry[]): number {
  const shortest = Math.min(...authorities.map((entry) => daysOf(validityOf(entry))));
  return Math.min(USUAL_AGE_DAYS, Math.floor(shortest / 2));
}

function daysOf(period: Period): number {
  return period.unit === 'years' ? period.count * 365 : afterPeriod(0, period) / DAY;
}
