import type { Law } from '../../src/exploration/law';
import { LAWS } from '../../src/exploration/laws/laws';

/** The law of that name; throws when there is none. */
export function lawNamed(name: string): Law {
  const law = LAWS.find((one) => one.name === name);
  if (!law) throw new Error(`there is no law "${name}"`);
  return law;
}
