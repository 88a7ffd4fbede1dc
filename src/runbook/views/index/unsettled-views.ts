import type { Unsettled } from '../../outline/unsettled';
import type { Words } from '../../words/words';

/** Something unsettled, in words. */
export interface UnsettledView extends Omit<Unsettled, 'at'> {
  readonly message: string;
}

/** The scenarios that failed or were not completed, in the words of a language. */
export function unsettledViews(all: readonly Unsettled[], { prose, fact }: Words): readonly UnsettledView[] {
  return all.map(({ procedure, scenario, step, message, at: _, ...one }) => {
    return {
      ...one,
      procedure: prose(procedure),
      scenario: prose(scenario),
      step: prose(step),
      message: typeof message === 'string' ? prose(message) : fact(message),
    };
  });
}
