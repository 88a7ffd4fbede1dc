import type { LedgerEntry } from './ledger';

type Entries = ReadonlyMap<string, LedgerEntry>;

/** The section whose numbered steps the sentences come from most often; empty when none is numbered. */
export function mainSection(ids: readonly string[], entries: Entries): string {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const entry = entries.get(id);
    if (entry && entry.step !== '') counts.set(entry.section, (counts.get(entry.section) ?? 0) + 1);
  }
  return [...counts.entries()].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0] as const)[0];
}

/** The document's number of a step that executes these sentences: `7`, `3–5`, `3, 5`; empty when it has none. */
export function stepNumber(ids: readonly string[], section: string, entries: Entries): string {
  const steps = ids.flatMap((id) => {
    const entry = entries.get(id);
    return entry && entry.section === section && entry.step !== '' ? [entry.step] : [];
  });
  const unique = [...new Set(steps)].sort((a, b) => Number(a) - Number(b));
  const first = Number(unique[0]);
  const consecutive = unique.length > 1 && unique.every((step, index) => Number(step) === first + index);
  return consecutive ? `${unique[0]}–${unique.at(-1)}` : unique.join(', ');
}
