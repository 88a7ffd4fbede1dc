#!/usr/bin/env node
import './terminal/compile-cache';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../input-error';
import { version } from '../package/folder';
import { Refusal } from '../refusal';
import { EnvironmentError } from '../world/environment-error';
import { languagesIn } from './output/languages';

/**
 * The command `rehearse`. Exit codes: 0 all holds; 1 it ran, and something does not hold; 2 it could not run. Each command
 * is loaded when it is asked for: what one of them needs takes the others longer to load than to do their work.
 */

function program(finish: (code: number) => void): Command {
  const rehearse = new Command('rehearse')
    .description(
      'executes certificate procedures for Lync Server 2013 Edge Servers on a simulation, and renders the runbook',
    )
    .version(version())
    .exitOverride()
    .showHelpAfterError('(rehearse --help shows the commands and options)');
  addRun(rehearse, finish);
  addExplore(rehearse, finish);
  addRender(rehearse, finish);
  rehearse
    .command('diff')
    .description('show what has changed from one run to another; 1 when something newly fails')
    .argument('<old>', 'messages.ndjson of a run, or the folder that it was written to')
    .argument('<new>', 'the same of a later run')
    .option('--out <dir>', 'where to write diff.html, diff.md and diff.json', 'reports')
    .option(...LANGUAGE)
    .option('--json', 'print a JSON object on standard output', false)
    .action((old, current, options) => {
      const { diff }: typeof import('./commands/diff') = require('./commands/diff');
      finish(diff(old, current, options));
    });
  addTrace(rehearse, finish);
  rehearse
    .command('init')
    .description('write a commented environment file')
    .argument('[file]', 'its name', 'rehearsal.yaml')
    .action((file) => {
      const { init }: typeof import('./commands/init') = require('./commands/init');
      finish(init(file));
    });
  return rehearse;
}

const LANGUAGE = [
  '--language <list>',
  'languages of the pages: en, zh-TW, or both with a comma',
  languagesIn,
  languagesIn('en'),
] as const;

function addRun(rehearse: Command, finish: (code: number) => void): void {
  rehearse
    .command('run')
    .description('execute the procedures and write the runbook')
    .argument('[feature...]', 'feature files or folders; the features of the package when none is given')
    .option('--environment <file>', 'your topology (rehearse init writes one); Contoso when none is given')
    .option('--out <dir>', 'where to write', 'reports')
    .option(...LANGUAGE)
    .option('--tags <expression>', 'only scenarios with these tags', '')
    .option('--only-stale', 'run only what the messages in --out no longer answer for, and keep the rest', false)
    .option('--parallel <n>', 'so many worker processes', between(0, 99), 0)
    .option('--fresh-keys', 'make new private keys instead of using the rehearsal keys', false)
    .option('--keep-private-keys', 'also keep the .pfx files that were made', false)
    .option('--single-file', 'all pages of the runbook in one file for each language', false)
    .option('--json', 'print a JSON object on standard output', false)
    .action(async (features, options) => {
      const { run }: typeof import('./commands/run') = require('./commands/run');
      finish(await run(features, options));
    });
}

function addRender(rehearse: Command, finish: (code: number) => void): void {
  rehearse
    .command('render')
    .description('write the runbook again, from recorded messages')
    .argument('<messages...>', 'messages.ndjson of a run')
    .option('--environment <file>', 'compare with this one; else with one of the recorded name')
    .option('--out <dir>', 'where to write', 'reports')
    .option(...LANGUAGE)
    .option('--single-file', 'all pages of the runbook in one file for each language', false)
    .action((messages, options) => {
      const { render }: typeof import('./commands/render') = require('./commands/render');
      finish(render(messages, options));
    });
}

function addTrace(rehearse: Command, finish: (code: number) => void): void {
  rehearse
    .command('trace')
    .description(
      'account for every sentence of the source document. Exit code 1: a sentence is failing, or a feature names one that ' +
        'there is not; or a sentence is stale or not executed. With --min, instead of the latter: less than that share of ' +
        'all sentences is verified or waived',
    )
    .argument('[messages...]', 'messages.ndjson of a run; the features are executed when none is given')
    .option('--environment <file>', 'your topology; Contoso when none is given')
    .option('--min <percent>', 'so much of all sentences has to be verified or waived', percentage)
    .option('--json', 'print a JSON object on standard output', false)
    .action(async (messages, options) => {
      const { traceCommand }: typeof import('./commands/trace') = require('./commands/trace');
      finish(await traceCommand(messages, options));
    });
}

/** So many operations are searched exhaustively in less than a minute. */
const USUAL_DEPTH = '3';

function addExplore(rehearse: Command, finish: (code: number) => void): void {
  rehearse
    .command('explore')
    .description('try operations at random, right and wrong ones, and look for a law that does not hold')
    .option('--runs <n>', 'so many runs', between(1, 1_000_000), 1000)
    .option('--seed <s>', 'where chance begins; one of its own when none is given', between(0, 2 ** 31 - 1))
    .option('--path <p>', 'only the counterexample at that place of the seed', place)
    .addOption(
      new Option('--exhaustive [n]', 'every sequence of so many operations on a pool of two and of three')
        .preset(USUAL_DEPTH)
        .argParser(between(1, 9)),
    )
    .option('--out <dir>', 'where to write counterexample.feature, and counterexample.yaml where it needs one')
    .option('--json', 'print a JSON object on standard output', false)
    .action(async (options) => {
      const { exploreCommand }: typeof import('./commands/explore') = require('./commands/explore');
      finish(await exploreCommand(options));
    });
}

function between(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`give a whole number from ${least} to ${most}.`);
  };
}

function percentage(value: string): number {
  const number = /^\d{1,3}(\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN;
  if (number <= 100) return number;
  throw new InvalidArgumentError('give a number from 0 to 100.');
}

function place(value: string): string {
  if (/^\d+(:\d+)*$/.test(value)) return value;
  throw new InvalidArgumentError('give numbers with colons between, as a counterexample says it.');
}

async function main(): Promise<void> {
  try {
    await program((code) => {
      process.exitCode = code;
    }).parseAsync(process.argv);
  } catch (error) {
    process.exitCode = exitCodeFor(error);
  }
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError || error instanceof EnvironmentError || error instanceof Refusal) {
    process.stderr.write(`error: ${error.message}\n`);
    return 2;
  }
  process.stderr.write(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 2;
}

void main();
