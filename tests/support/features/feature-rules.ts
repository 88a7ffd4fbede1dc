import type { Ledgers } from '../ledger';
import type { Violation } from '../source-tree';
import { citedFailures, citedSentences, comments, exampleSources, shownFailures, walkSources } from './citation-rules';
import { at, examples, ordinary, walks } from './feature-examples';
import type { FeatureFile, FeatureStep } from './feature-tree';

/** All tags; they only classify. */
export const TAGS = [
  '@procedure',
  '@failure',
  '@rollback',
  '@document-defect',
  '@deployment',
  '@judgement',
  '@property',
  '@zh-TW',
  '@two-windows-versions',
];

const BACKGROUND_STEPS = 4;
const EXAMPLE_STEPS = 7;
const MEDIAN_STEPS = 5;
const SCREEN_WORDS = [
  /\b(Next|Finish|Browse|OK)\b/,
  /\b(buttons?|pages?|dialogs?|check ?box(es)?|radio|menus?)\b/i,
  /\b(double-|right-)?(clicks?|clicked|press|presses|pressed|ticks?|ticked|unticks?)\b/i,
];

export type FeatureRule = (features: readonly FeatureFile[], ledgers: Ledgers) => Violation[];

/** The house rules for features, each under its sentence. */
export const FEATURE_RULES: Readonly<Record<string, FeatureRule>> = {
  'features, rules and examples have names of their own': names,
  'every feature says what it is about': (features) =>
    features.flatMap((f) => (f.feature?.description.trim() ? [] : [at(f, f.feature?.line ?? 1, 'no description')])),
  'a background is at most 4 steps, all of them Given': backgrounds,
  'an example has at most 7 steps': (features) =>
    ordinary(features).flatMap(([f, e]) =>
      e.steps.length > EXAMPLE_STEPS ? [at(f, e.line, `${e.steps.length} steps; ${EXAMPLE_STEPS} at most`)] : [],
    ),
  'half of the examples have at most 5 steps': medianLength,
  'an example is Given … When Then …, with one When': order,
  'a walk has no Given after its first When': walkOrder,
  'tags come from the closed list': (features) =>
    features.flatMap((f) =>
      f.tags.flatMap((t) =>
        TAGS.includes(t.name) ? [] : [at(f, t.line, `${t.name} is not one of ${TAGS.join(' ')}`)],
      ),
    ),
  'every comment is a source or a failure comment above something': comments,
  'every sentence that is cited is in the ledger, and is not waived': citedSentences,
  'every failure that is cited is in the ledger of failures, and is in scope': citedFailures,
  'every failure in scope is shown by an example': shownFailures,
  'every step of a walk cites the sentences that it executes': walkSources,
  'every other example cites a sentence or a failure, itself or through its rule or feature': exampleSources,
  'no example outside the walks speaks of the screen': (features) =>
    wording(features, false, (text) => SCREEN_WORDS.map((words) => words.exec(text)?.[0]).find((word) => word)),
  'an outline has several rows': (features) =>
    examples(features).flatMap(([f, e]) =>
      e.rows !== undefined && e.rows < 2 ? [at(f, e.line, `an outline with ${e.rows} row(s)`)] : [],
    ),
  'no step says should': (features) => wording(features, true, (text) => /\bshould\b/i.exec(text)?.[0]),
  'no step says I': (features) => wording(features, true, (text) => /\bI\b/.exec(text)?.[0]),
  'where something is refused, nothing has changed': refusals,
  'no step ends in a full stop': (features) => wording(features, true, (text) => /[.。]\s*$/.exec(text)?.[0]),
};

function names(features: readonly FeatureFile[]): Violation[] {
  const featureNames = features.flatMap((f) => (f.feature ? [{ file: f, ...f.feature }] : []));
  return [
    ...features.flatMap((f) => (f.feature ? [] : [at(f, 1, 'no feature')])),
    ...namesIn(featureNames),
    ...features.flatMap((f) => [
      ...namesIn(f.rules.map((rule) => ({ file: f, ...rule }))),
      ...namesIn(f.examples.map((example) => ({ file: f, ...example }))),
    ]),
  ];
}

function namesIn(things: readonly { file: FeatureFile; line: number; name: string }[]): Violation[] {
  return things.flatMap(({ file, line, name }, index) => {
    if (name.trim() === '') return [at(file, line, 'no name')];
    const isTaken = things.slice(0, index).some((other) => other.name === name);
    return isTaken ? [at(file, line, `the name "${name}" is taken`)] : [];
  });
}

function backgrounds(features: readonly FeatureFile[]): Violation[] {
  return features.flatMap((f) =>
    f.backgrounds.flatMap(({ line, steps }) => [
      ...(steps.length > BACKGROUND_STEPS ? [at(f, line, `${steps.length} steps; ${BACKGROUND_STEPS} at most`)] : []),
      ...steps.flatMap((s) => (s.kind === 'Given' ? [] : [at(f, s.line, `${s.kind ?? '*'} in a background`)])),
    ]),
  );
}

/** Sentences that end in an observation, such as a certificate that is not offered, contain no refusal. */
function refusals(features: readonly FeatureFile[]): Violation[] {
  return ordinary(features).flatMap(([f, e]) => {
    const texts = e.steps.map((step) => step.text);
    const refused = texts.some((text) => text.startsWith('it is refused: '));
    return refused && !texts.includes('nothing has changed') ? [at(f, e.line, `"${e.name}" does not say so`)] : [];
  });
}

function medianLength(features: readonly FeatureFile[]): Violation[] {
  const lengths = ordinary(features).map(([, e]) => e.steps.length);
  const median = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  return median > MEDIAN_STEPS ? [{ at: 'features', what: `median ${median} steps; ${MEDIAN_STEPS} at most` }] : [];
}

function order(features: readonly FeatureFile[]): Violation[] {
  return ordinary(features).flatMap(([f, e]) => {
    const starred = e.steps.find((step) => step.keyword === '*');
    if (starred) return [at(f, starred.line, 'say Given, When, Then, And or But')];
    const kinds = e.steps.map((step) => step.kind ?? '*').join(' ');
    return /^(Given )*When( Then)+$/.test(kinds) ? [] : [at(f, e.line, `is ${kinds || 'empty'}`)];
  });
}

function walkOrder(features: readonly FeatureFile[]): Violation[] {
  return walks(features).flatMap(([f, e]) => {
    const first = e.steps.findIndex((step) => step.kind === 'When');
    if (first < 0) return [at(f, e.line, 'a walk without a When')];
    const late = e.steps.slice(first).find((step) => step.kind === 'Given');
    return late ? [at(f, late.line, 'a Given after the walk has begun')] : [];
  });
}

/** Checks the text of each step, with or without those of procedure runs; the result is the rejected word. */
function wording(
  features: readonly FeatureFile[],
  ofWalksToo: boolean,
  refusedIn: (text: string) => string | undefined,
): Violation[] {
  const inExamples = (f: FeatureFile) => f.examples.filter((e) => ofWalksToo || !e.isWalk).flatMap((e) => e.steps);
  const steps = (f: FeatureFile): FeatureStep[] => [...f.backgrounds.flatMap((b) => b.steps), ...inExamples(f)];
  return features.flatMap((f) =>
    steps(f).flatMap((s) => {
      const word = refusedIn(s.text);
      return word === undefined ? [] : [at(f, s.line, `"${word}" in: ${s.text}`)];
    }),
  );
}
