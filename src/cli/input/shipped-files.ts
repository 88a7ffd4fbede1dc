import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PACKAGE } from '../../package/folder';
import { readText } from '../../package/text-file';
import type { RunbookKnowledge } from '../../runbook/outline/runbook-outline';
import type { RunbookTemplates } from '../../runbook/pages/render';
import type { LedgerEntry } from '../../runbook/source-document/ledger';
import { type DocumentSource, packageSources, sentencesIn } from '../sources/source-documents';

/** The sentences of all source documents of the package. */
export function ledger(): readonly LedgerEntry[] {
  return sentencesIn(packageSources());
}

/** What else the package knows about the procedures: failures reported from real servers, and the first document. */
export function known(): RunbookKnowledge {
  return knowledgeIn(packageSources());
}

/** What is known about the procedures of documents besides their sentences. */
export function knowledgeIn(sources: readonly DocumentSource[]): RunbookKnowledge {
  return { failures: sources.flatMap(({ failures }) => failures), document: sources[0]?.document ?? null };
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
