import type { Command } from 'commander';
import { type Finish, JSON_OUTPUT, LANGUAGE, NO_PATHS, PRODUCTS, STEPS } from './common-options';

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
