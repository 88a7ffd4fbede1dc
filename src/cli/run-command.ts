import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { readEnvironment } from '../deployment/read-environment';
import { producedFiles } from '../runbook/artifacts';
import { findings } from '../runbook/findings';
import { runbookModel } from '../runbook/model';
import { totals } from '../runbook/totals';
import { runFeatures } from './features-run';
import { findingsJson } from './findings-report';
import { type Language, runbookIn } from './languages';
import { Mistake } from './mistake';
import { writeOutput } from './output-folder';
import { known, ledger } from './package-folder';
import { progressOf } from './progress';
import { failuresIn, summary } from './summary';

export interface RunOptions {
  readonly environment?: string;
  readonly out: string;
  readonly language: readonly Language[];
  readonly tags: string;
  readonly parallel: number;
  readonly freshKeys: boolean;
  readonly keepPrivateKeys: boolean;
  readonly singleFile: boolean;
  readonly json: boolean;
}

/**
 * `rehearse run`: executes the procedures and writes messages, JUnit report, runbook and produced files. Gives the
 * exit code: 0 all holds, 1 something does not. Throws a Mistake or an EnvironmentError when it could not run.
 */
export async function run(paths: readonly string[], options: RunOptions): Promise<number> {
  checkEnvironment(options.environment);
  checkPaths(paths);
  const progress = progressOf('rehearsing', options.json && !process.stderr.isTTY);
  const keys = options.keepPrivateKeys ? mkdtempSync(join(tmpdir(), 'rehearse-')) : undefined;
  const { envelopes, junit } = await runFeatures(
    {
      paths,
      tags: options.tags,
      parallel: options.parallel,
      environmentFile: options.environment === undefined ? undefined : resolve(options.environment),
      freshKeys: options.freshKeys,
      keepPrivateKeys: keys,
      startedAt: startOfRun(),
    },
    progress.onMessage,
  ).finally(progress.stop);
  const files = new Map<string, string | Uint8Array>([
    ['messages.ndjson', ndjson(envelopes)],
    ['junit.xml', junit],
  ]);
  for (const [path, html] of runbookFiles(envelopes, options)) files.set(`runbook/${path}`, html);
  for (const [path, bytes] of producedFiles(envelopes)) files.set(`artifacts/${path}`, bytes);
  if (keys) for (const [path, bytes] of filesBelow(keys)) files.set(`artifacts/${path}`, bytes);
  writeOutput(options.out, files);
  if (keys) rmSync(keys, { recursive: true });
  return report(envelopes, options);
}

/** The runbook of a message stream, by path inside its folder: in each language, all pages in one file on request. */
export function runbookFiles(
  envelopes: readonly Envelope[],
  { language, singleFile }: Pick<RunOptions, 'language' | 'singleFile'>,
): ReadonlyMap<string, string> {
  return runbookIn(language, runbookModel(envelopes, ledger(), known()), singleFile);
}

function report(envelopes: readonly Envelope[], options: RunOptions): number {
  const counted = totals(envelopes);
  const failed = failuresIn(envelopes).length > 0;
  const runbook = join(options.out, 'runbook', 'index.html');
  if (options.json) {
    const said = { ...counted, findings: findingsJson(findings(envelopes)), runbook };
    process.stdout.write(`${JSON.stringify(said)}\n`);
  }
  const terminal = options.json ? process.stderr : process.stdout;
  terminal.write(summary(envelopes, runbook, terminal.columns || undefined));
  return failed ? 1 : 0;
}

/** When the run is said to have begun: SOURCE_DATE_EPOCH (seconds) where it is set, else now. */
function startOfRun(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined) return new Date().toISOString();
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString();
  throw new Mistake(`SOURCE_DATE_EPOCH is "${epoch}"; it has to be a number of seconds since 1970`);
}

function checkEnvironment(file: string | undefined): void {
  if (file === undefined) return;
  if (!existsSync(file)) throw new Mistake(`there is no environment file ${file}; make one with: rehearse init`);
  readEnvironment(readFileSync(file, 'utf8'), file);
}

function checkPaths(paths: readonly string[]): void {
  for (const path of paths) {
    const file = path.replace(/(:\d+)+$/, '');
    if (!existsSync(file)) throw new Mistake(`there is no feature file or folder ${file}`);
  }
}

function filesBelow(folder: string): readonly (readonly [path: string, bytes: Uint8Array])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((machine) =>
    readdirSync(join(folder, machine.name)).map((name) => {
      return [`${machine.name}/${name}`, readFileSync(join(folder, machine.name, name))] as const;
    }),
  );
}

function ndjson(envelopes: readonly Envelope[]): string {
  return envelopes.map((envelope) => `${JSON.stringify(envelope)}\n`).join('');
}
