import { DAY, type Instant } from '../determinism';

/** A length of time as Certificate Services states it: a number of units (`ValidityPeriodUnits`, `ValidityPeriod`). */
export interface Period {
  readonly count: number;
  readonly unit: PeriodUnit;
}

/** The units that `ValidityPeriod` and `CRLPeriod` accept (certutil -setreg). */
export const PERIOD_UNITS = ['hours', 'days', 'weeks', 'months', 'years'] as const;

export type PeriodUnit = (typeof PERIOD_UNITS)[number];

const FIXED = { hours: DAY / 24, days: DAY, weeks: 7 * DAY } as const;

/** `2 years`, `200 days`, `1 week`; undefined for other text. */
export function readPeriod(text: string): Period | undefined {
  const [, count = '', unit = ''] = /^([1-9]\d{0,4}) (hour|day|week|month|year)s?$/.exec(text) ?? [];
  const named = PERIOD_UNITS.find((one) => one === `${unit}s`);
  return named && { count: Number(count), unit: named };
}

/** That many years. */
export function years(count: number): Period {
  return { count, unit: 'years' };
}

/** The instant after the period. Months and years keep the day of the month, or the last day of a shorter month. */
export function afterPeriod(instant: Instant, { count, unit }: Period): Instant {
  switch (unit) {
    case 'years':
      return yearsAfter(instant, count);
    case 'months':
      return monthsAfter(instant, count);
    case 'hours':
    case 'days':
    case 'weeks':
      return instant + count * FIXED[unit];
  }
}

/** The instant `count` years later, on the same day of the year. */
export function yearsAfter(instant: Instant, count: number): Instant {
  const date = new Date(instant);
  return date.setUTCFullYear(date.getUTCFullYear() + count);
}

function monthsAfter(instant: Instant, count: number): Instant {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}
