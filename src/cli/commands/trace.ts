import { resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { isChinese } from '../../execution/chinese-features';
import { runFeatures } from '../../execution/run-features';
import { englishWords, type FactWords, wordsOf } from '../../fact';
import { DEFAULT_ENVIRONMENT, FEATURES } from '../../package/folder';
import { recordingOf } from '../../recording/recording';
import { markStale } from '../../recording/staleness/staleness';
import { type Trace, type TracedSentence, traceOf } from '../../runbook/source-document/trace';
import { currentInputs, fingerprintsOf } from '../fingerprints/fingerprints';
import { checkEnvironment } from '../input/environment-check';
import { readExecuted } from '../input/executed-messages';
import { ledger } from '../input/shipped-files';
import { progressOf } from '../terminal/progress';

export interface TraceOptions {
  readonly environment?: string;
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
  const traced = inEnglish(traceOf(recording, ledger()), englishWords(recording.texts));
  if (options.json) process.stdout.write(`${JSON.stringify(traced)}\n`);
  else process.stdout.write(traced.sentences.map(line).join(''));
  const { sentences, orphans, totals } = traced;
  process.stderr.write(shares(traced));
  for (const { id, uri, line: at } of orphans) process.stderr.write(`${uri}:${at}: ${id} is not in the ledger\n`);
  const open = options.min === undefined ? totals.stale + totals.unlinked : 0;
  const tooFew = good(traced) * 100 < (options.min ?? 0) * sentences.length;
  if (tooFew) process.stderr.write(`less than ${options.min} % are verified or waived\n`);
  return totals.failing + orphans.length + open > 0 || tooFew ? 1 : 0;
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

function shares(traced: Trace): string {
  const all = traced.sentences.length;
  const share = (some: number, what: string) =>
    `${some} of ${all} sentences ${what}: ${Math.floor((some * 100) / all)} %\n`;
  return `${share(all - traced.totals.unlinked, 'accounted for')}${share(good(traced), 'verified or waived')}`;
}

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

function line({ id, state, by, reason, moved }: ExplainedSentence): string {
  const links = by.map(({ scenario, step }) => `${scenario}${step ? `: ${step}` : ''}`);
  const since = moved.length > 0 ? `moved since: ${moved.join(', ')}` : undefined;
  return `${id}\t${state}\t${since ?? reason ?? links.join(' | ')}\n`;
}
