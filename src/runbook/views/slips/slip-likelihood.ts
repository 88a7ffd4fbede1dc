import type { SlipLine } from '../../../evidence/slip-records';

/**
 * The kinds of slips, the most likely first. Leaving out a step is "the single most common human error type":
 * J. Reason, "Combating omission errors through task analysis and good reminders", Quality and Safety in Health Care 11,
 * 2002. No source orders the other kinds. Here, wrong objects come first, then wrong options and values.
 */
export const KINDS_BY_LIKELIHOOD: readonly string[] = [
  'left out',
  'jumped ahead',
  'other server',
  'other file',
  'other template',
  'other option',
  'left as it is',
  'wrong value',
  'next step first',
  'done twice',
  'interrupted',
  'too late',
  'intrusion',
];

/** The slips in the order in which people make them most often; a kind that the table does not name comes last. */
export function byLikelihood(slips: readonly SlipLine[]): readonly SlipLine[] {
  return [...slips].sort((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ slip }: SlipLine): number {
  const rank = KINDS_BY_LIKELIHOOD.indexOf(slip);
  return rank < 0 ? KINDS_BY_LIKELIHOOD.length : rank;
}
