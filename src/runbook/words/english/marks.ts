import type { PageMark } from '../marks';

/** The word beside each mark, in English. */
export const STATES: Readonly<Record<PageMark, string>> = {
  verified: 'Verified',
  refused: 'Fails as documented',
  stale: 'Stale',
  failing: 'Failing',
  undefined: 'Not defined',
  ambiguous: 'Ambiguous',
  pending: 'Pending',
  skipped: 'Skipped',
  'not-applicable': 'Not applicable here',
  'not-run': 'Not run',
  waived: 'Waived',
  unlinked: 'Not executed',
  confirmed: 'Confirmed',
  error: 'Error',
  warning: 'Warning',
  info: 'Information',
};

/** The meaning of each mark, in English. */
export const MEANINGS: Readonly<Record<PageMark, string>> = {
  verified: 'It was executed and did what it says.',
  refused: 'A documented failure: it was executed, and it fails where and as it says.',
  stale: 'It held when it was executed; something that it rests on has changed since.',
  failing: 'It was executed and did not do what it says.',
  undefined: 'No step definition knows the sentence.',
  ambiguous: 'Several step definitions know the sentence.',
  pending: 'Its step definition is not finished.',
  skipped: 'It was left out because something before it had not passed.',
  'not-applicable':
    'The environment does not allow it, for the reason given, or has none of the machines that it means.',
  'not-run': 'It was not executed in this run.',
  waived: 'Deliberately not executed for now, or a sentence that needs no execution; the reason is given.',
  unlinked: 'A sentence that no step and no scenario executes.',
  confirmed: 'The document was done literally, and what follows is what the scenario says.',
  error: 'Something does not work, or will not at the next start.',
  warning: 'It works, against what is documented or recommended.',
  info: 'Nothing is wrong; it is good to know.',
};
