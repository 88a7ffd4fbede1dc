import type { Unsettled } from '../../outline/unsettled';
import type { Words } from '../../words/words';

/** What failed or was not carried through, in the words of a language. */
export function unsettledViews(all: readonly Unsettled[], { prose }: Words): readonly Unsettled[] {
  return all.map(({ procedure, scenario, step, message, ...one }) => {
    return {
      ...one,
      procedure: prose(procedure),
      scenario: prose(scenario),
      step: prose(step),
      message: prose(message),
    };
  });
}
