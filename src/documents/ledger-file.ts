import { LEDGER_COLUMNS, readLedger, TEXT_COLUMN } from '../runbook/source-document/ledger';
import type { LedgerRow, NumberedLedger } from './ledger-changes';
import { plainText } from './sentence';

/** What `document.json` says of a document of the user: its title, where it is published, and where its file is. */
export interface DocumentRecord {
  readonly title: string;
  /** an https address; absent if it is not published */
  readonly address?: string;
  /** the path of the document from the folder of the ledger, with `/` */
  readonly file: string;
  /** the number of the next new sentence */
  readonly next: number;
}

/** The text of `ledger.tsv`. */
export function ledgerText(rows: readonly LedgerRow[], withTexts: boolean): string {
  const columns = withTexts ? [...LEDGER_COLUMNS, TEXT_COLUMN] : LEDGER_COLUMNS;
  const lines = rows.map(({ id, section, step, kind, sha256, waiver = '', text }) =>
    [id, section, step, kind, sha256, waiver, ...(withTexts ? [plainText(text)] : [])].join('\t'),
  );
  return `${[columns.join('\t'), ...lines].join('\n')}\n`;
}

/** The text of `document.json`. */
export function documentText(record: DocumentRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Reads the texts of `document.json` and `ledger.tsv`. Throws an Error that says what is wrong. */
export function readNumbered(document: string, ledger: string): NumberedLedger & { readonly hasTexts: boolean } {
  const entries = readLedger(ledger);
  const rows = entries.map((entry) => ({ ...entry, text: entry.text ?? '' }));
  const numbers = entries.map(({ id }) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0));
  const found: unknown = JSON.parse(document);
  const said = typeof found === 'object' && found !== null ? Number(Reflect.get(found, 'next') ?? 0) : 0;
  const next = Math.max(Number.isInteger(said) ? said : 0, Math.max(0, ...numbers) + 1);
  return { rows, next, hasTexts: entries.some(({ text }) => text !== undefined) };
}
