import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from '../../package/folder';
import { readText } from '../../package/text-file';
import type { RunbookKnowledge } from '../../runbook/outline/runbook-outline';
import type { RunbookTemplates } from '../../runbook/pages/render';
import { type KnownFailure, readFailures } from '../../runbook/source-document/known-failures';
import { type LedgerEntry, readLedger } from '../../runbook/source-document/ledger';
import { readDocument, type SourceDocument } from '../../runbook/source-document/source-document';

/** A source document: its title and address, its sentences, and the known failures of its procedures. */
interface Source {
  readonly document: SourceDocument;
  readonly ledger: readonly LedgerEntry[];
  readonly failures: readonly KnownFailure[];
}

/** The folder of the source documents: one folder for each. */
const SOURCES = join(PACKAGE, 'source');

/** The sentences of all source documents. */
export function ledger(): readonly LedgerEntry[] {
  return sources().flatMap(({ document, ledger: entries }) => entries.map((entry) => ({ ...entry, document })));
}

/** What else the package knows about the procedures: failures reported from real servers, and the first document. */
export function known(): RunbookKnowledge {
  const all = sources();
  return { failures: all.flatMap(({ failures }) => failures), document: all[0]?.document ?? null };
}

function sources(): readonly Source[] {
  const folders = readdirSync(SOURCES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .sort()
    .map(sourceIn);
}

function sourceIn(name: string): Source {
  const read = (file: string): string => readText(join(SOURCES, name, file));
  return {
    document: readDocument(read('document.json')),
    ledger: readLedger(read('ledger.tsv')),
    failures: readFailures(read('failures.tsv')),
  };
}

/** The templates, the stylesheet and the scripts of the pages, as `npm run build` compiled them. */
export function templates(): RunbookTemplates {
  const read = (name: string) => readText(join(PACKAGE, 'dist', 'pages', name));
  return {
    parts: require(join(PACKAGE, 'dist', 'pages', 'templates.js')),
    stylesheet: read('runbook.css'),
    scripts: JSON.parse(read('scripts.json')),
    sha256Base64: (text) => createHash('sha256').update(text).digest('base64'),
  };
}
