import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type NumberedLedger, numbered } from '../../documents/ledger-changes';
import { documentText, ledgerText, readNumbered } from '../../documents/ledger-file';
import { sentencesOf } from '../../documents/split-sentences';
import { type CitingElement, citingElements } from '../../execution/citations/citing-steps';
import { featureFilesOf } from '../../execution/feature-files';
import { InputError } from '../../input-error';
import { readText } from '../../package/text-file';
import { checkPaths } from '../input/feature-paths';
import { writeTogether } from '../output/draft-folder';
import { documentName, readDocumentFile } from '../sources/document-file';
import { DOCUMENT_FILE, LEDGER_FILE } from '../sources/source-documents';
import { type DocumentReport, needsAttention, sourceJson, sourceText } from '../sources/source-report';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';

export interface SourceOptions {
  readonly out: string;
  readonly name?: string;
  readonly address?: string;
  /** feature files or folders; default: those beside the folder of the documents */
  readonly features: readonly string[];
  /** whether the ledger contains the texts */
  readonly text: boolean;
  readonly list: boolean;
  readonly check: boolean;
  readonly json: boolean;
}

const NEW: NumberedLedger & { readonly hasTexts: boolean } = { rows: [], next: 1, hasTexts: false };

/**
 * `rehearse source`: writes the ledger of documents of the user. If there is one already, it reports the differences,
 * and the steps that cite the sentences. Returns 1 if a sentence has changed, is new, or is gone. Throws an InputError
 * for a document, a ledger or a feature that cannot be read.
 */
export function source(files: readonly string[], options: SourceOptions): number {
  checkOptions(files, options);
  const features = options.features.length > 0 ? options.features : nearFeatures(dirname(resolve(options.out)));
  const citing = citingElements(features.flatMap(featureFilesOf).map((file) => relative('', resolve(file))));
  const reports = files.map((file) => reportOn(file, options, citing));
  if (!options.check) for (const { folder, written } of reports) writeChanged(folder, written);
  const terminal = options.json ? process.stderr : process.stdout;
  if (options.json) process.stdout.write(`${JSON.stringify(sourceJson(reports))}\n`);
  print(terminal, sourceText(reports, options, paintFor(terminal)));
  return reports.some(needsAttention) ? 1 : 0;
}

function checkOptions(files: readonly string[], { name, address, features }: SourceOptions): void {
  if (files.length > 1 && (name !== undefined || address !== undefined))
    throw new InputError('--name and --address are about one document; give one file');
  if (address !== undefined && !/^https:\/\/[^\s/]+/.test(address))
    throw new InputError(`--address ${address}: give the https address at which the document is published`);
  checkPaths(features, []);
}

/** The features in the folder `features`, or else those directly in the folder. */
function nearFeatures(folder: string): readonly string[] {
  const inner = join(folder, 'features');
  if (existsSync(inner)) return [inner];
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.feature'))
    .map((name) => join(folder, name));
}

function reportOn(file: string, options: SourceOptions, citing: readonly CitingElement[]): DocumentReport {
  const parsed = readDocumentFile(file);
  const name = documentName(file, options.name);
  const folder = join(options.out, name);
  const earlier = earlierLedger(folder, file);
  const { rows, next, changes } = numbered(sentencesOf(parsed.passages), earlier?.ledger ?? NEW, name);
  const address = options.address ?? earlier?.address;
  const record = {
    title: parsed.title || name,
    ...(address === undefined ? {} : { address }),
    ...{ file: pathFrom(folder, file), next },
  };
  const withTexts = options.text || (earlier?.ledger.hasTexts ?? false);
  return {
    ...{ name, folder, title: record.title, rows, isNew: earlier === undefined },
    changes: earlier === undefined ? [] : changes,
    citing: citing.filter(({ id }) => changes.some(({ row }) => row.id === id)),
    written: [
      [join(folder, LEDGER_FILE), ledgerText(rows, withTexts)],
      [join(folder, DOCUMENT_FILE), documentText(record)],
    ],
  };
}

interface EarlierLedger {
  readonly ledger: typeof NEW;
  readonly address?: string;
}

/** The ledger that is in the folder. Throws an InputError if it is that of another document. */
function earlierLedger(folder: string, file: string): EarlierLedger | undefined {
  const [ledger, document] = [join(folder, LEDGER_FILE), join(folder, DOCUMENT_FILE)];
  if (!existsSync(ledger)) return undefined;
  const text = existsSync(document) ? readText(document) : '{}';
  try {
    const said: { readonly file?: unknown; readonly address?: unknown } = JSON.parse(text);
    if (typeof said.file === 'string' && said.file !== pathFrom(folder, file))
      throw new InputError(`it is the ledger of ${said.file}; give ${file} another name with --name`);
    const address = typeof said.address === 'string' && said.address !== '' ? { address: said.address } : {};
    return { ledger: readNumbered(text, readText(ledger)), ...address };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const remedy = error instanceof InputError ? '' : '; correct it, or delete the folder to begin again';
    throw new InputError(`${folder}: ${what}${remedy}`);
  }
}

function pathFrom(folder: string, file: string): string {
  return relative(resolve(folder), resolve(file)).replaceAll('\\', '/');
}

/** Writes the files of a document, if one of them differs from what is there. */
function writeChanged(folder: string, files: DocumentReport['written']): void {
  if (files.some(([path, text]) => !existsSync(path) || readText(path) !== text)) writeTogether(folder, files);
}
