import { encodingError } from '../der/encoding-error';
import { THE_FILE, x509Refusal } from '../x509-refusals';

/**
 * The work that opening one file may take: iterations of key derivation, for all keys, blocks, parts and forms of the
 * password together. The file states its iterations, so without a limit a small file could occupy a processor for
 * minutes, even with a wrong password. GnuTLS writes 600,000 iterations for each key, and a key for each certificate.
 */
export interface WorkBudget {
  /** Takes the work from the budget, before it is done. Refusal `unsupported.iterations`. */
  readonly spend: (work: Work) => void;
}

/** One key derivation. */
export interface Work {
  readonly iterations: number;
  /** the number of digests that the key needs */
  readonly blocks: number;
  /** how long one iteration takes, compared with one of PBKDF2 */
  readonly weight: number;
}

/** The work before the password is known to be right, about a second. A MAC of GnuTLS takes 1,800,000 for each form. */
export const MOST_FOR_PASSWORD = 5_000_000;
/** The work with the right password. */
export const MOST_FOR_CONTENT = 40_000_000;

/** A new budget. */
export function workBudget(most: number): WorkBudget {
  let spent = 0;
  return {
    spend: ({ iterations, blocks, weight }) => {
      if (iterations < 1) throw encodingError('encoding.no-iterations');
      spent += iterations * blocks * weight;
      if (spent > most) throw x509Refusal('unsupported.iterations', THE_FILE, { iterations: spent, most });
    },
  };
}

/** For files that the program writes itself. */
export const UNLIMITED: WorkBudget = { spend: () => {} };
