/** When the rehearsal begins, if the file does not say it. */
export const DEFAULT_CLOCK = '2013-11-07T09:00:00Z';

const USUAL_AGE_DAYS = 365;

/**
 * The age in days that authorities without `validFrom` have when the rehearsal begins: at most half of the shortest
 * validity, so that they are all valid.
 */
export function authorityAgeDays(authorities: readonly { readonly validityYears: number }[]): number {
  const years = Math.min(...authorities.map(({ validityYears }) => validityYears));
  return Math.min(USUAL_AGE_DAYS, Math.floor((years * 365) / 2));
}
