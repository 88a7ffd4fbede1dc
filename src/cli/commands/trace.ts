import { resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { isChinese } from '../../execution/chinese-features';
import { runFeatures } from '../../execution/run-features';
import { englishWords, type FactWords, wordsOf } from '../../fact';
import { InputError } from '../../input-error';
import { DEFAULT_ENVIRONMENT, FEATURES } from '../../package/folder';
import { type Recording, recordingOf } from '../../recording/recording';
import { markStale } from '../../recording/staleness/staleness';
import { type SentenceState, type Trace, type TracedSentence, traceOf } from '../../runbook/source-document/trace';
import { currentInputs, fingerprintsOf } from '../fingerprints/fingerprints';
import { checkEnvironment } from '../input/environment-check';
import { readExecuted } from '../input/executed-messages';
import { sourcesOfRecording } from '../sources/citing-features';
import { sentencesIn } from '../sources/source-documents';
import { type Paint, paintFor, type Tone } from '../terminal/paint';
import { print } from '../terminal/print';
import { progressOf } from '../terminal/progress';

export interface TraceOptions {
  readonly environment?: string;
  /** folders of source documents, or of one; empty: they are looked for */
  readonly source: readonly string[];
  /** a percentage of all sentences */
  readonly min?: number;
  readonly json: boolean;
}

/**
 * `rehearse trace`: reports the state of every sentence of the source documents, from the messages of a run or from
 * executing the features. Returns 1 if a sentence fails or a feature cites an unknown sentence. Without a minimum, it
 * also returns 1 if a sentence is stale or not executed; with one, if fewer sentences are verified or waived.
 */
export async function traceCommand(files: readonly string[], options: TraceOptions): Promise<number> {
  checkEnvironment(options.environment);
  const messages = files.length > 0 ? files.flatMap(readExecuted) : await executed(options);
  const recording = markStale(currentInputs(options.environment), recordingOf(messages));
  const sources = sourcesOfRecording(recording, options.source);
  if (sources.length === 0 && !citesSentences(recording))
    throw new InputError('no feature has a source document; make one with: rehearse source FILE');
  const traced = inEnglish(traceOf(recording, sentencesIn(sources)), englishWords(recording.texts));
  if (options.json) process.stdout.write(`${JSON.stringify(traced)}\n`);
  else print(process.stdout, traced.sentences.map(process.stdout.isTTY ? row : line).join(''));
  const { sentences, orphans, totals } = traced;
  const open = options.min === undefined ? totals.stale + totals.unlinked : 0;
  const tooFew = good(traced) * 100 < (options.min ?? 0) * sentences.length;
  print(
    process.stderr,
    [
      ...orphans.map(({ id, uri, line: at }) => `${uri}:${at}: ${id} is not in the ledger\n`),
      ...(tooFew ? [`less than ${options.min} % are verified or waived\n`] : []),
      ...summary(traced, paintFor(process.stderr)),
    ].join(''),
  );
  return totals.failing + orphans.length + open > 0 || tooFew ? 1 : 0;
}

function citesSentences({ features }: Recording): boolean {
  return features.some(({ citations }) => citations.some(({ kind }) => kind !== 'failure'));
}

async function executed({ environment, json }: TraceOptions): Promise<readonly Envelope[]> {
  const progress = progressOf('tracing', json && !process.stderr.isTTY);
  const order = {
    paths: [],
    tags: '',
    parallel: 0,
    environmentFile: environment === undefined ? undefined : resolve(environment),
    freshKeys: false,
    keepPrivateKeys: undefined,
    startedAt: new Date(0).toISOString(),
    grounds: fingerprintsOf(environment ?? DEFAULT_ENVIRONMENT, isChinese([FEATURES])),
  };
  return (await runFeatures(order, progress.onMessage).finally(progress.stop)).envelopes;
}

/** The number of sentences that are verified or waived. */
function good({ totals }: Trace): number {
  return totals.verified + totals.waived;
}

/** The last lines: the number of sentences in each state, and two shares. */
function summary(traced: Trace, paint: Paint): readonly string[] {
  const all = traced.sentences.length;
  if (all === 0) return [];
  const states = Object.entries(traced.totals).filter(([, count]) => count > 0);
  const share = (some: number, what: string) =>
    `${some} of ${all} sentences ${what}: ${Math.floor((some * 100) / all)} %\n`;
  return [
    `${states.map(([state, count]) => paint(TONES[state] ?? 'attention', `${count} ${state}`)).join(', ')}\n`,
    share(all - traced.totals.unlinked, 'accounted for'),
    share(good(traced), 'verified or waived'),
  ];
}

const TONES: Readonly<Record<string, Tone>> = { verified: 'good', failing: 'bad' };

interface ExplainedSentence extends TracedSentence {
  readonly reason?: string;
}

interface ExplainedTrace extends Trace {
  readonly sentences: readonly ExplainedSentence[];
}

/** The trace with its reasons in words. */
function inEnglish(traced: Trace, words: FactWords): ExplainedTrace {
  const sentences = traced.sentences.map(({ reason, ...sentence }) =>
    reason === undefined ? sentence : { ...sentence, reason: wordsOf(reason, words) },
  );
  return { ...traced, sentences };
}

/** A line for other programs: columns separated by tabs. */
function line(sentence: ExplainedSentence): string {
  return `${columnsOf(sentence).join('\t')}\n`;
}

/** A line for a reader: aligned columns. */
function row(sentence: ExplainedSentence): string {
  const [id, state, because] = columnsOf(sentence);
  return `${id}  ${state.padEnd('unlinked'.length)}  ${because}\n`;
}

function columnsOf({ id, state, by, reason, moved }: ExplainedSentence): readonly [string, SentenceState, string] {
  const links = by.map(({ uri, line: at, scenario, step }) => `${uri}:${at}: ${scenario}${step ? `: ${step}` : ''}`);
  const since = moved.length > 0 ? `moved since: ${moved.join(', ')}` : undefined;
  return [id, state, since ?? reason ?? links.join(' | ')];
}
