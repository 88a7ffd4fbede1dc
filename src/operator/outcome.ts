import { Refusal } from '../refusal';
import type { Console } from './console';
import { interruptedAt } from './moves';

/** The result of an operation: the console, at the moment of the refusal if there was one. */
export interface Outcome {
  readonly console: Console;
  readonly refused: Refusal | null;
}

/** Performs the operation. Errors other than a Refusal are bugs and are thrown. */
export function outcomeOn(console: Console, operation: (console: Console) => Console): Outcome {
  try {
    return { console: operation(console), refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { console: interruptedAt(error) ?? console, refused: error };
  }
}
