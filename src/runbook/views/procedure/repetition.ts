import type { RecordedStep } from '../../../recording/reading/steps';

/** How much of some steps a later one has done over again on another machine, as its windows show. */
export interface Repetition {
  /** the place of the first of these steps among all of the walk */
  readonly begins: number;
  /** how many gestures each of these steps made */
  readonly lengths: readonly number[];
  /** how many of all these gestures were made again */
  readonly again: number;
}

/** What was done in windows on that machine, in order: which control of which page was used how. */
export function gesturesOf({ output }: RecordedStep, machine: string): readonly string[] {
  return output.records.flatMap((record) =>
    record.kind === 'window' && record.on === machine
      ? record.shots.flatMap(({ title, page, used }) =>
          used.map(({ control, gesture }) => JSON.stringify([title, page, control, gesture])),
        )
      : [],
  );
}

/** How many gestures were made again: all of them have to be the first ones of those, in their order; else none counts. */
export function lengthOfRepetition(again: readonly string[], done: readonly string[]): number {
  return again.every((gesture, index) => gesture === done[index]) ? again.length : 0;
}

/** Whether the step was repeated to its end; one without windows was, where the next gesture after it was made. */
export function coversStep(index: number, { begins, lengths, again }: Repetition): boolean {
  if (again === 0 || index < begins || index >= begins + lengths.length) return false;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const end = sum(lengths.slice(0, index - begins + 1));
  const own = lengths[index - begins] ?? 0;
  return own > 0 || end === sum(lengths) ? again >= end : again > end;
}

/** Whether a repetition that was broken off was so in this step: the first that it did not bring to its end. */
export function stopsIn(index: number, repetition: Repetition): boolean {
  const { begins, lengths, again } = repetition;
  const whole = lengths.map((_, place) => begins + place);
  return again > 0 && whole.find((step) => !coversStep(step, repetition)) === index;
}
