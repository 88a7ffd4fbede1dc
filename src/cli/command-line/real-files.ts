import { type Command, Option } from 'commander';
import { languagesIn } from '../input/page-languages';
import { ENVIRONMENT, type Finish, JSON_OUTPUT, LANGUAGE, STATES } from './common-options';
import { wholeNumber } from './option-values';

/** The command about certificate files. */
export function addInspect(rehearse: Command, finish: Finish): void {
  rehearse
    .command('inspect')
    .description(
      'Say what certificate files are, which step would refuse them, and what they would break. Give the files before ' +
        'the options. Exit code 1: a finding is an error, or a path fails; 2: a file cannot be read',
    )
    .argument('<file...>', 'certificates, .p7b, .pfx, requests, revocation lists, policies of certreq; DER or PEM')
    .addOption(new Option('--password <text>', 'password of the .pfx files; it may be empty').conflicts('passwordFile'))
    .option('--password-file <file>', 'file whose first line is the password')
    .option(ENVIRONMENT, 'environment file of your servers (default: servers as in the Contoso environment)')
    .option('--pool <fqdn>', 'pool that the files are for (default: the first of --environment, else not judged)')
    .option('--at <date>', 'date or time for which dates are judged, in UTC (default: now)')
    .option('--chain <file...>', 'more certificates for the path, which are not trusted by themselves')
    .option('--root <file...>', 'certificates of trusted roots; then the path is checked')
    .option('--crl <file...>', 'revocation lists for the path')
    .addOption(
      new Option('--purpose <purpose>', 'purpose that the whole path must allow').choices(['serverAuth', 'clientAuth']),
    )
    .option('--json', 'print one JSON object for each file, each on its own line, to standard output', false)
    .action((files, options) => {
      const { inspect }: typeof import('../commands/inspect') = require('../commands/inspect');
      finish(inspect(files, options));
    });
}

/** The commands about the servers of a real pool. */
export function addPoolState(rehearse: Command, finish: Finish): void {
  rehearse
    .command('collect')
    .description('Write the PowerShell script that collects the state of a real server. The script reads only')
    .option('--out <file>', 'file to write', 'collect-pool-state.ps1')
    .action((options) => {
      const { collect }: typeof import('../commands/collect') = require('../commands/collect');
      finish(collect(options.out));
    });
  rehearse
    .command('check')
    .description(
      'Check the certificates of a real pool, or compare them with a plan. Exit code 1: the findings contain an error, a ' +
        'server of the pool has no state, or something differs from the plan',
    )
    .argument('<state...>', STATES)
    .option(ENVIRONMENT, 'environment file of the pool (default: the Contoso environment)')
    .addOption(
      new Option('--expect <plan>', 'compare with this output of rehearse plan --json, instead of judging').conflicts([
        'sarif',
        'html',
      ]),
    )
    .option('--after <n>', 'step of the plan that was carried out last (default: the closest)', wholeNumber(0, 1000))
    .option('--at <date>', 'present time in UTC, for states that do not say it (default: that of this computer)')
    .option('--sarif <file>', 'also write the result as SARIF 2.1.0 to this file')
    .option('--html <dir>', 'also write the result as a page to this folder')
    .option('--language <list>', 'languages of the page, separated by commas: en, zh-TW (default: all)', languagesIn)
    .option(...JSON_OUTPUT)
    .action(async (states, options) => {
      const { check }: typeof import('../commands/check') = require('../commands/check');
      finish(await check(states, options));
    });
}

/** The command about the rest of a change. */
export function addPlan(rehearse: Command, finish: Finish): void {
  rehearse
    .command('plan')
    .description(
      'Find the fewest steps from the states of real servers to a consistent pool. Exit code 1: there are none, or a ' +
        'server of the pool has no state',
    )
    .option('--state <state...>', STATES, [])
    .option(ENVIRONMENT, 'environment file of the pool (default: the Contoso environment)')
    .option('--out <dir>', 'folder for the pages of the remaining steps (default: no pages)')
    .option(...LANGUAGE)
    .option('--ahead <days>', 'replace a certificate that ends within this number of days', wholeNumber(0, 3650), 30)
    .option(...JSON_OUTPUT)
    .action(async (options) => {
      const { plan }: typeof import('../commands/plan-rest') = require('../commands/plan-rest');
      finish(await plan(options));
    });
}
