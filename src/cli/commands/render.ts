import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { checkEnvironment } from '../input/environment-check';
import { messagesIn } from '../input/message-file';
import { keptText, writeOutput } from '../output/output-folder';
import { RUNBOOK_FOLDERS, type RunbookOptions, runbookFiles } from '../output/runbook-files';
import { print } from '../terminal/print';
import { counted } from '../terminal/progress';

/** `rehearse render`: writes the runbook from recorded messages. Throws an InputError for unreadable input. */
export async function render(
  files: readonly string[],
  options: RunbookOptions & { readonly out: string },
): Promise<number> {
  checkEnvironment(options.environment);
  const plan = { folder: options.out, files: ['runbook/index.html'], folders: RUNBOOK_FOLDERS };
  const kept = await writeOutput(plan, counted('writing pages', runbookFiles(messagesOf(files), options), false));
  print(process.stderr, keptText(options.out, kept));
  print(process.stdout, `runbook    ${join(options.out, 'runbook', 'index.html')}\n`);
  return 0;
}

function* messagesOf(files: readonly string[]): Generator<Envelope> {
  for (const file of files) yield* messagesIn(file);
}
