import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from '../../package/folder';
import type { RunbookTemplates } from '../../runbook/pages/render';
import { readFailures } from '../../runbook/source-document/known-failures';
import { type LedgerEntry, readLedger } from '../../runbook/source-document/ledger';
import { readDocument } from '../../runbook/source-document/source-document';
import type { Known } from '../../runbook/views/runbook-views';

/** The ledger of the source document's sentences. */
export function ledger(): readonly LedgerEntry[] {
  return readLedger(readFileSync(join(PACKAGE, 'source', 'ledger.tsv'), 'utf8'));
}

/** What else the package knows about the procedures: failures reported from real servers, and the document's address. */
export function known(): Known {
  const read = (name: string) => readFileSync(join(PACKAGE, 'source', name), 'utf8');
  return { failures: readFailures(read('failures.tsv')), document: readDocument(read('document.json')) };
}

/** The templates, the stylesheet and the scripts of the pages, as `npm run build` compiled them. */
export function templates(): RunbookTemplates {
  const read = (name: string) => readFileSync(join(PACKAGE, 'dist', 'pages', name), 'utf8');
  return {
    parts: require(join(PACKAGE, 'dist', 'pages', 'templates.js')),
    stylesheet: read('runbook.css'),
    scripts: JSON.parse(read('scripts.json')),
    sha256Base64: (text) => createHash('sha256').update(text).digest('base64'),
  };
}
