import type { Envelope } from '@cucumber/messages';
import { producedFiles } from '../../runbook/outline/produced-files';
import { outlineOf } from '../../runbook/outline/runbook-outline';
import { currentInputs } from '../fingerprints/fingerprints';
import type { Language } from '../input/page-languages';
import { known, ledger } from '../input/shipped-files';
import { runbookPages } from './languages';
import type { OutputFile } from './output-folder';

export interface RunbookOptions {
  readonly environment?: string;
  readonly language: readonly Language[];
  readonly singleFile: boolean;
}

/** The folders of the output that contain nothing but what a message stream is written as. */
export const RUNBOOK_FOLDERS = ['runbook', 'artifacts'];

/** What a message stream is written as: the runbook in each language, and the files that the run produced. */
export function* runbookFiles(
  messages: Iterable<Envelope>,
  { language, singleFile, environment }: RunbookOptions,
): Generator<OutputFile> {
  const outline = outlineOf(messages, ledger(), { ...known(), present: currentInputs(environment) });
  for (const [path, html] of runbookPages(language, outline, singleFile)) yield [`runbook/${path}`, html];
  for (const [path, bytes] of producedFiles(messages)) yield [`artifacts/${path}`, bytes];
}
