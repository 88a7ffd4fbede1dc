import type { SourceDocument } from './source-document';

/** One sentence of the source document: its place, its kind, and the reason if it is not executed. */
export interface LedgerEntry {
  /** the document of the sentence; absent where only one is known */
  readonly document?: SourceDocument;
  readonly id: string;
  readonly section: string;
  /** the document's step number; empty outside numbered steps */
  readonly step: string;
  readonly kind: LedgerKind;
  readonly sha256: string;
  /** why no step can execute the sentence */
  readonly waiver?: string;
}

export type LedgerKind = (typeof LEDGER_KINDS)[number];

const LEDGER_KINDS = ['heading', 'paragraph', 'step', 'substep', 'note', 'important', 'warning', 'step text'] as const;

const COLUMNS = ['id', 'section', 'step', 'kind', 'sha256', 'waiver'] as const;

/** Reads the tab-separated text of the ledger. An error names its line, the found and the accepted values. */
export function readLedger(text: string): LedgerEntry[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (header !== COLUMNS.join('\t')) {
    throw new Error(`ledger line 1: found "${header}"; the header is ${COLUMNS.join(', ')}, separated by tabs`);
  }
  const entries = lines.flatMap((line, index) => (line.trim() === '' ? [] : [entryIn(line, index + 2)]));
  if (entries.length === 0)
    throw new Error('ledger: there is no line below the header; a ledger has at least one sentence');
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new Error(`ledger: the id ${id} stands on two lines`);
    seen.add(id);
  }
  return entries;
}

function entryIn(line: string, number: number): LedgerEntry {
  const cells = line.split('\t');
  const [id = '', section = '', step = '', kind = '', sha256 = '', waiver = ''] = cells.map((cell) => cell.trim());
  if (cells.length < COLUMNS.length - 1 || cells.length > COLUMNS.length) {
    throw new Error(`ledger line ${number}: found ${cells.length} columns; a line has ${COLUMNS.join(', ')}`);
  }
  if (id === '') throw new Error(`ledger line ${number}: the id is empty`);
  const known = LEDGER_KINDS.find((name) => name === kind);
  if (!known) throw new Error(`ledger line ${number}: found the kind "${kind}"; have ${LEDGER_KINDS.join(', ')}`);
  return { id, section, step, kind: known, sha256, ...(waiver === '' ? {} : { waiver }) };
}
