import type { Command } from 'commander';
import { type Finish, JSON_OUTPUT } from './common-options';

/** The command about source documents of the user. */
export function addSource(rehearse: Command, finish: Finish): void {
  rehearse
    .command('source')
    .description(
      'Write the ledger of a document: an id and a hash for each sentence, which features cite. If there is one already, ' +
        'report what has changed and which steps cite it. Exit code 1: a sentence has changed, is new, or is gone',
    )
    .argument('<file...>', 'documents: Markdown (.md) or HTML (.html)')
    .option('--out <dir>', 'folder of the ledgers, which gets a folder for each document', 'source')
    .option('--name <name>', 'name of the document, with which its ids begin (default: the name of the file)')
    .option('--address <url>', 'https address at which the document is published')
    .option('--features <path...>', 'feature files or folders that cite it (default: those beside the ledgers)', [])
    .option('--text', 'also write the sentences themselves to the ledger', false)
    .option('--list', 'list all sentences with their ids', false)
    .option('--check', 'write nothing', false)
    .option(...JSON_OUTPUT)
    .action((files, options) => {
      const { source }: typeof import('../commands/source') = require('../commands/source');
      finish(source(files, options));
    });
}
