import type { RecordedStep } from '../../../recording/model/recorded-step';
import { lengthOfRepetition, type Repetition } from './repetition';
import type { RunStep } from './step-location';

/** A step with the place where it was carried out: a list of machines, or null for a step that was not executed. */
export interface PlacedStep extends RunStep {
  readonly place: readonly string[] | null;
}

/**
 * The repetition of a step on a machine: of the steps just before it that were carried out on one other machine. The
 * records of each step are read once, whatever the number of machines.
 */
export function repetitionsIn(steps: readonly PlacedStep[]): (index: number, machine: string) => Repetition {
  const gestures = steps.map(({ recorded }) => gesturesByMachine(recorded));
  const before = steps.map((_, index) => {
    const [first] = steps[index - 1]?.place ?? [];
    let begins = index;
    while (first !== undefined && begins > 0 && isAlone(steps[begins - 1], first)) begins -= 1;
    const done = gestures.slice(begins, index).map((by) => by.get(first ?? '') ?? []);
    return { first, begins, lengths: done.map(({ length }) => length), done: done.flat() };
  });
  return (index, machine) => {
    const { first, begins, lengths, done } = before[index] ?? { begins: index, lengths: [], done: [] };
    const again = first === machine ? [] : (gestures[index]?.get(machine) ?? []);
    return { begins, lengths, again: lengthOfRepetition(again, done) };
  };
}

/** The gestures in the windows on each machine, in order: page, control and gesture. */
function gesturesByMachine({ output }: RecordedStep): ReadonlyMap<string, readonly string[]> {
  const gestures = new Map<string, string[]>();
  for (const record of output.records) {
    if (record.kind !== 'window') continue;
    const there = gestures.get(record.on) ?? [];
    for (const { title, page, used } of record.shots)
      there.push(...used.map(({ control, gesture }) => JSON.stringify([title, page, control, gesture])));
    gestures.set(record.on, there);
  }
  return gestures;
}

function isAlone(step: PlacedStep | undefined, machine: string): boolean {
  return step !== undefined && !step.view.check && step.place?.length === 1 && step.place[0] === machine;
}
