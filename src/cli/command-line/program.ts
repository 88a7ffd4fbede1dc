import { Command, Option } from 'commander';
import { version } from '../../package/folder';
import { ENVIRONMENT, type Finish, JSON_OUTPUT, LANGUAGE, PRODUCTS, SOURCE, STATES, STEPS } from './common-options';
import { FEATURES, useConfiguration } from './configured-values';
import { addSource } from './documents';
import { refuseEmptyValues } from './empty-values';
import { counterexamplePath, percentage, wholeNumber } from './option-values';
import { offerProducts } from './own-products';
import { addInspect, addPlan, addPoolState } from './real-files';
import { addServe } from './serving';
import { addSteps, addWhatIf } from './writing';

const EXIT_CODES = `
Exit codes:
  0    everything holds; for render: the pages are written, whatever the recorded results are
  1    the command ran, and something does not hold
  2    the command could not run: an error in the command line, in a file, or on the disk
  70   an error of rehearse itself
  141  the reader of the output closed the pipe
`;

/**
 * The command line of `rehearse`. Each command loads its modules when it runs, because loading all of them takes longer
 * than some commands take.
 */
export function program(finish: Finish): Command {
  const rehearse = new Command('rehearse')
    .description('Execute certificate procedures on a simulation and render the runbook')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(run rehearse --help to list the commands and options)')
    .addHelpText('after', EXIT_CODES)
    .hook('preAction', (_, command) => {
      refuseEmptyValues(command);
      useConfiguration(command);
      offerProducts(command);
    });
  addRun(rehearse, finish);
  addExplore(rehearse, finish);
  addRender(rehearse, finish);
  addDiff(rehearse, finish);
  addTrace(rehearse, finish);
  addSource(rehearse, finish);
  addInit(rehearse, finish);
  addInspect(rehearse, finish);
  addPoolState(rehearse, finish);
  addPlan(rehearse, finish);
  addServe(rehearse, finish);
  addSteps(rehearse, finish);
  addWhatIf(rehearse, finish);
  return rehearse;
}

const OUT = ['--out <dir>', 'output folder', 'reports'] as const;
const SINGLE_FILE = ['--single-file', 'write all pages of a language to one file', false] as const;

function addRun(rehearse: Command, finish: Finish): void {
  rehearse
    .command('run')
    .description('Execute the procedures and the plan of each pool, and write the runbook')
    .argument(`[${FEATURES}...]`, 'feature files or folders (default: the features of the package)')
    .option(...STEPS)
    .option(...PRODUCTS)
    .option(ENVIRONMENT, 'environment file, as rehearse init writes it (default: the Contoso environment)')
    .option('--state <state...>', `states of real servers, from which the scenarios begin: ${STATES}`, [])
    .option(...SOURCE)
    .option(...OUT)
    .option(...LANGUAGE)
    .option('--tags <expression>', 'run only the scenarios that match this tag expression', '')
    .option('--only-stale', 'run only the features whose results in --out are stale, and keep the other results', false)
    .option('--parallel <n>', 'number of worker processes', wholeNumber(0, 99), 0)
    .option('--fresh-keys', 'generate new private keys instead of using the rehearsal keys', false)
    .addOption(
      new Option('--what-if', 'also try every slip of the procedures, and show at each step of the plans what follows')
        .default(false)
        .conflicts('state'),
    )
    .option('--findings', 'also list the findings about the document in the terminal', false)
    .option('--keep-private-keys', 'also write the .pfx files that the procedures produce', false)
    .option(
      '--browser <path>',
      'show the pages of certsrv as this Chromium draws them; needs the package playwright-core',
    )
    .option(...SINGLE_FILE)
    .option(...JSON_OUTPUT)
    .action(async (features, options) => {
      const { run }: typeof import('../commands/run') = require('../commands/run');
      finish(await run(features, options));
    });
}

function addRender(rehearse: Command, finish: Finish): void {
  rehearse
    .command('render')
    .description('Write the runbook again from recorded messages')
    .argument('<messages...>', 'messages.ndjson of a run')
    .option(ENVIRONMENT, 'environment file to compare with (default: the file that the run names)')
    .option(...PRODUCTS)
    .option(...SOURCE)
    .option(...OUT)
    .option(...LANGUAGE)
    .option(
      '--slips <file>',
      'slips.json of rehearse what-if, to show at each step what follows if it is done otherwise',
    )
    .option(...SINGLE_FILE)
    .action(async (messages, options) => {
      const { render }: typeof import('../commands/render') = require('../commands/render');
      finish(await render(messages, options));
    });
}

function addDiff(rehearse: Command, finish: Finish): void {
  rehearse
    .command('diff')
    .description('Compare two runs. Exit code 1: a scenario that passed before fails now')
    .argument('<old>', 'messages.ndjson of the earlier run, or its output folder')
    .argument('<new>', 'messages.ndjson of the later run, or its output folder')
    .option('--out <dir>', 'output folder for diff.html, diff.md and diff.json', 'reports')
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (old, current, options) => {
      const { diff }: typeof import('../commands/diff') = require('../commands/diff');
      finish(await diff(old, current, options));
    });
}

function addTrace(rehearse: Command, finish: Finish): void {
  rehearse
    .command('trace')
    .description(
      'Report the state of every sentence of the source documents. Exit code 1: a sentence fails, or a feature cites ' +
        'an unknown sentence; without --min also: a sentence is stale or not executed',
    )
    .argument('[messages...]', 'messages.ndjson of a run (default: execute the features)')
    .option(ENVIRONMENT, 'environment file (default: the Contoso environment)')
    .option(...PRODUCTS)
    .option(...SOURCE)
    .option('--min <percent>', 'minimum percentage of sentences that are verified or waived', percentage)
    .option(...JSON_OUTPUT)
    .action(async (messages, options) => {
      const { traceCommand }: typeof import('../commands/trace') = require('../commands/trace');
      finish(await traceCommand(messages, options));
    });
}

/** The depth of an exhaustive search that takes less than a minute. */
const DEFAULT_DEPTH = '3';

function addExplore(rehearse: Command, finish: Finish): void {
  rehearse
    .command('explore')
    .description('Execute random operations, valid and invalid, and check the laws of the simulation')
    .option('--runs <n>', 'number of runs', wholeNumber(1, 1_000_000), 1000)
    .option('--seed <s>', 'random seed (default: random)', wholeNumber(0, 2 ** 31 - 1))
    .addOption(
      new Option('--path <p>', 'replay only the counterexample with this path; needs --seed')
        .argParser(counterexamplePath)
        .conflicts('runs'),
    )
    .addOption(
      new Option('--exhaustive [n]', 'execute every sequence of n operations on pools of two and three servers')
        .preset(DEFAULT_DEPTH)
        .argParser(wholeNumber(1, 9))
        .conflicts(['runs', 'seed', 'path']),
    )
    .option('--state <state...>', `states of real servers, with which every run begins: ${STATES}`, [])
    .option(ENVIRONMENT, 'environment file of the servers of --state (default: the Contoso environment)')
    .option('--out <dir>', 'output folder for counterexample.feature and, if needed, counterexample.yaml')
    .option(...JSON_OUTPUT)
    .action(async (options) => {
      const { exploreCommand }: typeof import('../commands/explore') = require('../commands/explore');
      finish(await exploreCommand(options));
    });
}

function addInit(rehearse: Command, finish: Finish): void {
  rehearse
    .command('init')
    .description('Write a commented environment file, or a first procedure')
    .argument('[file]', 'file to write', 'rehearsal.yaml')
    .option(
      '--topology <file>',
      'describe the pools of this topology: Get-CsTopology -AsXml, .tbxml of Topology Builder, or .zip of ' +
        'Export-CsConfiguration',
    )
    .option('--state <state...>', `also use these states of servers: ${STATES}`, [])
    .addOption(
      new Option(
        '--procedure <dir>',
        'write a folder with a document, its ledger, a feature and steps instead',
      ).conflicts(['topology', 'state']),
    )
    .action(async (file, options) => {
      const { init }: typeof import('../commands/init') = require('../commands/init');
      finish(await init(file, options));
    });
}
