import { type Command, Option } from 'commander';
import { languagesIn } from '../input/page-languages';
import { ENVIRONMENT, type Finish, JSON_OUTPUT, LANGUAGE, NO_PATHS, PRODUCTS, STEPS } from './common-options';
import { FEATURES } from './configured-values';
import { wholeNumber } from './option-values';

/** The command for writers of features. */
export function addSteps(rehearse: Command, finish: Finish): void {
  rehearse
    .command('steps')
    .description(
      'List the phrases of steps with their parameters and an example, and the tags and comments of features. Exit code ' +
        '1: nothing contains the word',
    )
    .argument('[word]', 'list only what contains this text')
    .option(...STEPS)
    .option(...PRODUCTS)
    .option('--features <path...>', 'features of the project, from which examples of its steps are taken', NO_PATHS)
    .option(...LANGUAGE)
    .option(...JSON_OUTPUT)
    .action(async (word, options) => {
      const { stepsCommand }: typeof import('../commands/list-steps') = require('../commands/list-steps');
      finish(await stepsCommand(word, options));
    });
}

/** The command that asks what happens when a step is skipped or done wrong. */
export function addWhatIf(rehearse: Command, finish: Finish): void {
  rehearse
    .command('what-if')
    .description(
      'Try every slip at every step of a procedure: a step left out, done twice or out of order, another option, object ' +
        'or value. Reports where each slip is noticed, what it causes, and its repair. Exit code 1: a slip that no step ' +
        'notices leads to a finding',
    )
    .argument(`[${FEATURES}...]`, 'features with procedures (default: the plans of the environment)')
    .option(...STEPS)
    .option(...PRODUCTS)
    .option(ENVIRONMENT, 'environment file (default: the Contoso environment)')
    .option(...JSON_OUTPUT)
    .addOption(
      new Option('--csv', 'print the table of all slips as CSV to standard output').default(false).conflicts('json'),
    )
    .option('--out <dir>', 'also write the table to this folder as slips.json and slips.csv, and as a page: slips.html')
    .option('--language <list>', 'languages of the page, separated by commas (default: all)', languagesIn)
    .option(
      '--pairs <n>',
      'also try this number of pairs of slips that no step notices alone',
      wholeNumber(0, 100_000),
      0,
    )
    .option('--with-checks <dir>', 'also write the features with the proposed checks to this folder')
    .action(async (features, options) => {
      const { whatIfCommand }: typeof import('../commands/what-if') = require('../commands/what-if');
      finish(await whatIfCommand(features, options));
    });
}
