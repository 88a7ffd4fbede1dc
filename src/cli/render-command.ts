import { join } from 'node:path';
import { checkEnvironment } from './environment-check';
import { readMessages } from './message-file';
import { writeOutput } from './output-folder';
import { type RunbookOptions, runbookFiles } from './runbook-files';

/** `rehearse render`: the runbook again, from recorded messages alone. Throws a Mistake for unreadable input. */
export function render(files: readonly string[], options: RunbookOptions & { readonly out: string }): number {
  checkEnvironment(options.environment);
  writeOutput(options.out, runbookFiles(files.flatMap(readMessages), options));
  process.stdout.write(`runbook    ${join(options.out, 'runbook', 'index.html')}\n`);
  return 0;
}
