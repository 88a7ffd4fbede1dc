import type { Console } from '../../src/operator/console';
import { interruptedAt } from '../../src/operator/moves';
import { Refusal } from '../../src/refusal';

/** A step of the scenario: what tells it from others, and what it is for. */
export interface PlannedStep {
  readonly name: string;
  readonly type: string;
}

/** What comes of a deed: the console, at the place where the machine refused if it did. */
export interface Outcome {
  readonly console: Console;
  readonly refused: Refusal | null;
}

/** Does the deed. What is no Refusal is a mistake of ours and is thrown. */
export function outcomeOn(console: Console, deed: (console: Console) => Console): Outcome {
  try {
    return { console: deed(console), refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { console: interruptedAt(error) ?? console, refused: error };
  }
}
