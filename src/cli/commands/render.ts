import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import type { SlipTable } from '../../evidence/slip-records';
import { recordingOf } from '../../recording/recording';
import { checkEnvironment } from '../input/environment-check';
import { messagesIn } from '../input/message-file';
import { keptText, writeOutput } from '../output/output-folder';
import { RUNBOOK_FOLDERS, type RunbookOptions, runbookFiles } from '../output/runbook-files';
import { print } from '../terminal/print';
import { counted } from '../terminal/progress';

export interface RenderOptions extends RunbookOptions {
  readonly out: string;
  /** a file with the slips of the procedures of the run */
  readonly slips?: string;
}

/** `rehearse render`: writes the runbook from recorded messages. Throws an InputError for unreadable input. */
export async function render(files: readonly string[], options: RenderOptions): Promise<number> {
  checkEnvironment(options.environment);
  const plan = { folder: options.out, files: ['runbook/index.html'], folders: RUNBOOK_FOLDERS };
  const messages = options.slips === undefined ? messagesOf(files) : [...messagesOf(files)];
  const slips = options.slips === undefined ? undefined : slipsFor(messages, options.slips);
  const kept = await writeOutput(plan, counted('writing pages', runbookFiles(messages, options, slips), false));
  print(process.stderr, keptText(options.out, kept));
  print(process.stdout, `runbook    ${join(options.out, 'runbook', 'index.html')}\n`);
  return 0;
}

function slipsFor(messages: Iterable<Envelope>, file: string): SlipTable | undefined {
  const { usableSlips }: typeof import('../slips/slips-of-run') = require('../slips/slips-of-run');
  return usableSlips(file, recordingOf(messages));
}

function* messagesOf(files: readonly string[]): Generator<Envelope> {
  for (const file of files) yield* messagesIn(file);
}
