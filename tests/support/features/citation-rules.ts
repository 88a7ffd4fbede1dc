import type { Ledgers } from '../ledger';
import type { Violation } from '../source-tree';
import { at, examples, ordinary, walks } from './feature-examples';
import type { FeatureExample, FeatureFile } from './feature-tree';

const SOURCE_COMMENT = /^# source: 04952-\d{3}( 04952-\d{3})*$/;
const FAILURE_COMMENT = /^# failure: F\d{2}[a-z]?( F\d{2}[a-z]?)*$/;
const PLACE_COMMENT = /^# fails at: 04952-\d{3}$/;
const REASON_COMMENT = /^# cannot be taken back: \S.*[^.\s]$/;
const CITATIONS = [SOURCE_COMMENT, FAILURE_COMMENT];
const COMMENTS = [...CITATIONS, PLACE_COMMENT, REASON_COMMENT];

export function comments(features: readonly FeatureFile[]): Violation[] {
  return features.flatMap((f) => {
    const attached = [...f.commentsAbove.values()].flat().map((comment) => comment.line);
    const wrong = f.comments.filter(({ text }) => !COMMENTS.some((form) => form.test(text)));
    const loose = f.comments.filter((comment) => !wrong.includes(comment) && !attached.includes(comment.line));
    return [
      ...wrong.map((c) =>
        at(
          f,
          c.line,
          `"${c.text}" is none of "# source: 04952-NNN …", "# failure: FNN …", "# fails at: 04952-NNN", "# cannot be taken back: …"`,
        ),
      ),
      ...loose.map((c) => at(f, c.line, 'not directly above a feature, rule, background, example or step')),
    ];
  });
}

export function citedSentences(features: readonly FeatureFile[], { sentences }: Ledgers): Violation[] {
  return features.flatMap((f) =>
    f.comments.flatMap((comment) =>
      (comment.text.match(/04952-\d+/g) ?? []).flatMap((id) => {
        const sentence = sentences.find((row) => row.id === id);
        if (!sentence) return [at(f, comment.line, `${id} is not in source/internal-edge/ledger.tsv`)];
        return sentence.waiver ? [at(f, comment.line, `${id} is waived in source/ledger.tsv; clear its waiver`)] : [];
      }),
    ),
  );
}

export function citedFailures(features: readonly FeatureFile[], { failures }: Ledgers): Violation[] {
  return features.flatMap((f) =>
    f.comments.flatMap((comment) =>
      failureIds(comment.text).flatMap((id) => {
        const failure = failures.find((row) => row.id === id);
        if (!failure) return [at(f, comment.line, `${id} is not in source/internal-edge/failures.tsv`)];
        return failure.scope ? [at(f, comment.line, `${id} is out of scope in source/failures.tsv; clear that`)] : [];
      }),
    ),
  );
}

export function walkSources(features: readonly FeatureFile[]): Violation[] {
  return walks(features).flatMap(([f, e]) =>
    e.steps.flatMap((s) =>
      s.kind === 'Given' || isCited(f, s.line, [SOURCE_COMMENT]) ? [] : [at(f, s.line, `no source: ${s.text}`)],
    ),
  );
}

export function exampleSources(features: readonly FeatureFile[]): Violation[] {
  return ordinary(features).flatMap(([f, e]) =>
    [e.line, ...e.within].some((line) => isCited(f, line, CITATIONS))
      ? []
      : [at(f, e.line, `no source and no failure: ${e.name}`)],
  );
}

export function shownFailures(features: readonly FeatureFile[], { failures }: Ledgers): Violation[] {
  const shown = new Set(examples(features).flatMap(([f, e]) => failuresOf(f, e)));
  return failures
    .filter(({ id, scope }) => scope === '' && !shown.has(id))
    .map(({ id, line, symptom }) => ({
      at: `source/failures.tsv:${line}`,
      what: `no example cites ${id}: ${symptom}`,
    }));
}

/** The citations above an example, its rule, its feature or one of its steps. */
export function failuresOf(f: FeatureFile, e: FeatureExample): string[] {
  const lines = [e.line, ...e.within, ...e.steps.map((step) => step.line)];
  return lines.flatMap((line) => f.commentsAbove.get(line) ?? []).flatMap(({ text }) => failureIds(text));
}

function failureIds(comment: string): string[] {
  return FAILURE_COMMENT.test(comment) ? (comment.match(/\bF\d{2}[a-z]?\b/g) ?? []) : [];
}

function isCited(f: FeatureFile, line: number, forms: readonly RegExp[]): boolean {
  return (f.commentsAbove.get(line) ?? []).some(({ text }) => forms.some((form) => form.test(text)));
}
