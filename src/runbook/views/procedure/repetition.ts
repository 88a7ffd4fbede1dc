/** How far a later step repeats earlier steps on another machine, as its windows show. */
export interface Repetition {
  /** the index of the first of these steps in the procedure run */
  readonly begins: number;
  /** the number of gestures of each of these steps */
  readonly lengths: readonly number[];
  /** the number of these gestures that were repeated */
  readonly again: number;
}

/** The number of repeated gestures. They must be the first ones of the earlier steps, in order; otherwise it is 0. */
export function lengthOfRepetition(again: readonly string[], done: readonly string[]): number {
  return again.every((gesture, index) => gesture === done[index]) ? again.length : 0;
}

/** Whether the step was repeated to its end. A step without windows was, where the next gesture after it was repeated. */
export function coversStep(index: number, { begins, lengths, again }: Repetition): boolean {
  if (again === 0 || index < begins || index >= begins + lengths.length) return false;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const end = sum(lengths.slice(0, index - begins + 1));
  const own = lengths[index - begins] ?? 0;
  return own > 0 || end === sum(lengths) ? again >= end : again > end;
}

/** Whether the repetition ended early in this step: the first step that it did not complete. */
export function stopsIn(index: number, repetition: Repetition): boolean {
  const { begins, lengths, again } = repetition;
  const whole = lengths.map((_, place) => begins + place);
  return again > 0 && whole.find((step) => !coversStep(step, repetition)) === index;
}
