import { join } from 'node:path';
import { producedFiles } from '../runbook/artifacts';
import { readMessages } from './message-file';
import { writeOutput } from './output-folder';
import { checkEnvironment, type RunOptions, runbookFiles } from './run-command';

/** `rehearse render`: the runbook again, from recorded messages alone. Throws a Mistake for unreadable input. */
export function render(
  files: readonly string[],
  options: Pick<RunOptions, 'out' | 'language' | 'singleFile' | 'environment'>,
): number {
  checkEnvironment(options.environment);
  const envelopes = files.flatMap(readMessages);
  const written = new Map<string, string | Uint8Array>();
  for (const [path, html] of runbookFiles(envelopes, options)) written.set(`runbook/${path}`, html);
  for (const [path, bytes] of producedFiles(envelopes)) written.set(`artifacts/${path}`, bytes);
  writeOutput(options.out, written);
  process.stdout.write(`runbook    ${join(options.out, 'runbook', 'index.html')}\n`);
  return 0;
}
