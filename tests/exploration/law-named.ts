import type { PoolLaw } from '../../src/products/lync-server-2013/exploration/domain';
import { LAWS } from '../../src/products/lync-server-2013/exploration/laws/laws';

/** The law of that name; throws for an unknown name. */
export function lawNamed(name: string): PoolLaw {
  const law = LAWS.find((one) => one.name === name);
  if (!law) throw new Error(`no law is named "${name}"`);
  return law;
}
