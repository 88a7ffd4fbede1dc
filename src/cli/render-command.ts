import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { producedFiles } from '../runbook/artifacts';
import { Mistake } from './mistake';
import { writeOutput } from './output-folder';
import { runbookFiles } from './run-command';

/** `rehearse render`: the runbook again, from recorded messages alone. Throws a Mistake for unreadable input. */
export function render(files: readonly string[], options: { readonly out: string }): number {
  const envelopes = files.flatMap(readMessages);
  const written = new Map<string, string | Uint8Array>();
  for (const [path, html] of runbookFiles(envelopes)) written.set(`runbook/${path}`, html);
  for (const [path, bytes] of producedFiles(envelopes)) written.set(`artifacts/${path}`, bytes);
  writeOutput(options.out, written);
  process.stdout.write(`runbook    ${join(options.out, 'runbook', 'index.html')}\n`);
  return 0;
}

/** The messages of an NDJSON file. Throws a Mistake that names the line which is none. */
export function readMessages(file: string): readonly Envelope[] {
  if (!existsSync(file)) throw new Mistake(`there is no file ${file}; give the messages.ndjson of a run`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const envelopes = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [messageIn(line, `${file}:${index + 1}`)],
  );
  if (envelopes.some((envelope) => envelope.gherkinDocument || envelope.testRunStarted)) return envelopes;
  throw new Mistake(`${file} holds no Cucumber messages; give the messages.ndjson of a run`);
}

function messageIn(line: string, where: string): Envelope {
  try {
    const found: unknown = JSON.parse(line);
    if (isEnvelope(found)) return found;
  } catch {
    // the mistake below says it
  }
  throw new Mistake(`${where}: this line is not a Cucumber message (one JSON object a line); record the run again`);
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
