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
  /** the sentence itself, if the ledger contains the texts */
  readonly text?: string;
}

export type LedgerKind = (typeof LEDGER_KINDS)[number];

const LEDGER_KINDS = ['heading', 'paragraph', 'step', 'substep', 'note', 'important', 'warning', 'step text'] as const;

/** The columns of `ledger.tsv`. */
export const LEDGER_COLUMNS = ['id', 'section', 'step', 'kind', 'sha256', 'waiver'] as const;

/** The column that a ledger has only if its author asked for the texts. */
export const TEXT_COLUMN = 'text';

/** Reads the tab-separated text of the ledger. An error names its line, the found and the accepted values. */
export function readLedger(text: string): LedgerEntry[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (header !== LEDGER_COLUMNS.join('\t') && header !== [...LEDGER_COLUMNS, TEXT_COLUMN].join('\t')) {
    throw new Error(`ledger line 1: found "${header}"; the header is ${LEDGER_COLUMNS.join(', ')}, separated by tabs`);
  }
  const entries = lines.flatMap((line, index) => (line.trim() === '' ? [] : [entryIn(line, index + 2)]));
  if (entries.length === 0)
    throw new Error('ledger: there is no line below the header; a ledger has at least one sentence');
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new Error(`ledger: the id ${id} is on two lines; give one of them another id`);
    seen.add(id);
  }
  return entries;
}

function entryIn(line: string, number: number): LedgerEntry {
  const cells = line.split('\t');
  const [id = '', section = '', step = '', kind = '', sha256 = '', waiver = '', text] = cells.map((cell) =>
    cell.trim(),
  );
  if (cells.length < LEDGER_COLUMNS.length - 1 || cells.length > LEDGER_COLUMNS.length + 1) {
    throw new Error(`ledger line ${number}: found ${cells.length} columns; a line has ${LEDGER_COLUMNS.join(', ')}`);
  }
  if (id === '') throw new Error(`ledger line ${number}: the id is empty`);
  const known = LEDGER_KINDS.find((name) => name === kind);
  if (!known) throw new Error(`ledger line ${number}: found the kind "${kind}"; have ${LEDGER_KINDS.join(', ')}`);
  return {
    id,
    section,
    step,
    kind: known,
    sha256,
    ...(waiver === '' ? {} : { waiver }),
    ...(text === undefined ? {} : { text }),
  };
}
