import { type Stats, statSync } from 'node:fs';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';

/** What is at a path. Throws an InputError with that text if nothing is there, or about why it cannot be reached. */
export function existing(path: string, otherwise: string): Stats {
  const found = onPath(path, () => statSync(path, { throwIfNoEntry: false }));
  if (found === undefined) throw new InputError(otherwise);
  return found;
}
