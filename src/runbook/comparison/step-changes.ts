import type { RecordedStep } from '../../recording/model/recorded-step';
import type { Kind, StepChange, StepSide } from './comparison';
import { alikePairs, inSequence, movedPairs, type Pair, shared } from './pairing';

type Steps = readonly RecordedStep[];

/**
 * The changes among the steps of a scenario. Two steps are the same if their content is equal. Otherwise they are the
 * same if they cite the same sentences of the source, or are between the same steps and cite no different sentences.
 */
export function stepChanges(before: Steps, after: Steps): readonly StepChange[] {
  const same = inSequence(before.map(contentOf), after.map(contentOf));
  const counts = { before: before.length, after: after.length };
  const elsewhere = alikePairs(same, counts, (i, j) => (contentOf(before[i]) === contentOf(after[j]) ? 1 : 0));
  const pairs = alikePairs(elsewhere, counts, (i, j) => likeness(before[i], after[j], gapOf(same, i, j)));
  const moved = movedPairs(pairs);
  const changes = pairs.map((pair) => changeOf(pair, before, after, moved.includes(pair)));
  const has = (side: keyof Pair, index: number) => pairs.some((pair) => pair[side] === index);
  const removed = before.flatMap((step, index) => (has('before', index) ? [] : [alone('removed', step, index)]));
  const added = after.flatMap((step, index) => (has('after', index) ? [] : [alone('added', step, index)]));
  return [...changes, ...removed, ...added]
    .filter(({ kinds }) => kinds.length > 0)
    .sort((a, b) => placeOf(a) - placeOf(b));
}

function contentOf(step: RecordedStep | undefined): string {
  return JSON.stringify([step?.type, step?.text, step?.table, step?.docString]);
}

/** Whether both are between the same steps. */
function gapOf(same: readonly Pair[], i: number, j: number): boolean {
  return same.every(({ before, after }) => before < i === after < j);
}

function likeness(before: RecordedStep | undefined, after: RecordedStep | undefined, sameGap: boolean): number {
  if (!before || !after || before.type !== after.type || before.background !== after.background) return 0;
  const sources = shared(before.sources, after.sources);
  const foreign = before.sources.length > 0 && after.sources.length > 0 && sources === 0;
  if (foreign || (sources === 0 && !sameGap)) return 0;
  return 1 + sources + shared(wordsOf(before.text), wordsOf(after.text));
}

function changeOf({ before: i, after: j }: Pair, olds: Steps, news: Steps, moved: boolean): StepChange {
  const [was, is] = [olds[i], news[j]];
  if (!was || !is) throw new Error('a pair has both sides');
  const reworded: Kind = is.type === 'Outcome' ? 'expectation' : 'reworded';
  const kinds = [...(contentOf(was) === contentOf(is) ? [] : [reworded]), ...(moved ? (['moved'] as const) : [])];
  const [before, after] = partsOfBoth(was.text, is.text);
  const [given, now] = partsOfBoth(argumentOf(was), argumentOf(is));
  return { kinds, before: sideOf(was, i, before, given), after: sideOf(is, j, after, now) };
}

function alone(kind: 'added' | 'removed', step: RecordedStep, index: number): StepChange {
  const side = sideOf(step, index, [{ text: step.text, changed: false }]);
  return { kinds: [kind], before: kind === 'removed' ? side : null, after: kind === 'added' ? side : null };
}

/** The table and the text that a step is given, as text. */
export function argumentOf({ table, docString }: Pick<RecordedStep, 'table' | 'docString'>): string {
  return [...table.map((row) => row.join(' | ')), ...(docString ? [docString] : [])].join('\n');
}

function sideOf(
  step: RecordedStep,
  index: number,
  parts: StepSide['parts'],
  argument: StepSide['parts'] = unchanged(argumentOf(step)),
): StepSide {
  const { keyword, background, text, table, docString } = step;
  return { position: index + 1, keyword, background, text, parts, table, docString: docString ?? '', argument };
}

function unchanged(text: string): StepSide['parts'] {
  return text === '' ? [] : [{ text, changed: false }];
}

function placeOf({ before, after }: StepChange): number {
  return after ? after.position : (before?.position ?? 0) - 0.5;
}

/** Words with the space after them; of scripts without spaces, characters. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{Script=Han}]|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
}

/** Two texts in pieces; the pieces that the other text does not have at that place are marked. */
export function partsOfBoth(before: string, after: string): readonly [StepSide['parts'], StepSide['parts']] {
  const words = [wordsOf(before), wordsOf(after)] as const;
  const kept = inSequence(...words);
  return [
    partsOf(words[0], new Set(kept.map((pair) => pair.before))),
    partsOf(words[1], new Set(kept.map((pair) => pair.after))),
  ];
}

function partsOf(words: readonly string[], kept: ReadonlySet<number>): StepSide['parts'] {
  const parts: { text: string; changed: boolean }[] = [];
  for (const [index, word] of words.entries()) {
    const last = parts.at(-1);
    const changed = !kept.has(index);
    if (last?.changed === changed) last.text += word;
    else parts.push({ text: word, changed });
  }
  return parts;
}
