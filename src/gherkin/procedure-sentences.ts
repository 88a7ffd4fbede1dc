const SOURCES = /^\s*#\s*source:\s*(.*)$/gim;
const SENTENCES = /^\s*#\s*(?:source|fails at):\s*(.*)$/gim;

/** The ids of the sentences that a feature with a procedure cites, each once; empty for a feature without one. */
export function sentencesOfProcedures(text: string): readonly string[] {
  if (!/^\s*@.*procedure\b/m.test(text)) return [];
  return idsIn(text, SOURCES);
}

/** The ids of the sentences that a feature cites in any way, each once. */
export function citedSentences(text: string): readonly string[] {
  return idsIn(text, SENTENCES);
}

function idsIn(text: string, comments: RegExp): readonly string[] {
  const cited = [...text.matchAll(comments)].flatMap(([, ids = '']) => ids.split(/[\s,]+/));
  return [...new Set(cited.filter((id) => id !== ''))];
}
