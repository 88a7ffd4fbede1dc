import type { Envelope } from '@cucumber/messages';
import type { SlipTable } from '../../evidence/slip-records';
import { recordingOf } from '../../recording/recording';
import { producedFiles } from '../../runbook/outline/produced-files';
import { outlineOf } from '../../runbook/outline/runbook-outline';
import { currentInputs } from '../fingerprints/fingerprints';
import type { Language } from '../input/page-languages';
import { knowledgeIn } from '../input/shipped-files';
import { sourcesOfRecording } from '../sources/citing-features';
import { sentencesIn } from '../sources/source-documents';
import { runbookPages } from './languages';
import type { OutputFile } from './output-folder';

export interface RunbookOptions {
  readonly environment?: string;
  /** folders of source documents, or of one; empty: they are looked for */
  readonly source: readonly string[];
  readonly language: readonly Language[];
  readonly singleFile: boolean;
}

/** The folders of the output that contain nothing but what a message stream is written as. */
export const RUNBOOK_FOLDERS = ['runbook', 'artifacts'];

/** What a message stream is written as: the runbook in each language, and the files that the run produced. */
export function* runbookFiles(
  messages: Iterable<Envelope>,
  { language, singleFile, environment, source }: RunbookOptions,
  slips?: SlipTable,
): Generator<OutputFile> {
  const sources = sourcesOfRecording(recordingOf(messages), source);
  const present = currentInputs(environment);
  const outline = outlineOf(messages, sentencesIn(sources), { ...knowledgeIn(sources), present, slips });
  for (const [path, html] of runbookPages(language, outline, singleFile)) yield [`runbook/${path}`, html];
  for (const [path, bytes] of producedFiles(messages)) yield [`artifacts/${path}`, bytes];
}
