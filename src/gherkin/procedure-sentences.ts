const SOURCES = /^\s*#\s*source:\s*(.*)$/gim;

/** The ids of the sentences that a feature with a procedure cites, each once; empty for a feature without one. */
export function sentencesOfProcedures(text: string): readonly string[] {
  if (!/^\s*@.*procedure\b/m.test(text)) return [];
  const cited = [...text.matchAll(SOURCES)].flatMap(([, ids = '']) => ids.split(/[\s,]+/));
  return [...new Set(cited.filter((id) => id !== ''))];
}
