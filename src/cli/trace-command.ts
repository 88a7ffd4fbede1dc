import { resolve } from 'node:path';
import { type TracedSentence, trace } from '../runbook/trace';
import { runFeatures } from './features-run';
import { ledger } from './package-folder';
import { progressOf } from './progress';

/**
 * `rehearse trace`: executes the features and accounts for every sentence of the source. Gives 1 when a sentence is
 * unaccounted for, failing, or named by a feature and not in the ledger.
 */
export async function traceCommand(options: {
  readonly environment?: string;
  readonly json: boolean;
}): Promise<number> {
  const progress = progressOf('tracing', options.json && !process.stderr.isTTY);
  const { envelopes } = await runFeatures(
    {
      paths: [],
      tags: '',
      parallel: 0,
      environmentFile: options.environment === undefined ? undefined : resolve(options.environment),
      freshKeys: false,
      keepPrivateKeys: undefined,
      startedAt: new Date(0).toISOString(),
    },
    progress.onMessage,
  ).finally(progress.stop);
  const traced = trace(envelopes, ledger());
  if (options.json) process.stdout.write(`${JSON.stringify(traced)}\n`);
  else process.stdout.write(traced.sentences.map(line).join(''));
  const open = traced.sentences.filter(({ state }) => state === 'unlinked' || state === 'failing');
  const accounted = traced.sentences.length - traced.sentences.filter(({ state }) => state === 'unlinked').length;
  const percent = Math.floor((accounted * 100) / traced.sentences.length);
  process.stderr.write(`${accounted} of ${traced.sentences.length} sentences accounted for: ${percent} %\n`);
  for (const orphan of traced.orphans)
    process.stderr.write(`${orphan.uri}:${orphan.line}: ${orphan.id} is not in the ledger\n`);
  return open.length + traced.orphans.length > 0 ? 1 : 0;
}

function line({ id, state, by, reason }: TracedSentence): string {
  const links = by.map(({ scenario, step }) => `${scenario}${step ? `: ${step}` : ''}`);
  return `${id}\t${state}\t${reason ?? links.join(' | ')}\n`;
}
