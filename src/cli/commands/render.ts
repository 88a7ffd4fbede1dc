import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { checkEnvironment } from '../input/environment-check';
import { messagesIn } from '../input/message-file';
import { writeOutput } from '../output/output-folder';
import { type RunbookOptions, runbookFiles } from '../output/runbook-files';

/** `rehearse render`: writes the runbook from recorded messages. Throws an InputError for unreadable input. */
export function render(files: readonly string[], options: RunbookOptions & { readonly out: string }): number {
  checkEnvironment(options.environment);
  writeOutput(options.out, runbookFiles(messagesOf(files), options));
  process.stdout.write(`runbook    ${join(options.out, 'runbook', 'index.html')}\n`);
  return 0;
}

function* messagesOf(files: readonly string[]): Generator<Envelope> {
  for (const file of files) yield* messagesIn(file);
}
