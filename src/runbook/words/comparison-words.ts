import { type Comparison, KINDS, type Kind } from '../comparison/comparison';
import { saying, sentence } from './headings';
import type { PageWords } from './page-words';

const THINGS = [
  ['procedures', 'changedProcedures'],
  ['scenarios', 'changedScenarios'],
  ['steps', 'changedSteps'],
] as const;

const CHANGES = {
  added: 'changedAdded',
  removed: 'changedRemoved',
  reworded: 'changedReworded',
  expectation: 'changedExpectation',
  moved: 'changedMoved',
} as const satisfies Record<Kind, string>;

/** `1 newly failing. Steps: 2 added, 1 reworded.` */
export function changesInWords(
  { newlyFailing, newlyPassing, procedures, totals }: Comparison,
  words: PageWords,
): string {
  const say = saying(words);
  if (newlyFailing.length + newlyPassing.length + procedures.length === 0) return words.labels.nothingChanged;
  const outcomes = [
    ...(newlyFailing.length > 0 ? [say('newlyFailing', { count: newlyFailing.length })] : []),
    ...(newlyPassing.length > 0 ? [say('newlyPassing', { count: newlyPassing.length })] : []),
  ];
  const things = THINGS.flatMap(([thing, name]) => {
    const counts = totals[thing];
    const changes = KINDS.flatMap((kind) => (counts[kind] > 0 ? [say(CHANGES[kind], { count: counts[kind] })] : []));
    return changes.length > 0 ? [say(name, { changes: changes.join(words.labels.comma) })] : [];
  });
  const sentences = [outcomes.join(words.labels.comma), ...things].filter((text) => text !== '');
  if (sentences.length === 0) return say('otherStates');
  return sentences.map((text) => sentence(text, say)).join(say('gap'));
}
