import { diffArrays } from 'diff';
import type { LedgerEntry } from '../runbook/source-document/ledger';
import type { Sentence } from './sentence';

/** The ledger of a document as it is written: its rows, and the number of the next new sentence. */
export interface NumberedLedger {
  readonly rows: readonly LedgerRow[];
  readonly next: number;
}

/** A row of the ledger, with the text of the sentence. The text of a sentence that is gone may be unknown. */
export interface LedgerRow extends LedgerEntry {
  readonly text: string;
}

export const CHANGES = ['moved', 'changed', 'came', 'gone'] as const;

/** What happened to a sentence: another order, another text, new, or deleted. */
export type LedgerChange = (typeof CHANGES)[number];

/** A sentence that is not as the earlier ledger says. */
export interface SentenceChange {
  readonly change: LedgerChange;
  /** the row, for a deleted sentence that of the earlier ledger */
  readonly row: LedgerRow;
  /** the waiver that the change ends */
  readonly endedWaiver?: string;
}

/** Why no step executes a heading. */
export const HEADING_WAIVER = 'a heading; it asks for no action';

/** The earlier and the present sentences between two that are unchanged. */
interface Gap {
  readonly old: LedgerRow[];
  readonly present: number[];
}

/**
 * Gives each sentence its id. A sentence with an unchanged text keeps its id, wherever it is now. A sentence that
 * replaces another one of its kind takes over the id. New sentences get numbers that no other had.
 *
 * @param name the name of the document, with which its ids begin
 */
export function numbered(
  sentences: readonly Sentence[],
  earlier: NumberedLedger,
  name: string,
): NumberedLedger & { readonly changes: readonly SentenceChange[] } {
  const gaps: Gap[] = [{ old: [], present: [] }];
  const same = new Map<number, LedgerRow>();
  align(earlier.rows, sentences, gaps, same);
  const moved = movedIn(gaps, sentences);
  const changed = changedIn(gaps, sentences);
  let { next } = earlier;
  const changes: SentenceChange[] = [];
  const rows = sentences.map((sentence, index) => {
    const kept = same.get(index) ?? moved.get(index);
    const old = kept ?? changed.get(index);
    const row = rowOf(sentence, old?.id ?? `${name}-${String(next++).padStart(3, '0')}`, waiverOf(sentence, old, kept));
    const change = changeOf(old, moved.get(index), changed.get(index));
    if (change) changes.push({ change, row, ...endedWaiver(old, row) });
    return row;
  });
  const gone = gaps.flatMap(({ old }) => old).map((row): SentenceChange => ({ change: 'gone', row }));
  return { rows, next, changes: [...changes, ...gone] };
}

/** Fills the gaps, and the rows of the sentences that are unchanged and in the same order. */
function align(
  old: readonly LedgerRow[],
  sentences: readonly Sentence[],
  gaps: Gap[],
  same: Map<number, LedgerRow>,
): void {
  const digests = (some: readonly { readonly sha256: string }[]) => some.map(({ sha256 }) => sha256);
  let before = 0;
  let now = 0;
  for (const { added, removed, count = 0 } of diffArrays(digests(old), digests(sentences))) {
    const gap = gaps.at(-1);
    for (let index = 0; index < count; index += 1) {
      const row = old[before + index];
      if (added) gap?.present.push(now + index);
      else if (row && removed) gap?.old.push(row);
      else if (row) same.set(now + index, row);
    }
    if (!added) before += count;
    if (!removed) now += count;
    if (!added && !removed) gaps.push({ old: [], present: [] });
  }
}

/** The rows of sentences whose text is elsewhere now; they leave their gaps. */
function movedIn(gaps: readonly Gap[], sentences: readonly Sentence[]): ReadonlyMap<number, LedgerRow> {
  const moved = new Map<number, LedgerRow>();
  for (const gap of gaps) {
    for (const index of [...gap.present]) {
      const from = gaps.find(({ old }) => old.some(({ sha256 }) => sha256 === sentences[index]?.sha256));
      const at = from?.old.findIndex(({ sha256 }) => sha256 === sentences[index]?.sha256) ?? -1;
      const [row] = from?.old.splice(at, 1) ?? [];
      if (!row) continue;
      moved.set(index, row);
      gap.present.splice(gap.present.indexOf(index), 1);
    }
  }
  return moved;
}

/** The rows of sentences that another text of the same kind replaces; they leave their gaps. */
function changedIn(gaps: readonly Gap[], sentences: readonly Sentence[]): ReadonlyMap<number, LedgerRow> {
  const changed = new Map<number, LedgerRow>();
  for (const { old, present } of gaps) {
    for (const index of present) {
      const at = old.findIndex(({ kind }) => kind === sentences[index]?.kind);
      const [row] = at < 0 ? [] : old.splice(at, 1);
      if (row) changed.set(index, row);
    }
  }
  return changed;
}

function changeOf(old: LedgerRow | undefined, moved?: LedgerRow, changed?: LedgerRow): LedgerChange | undefined {
  if (moved) return 'moved';
  if (changed) return 'changed';
  return old ? undefined : 'came';
}

/** The reason why the sentence is not executed: the earlier one as long as the text is the same. */
function waiverOf({ kind }: Sentence, old: LedgerRow | undefined, kept: LedgerRow | undefined): string | undefined {
  if (kept) return kept.waiver;
  return kind === 'heading' && (!old || old.waiver === HEADING_WAIVER) ? HEADING_WAIVER : undefined;
}

function rowOf({ section, step, kind, text, sha256 }: Sentence, id: string, waiver: string | undefined): LedgerRow {
  return { id, section, step, kind, sha256, text, ...(waiver === undefined ? {} : { waiver }) };
}

function endedWaiver(old: LedgerRow | undefined, { waiver }: LedgerRow): Pick<SentenceChange, 'endedWaiver'> {
  return old?.waiver !== undefined && waiver === undefined ? { endedWaiver: old.waiver } : {};
}
