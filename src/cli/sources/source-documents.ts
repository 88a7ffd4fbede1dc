import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../../input-error';
import { PACKAGE } from '../../package/folder';
import { readText } from '../../package/text-file';
import { type KnownFailure, readFailures } from '../../runbook/source-document/known-failures';
import { type LedgerEntry, readLedger } from '../../runbook/source-document/ledger';
import { readDocument, type SourceDocument } from '../../runbook/source-document/source-document';

/** The files of a source document in its folder. The last one is only there if failures are known. */
export const DOCUMENT_FILE = 'document.json';
export const LEDGER_FILE = 'ledger.tsv';
const FAILURES_FILE = 'failures.tsv';

/** The name of the folder of source documents beside the features. */
export const SOURCE = 'source';

/** A source document: its title and address, its sentences, and the known failures of its procedures. */
export interface DocumentSource {
  readonly document: SourceDocument;
  readonly ledger: readonly LedgerEntry[];
  readonly failures: readonly KnownFailure[];
}

/** A feature file, and the ids of the sentences that it cites. */
export interface CitingFeature {
  readonly uri: string;
  readonly cited: readonly string[];
}

/** Where to look for the documents of features. */
export interface SourcePlace {
  /** the folders to which the addresses of features may be relative */
  readonly folders: readonly string[];
  /** folders of source documents, or of one, that the user names; empty: they are looked for */
  readonly named: readonly string[];
}

/** The source documents of the package. */
export function packageSources(): readonly DocumentSource[] {
  return sourcesIn(join(PACKAGE, SOURCE));
}

/**
 * The source documents of features: those in the nearest folder `source/` beside or above each feature file, and those
 * of the package that a feature cites. Throws an InputError for a folder or a file that is not as it should be.
 */
export function sourcesOf(
  features: readonly CitingFeature[],
  { folders, named }: SourcePlace,
): readonly DocumentSource[] {
  const own = named.length === 0 ? nearestFolders(features, folders) : named.map((folder) => checked(resolve(folder)));
  const cited = new Set(features.flatMap((feature) => feature.cited));
  const isCited = ({ ledger }: DocumentSource) => ledger.some(({ id }) => cited.has(id));
  return [...own.flatMap(sourcesIn), ...packageSources().filter(isCited)];
}

/** The sentences of documents, each with its document. */
export function sentencesIn(sources: readonly DocumentSource[]): readonly LedgerEntry[] {
  return sources.flatMap(({ document, ledger }) => ledger.map((entry) => ({ ...entry, document })));
}

/** Reads the documents in a folder, or the one in it. */
export function sourcesIn(folder: string): readonly DocumentSource[] {
  return documentFolders(folder).map(sourceIn);
}

/** The folders of the documents in a folder: itself, or those in it; empty if there are none. */
export function documentFolders(folder: string): readonly string[] {
  if (existsSync(join(folder, LEDGER_FILE))) return [folder];
  if (!existsSync(folder)) return [];
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return inner
    .map(({ name }) => join(folder, name))
    .filter((path) => existsSync(join(path, LEDGER_FILE)))
    .sort();
}

function nearestFolders(features: readonly CitingFeature[], folders: readonly string[]): readonly string[] {
  const files = features.flatMap(({ uri }) => folders.map((folder) => resolve(folder, uri)).filter(existsSync));
  const beginnings = new Set(files.map((file) => dirname(file)));
  const found = [...beginnings].flatMap((folder) => nearestFolder(folder) ?? []);
  return [...new Set(found)].filter((folder) => folder !== join(PACKAGE, SOURCE)).sort();
}

/** The nearest folder `source/` with documents in this folder or above. */
function nearestFolder(folder: string): string | undefined {
  const candidate = join(folder, SOURCE);
  if (documentFolders(candidate).length > 0) return candidate;
  return dirname(folder) === folder ? undefined : nearestFolder(dirname(folder));
}

function checked(folder: string): string {
  if (documentFolders(folder).length > 0) return folder;
  throw new InputError(`--source ${folder}: there is no ${LEDGER_FILE} in it; make one with: rehearse source FILE`);
}

function sourceIn(folder: string): DocumentSource {
  const read = <T>(file: string, use: (text: string) => T): T => {
    const path = join(folder, file);
    const text = readText(path);
    try {
      return use(text);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      throw new InputError(`${path}: ${what}; correct it, or make it again with: rehearse source FILE`);
    }
  };
  return {
    document: read(DOCUMENT_FILE, readDocument),
    ledger: read(LEDGER_FILE, readLedger),
    failures: existsSync(join(folder, FAILURES_FILE)) ? read(FAILURES_FILE, readFailures) : [],
  };
}
