/** When the rehearsal begins, if the file does not say it. */
export const DEFAULT_CLOCK = '2013-11-07T09:00:00Z';

/** The age of the authorities at the beginning of the rehearsal, if the file does not say when they began. */
export const AUTHORITY_AGE_DAYS = 365;
