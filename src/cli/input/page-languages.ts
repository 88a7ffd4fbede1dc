import { InvalidArgumentError } from 'commander';
import { translations } from '../../package/catalogue';

/** A language of the pages: `en`, or the name of a folder below `languages/`. */
export type Language = string;

export const ENGLISH = 'en';

/**
 * Reads a list such as `en,zh-TW`: the languages of the option without duplicates. Throws Commander's error for an
 * unknown one.
 */
export function languagesIn(value: string): readonly Language[] {
  const named = new Set(value.split(',').map((name) => name.trim()));
  const known = [ENGLISH, ...([...named].join() === ENGLISH ? [] : translations())];
  if ([...named].every((name) => known.includes(name))) return [...named];
  throw new InvalidArgumentError(`pages are written in: ${known.join(', ')}.`);
}
