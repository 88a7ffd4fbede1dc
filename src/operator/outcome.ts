import { Refusal } from '../refusal';
import type { Console } from './console';
import { interruptedAt } from './moves';

/** What comes of a operation: the console, at the place where the machine refused if it did. */
export interface Outcome {
  readonly console: Console;
  readonly refused: Refusal | null;
}

/** Does the operation. What is no Refusal is a mistake of ours and is thrown. */
export function outcomeOn(console: Console, operation: (console: Console) => Console): Outcome {
  try {
    return { console: operation(console), refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { console: interruptedAt(error) ?? console, refused: error };
  }
}
