/** Phrases on English pages that leave out what a reader must know, with a sentence that each must report. */
export const ELLIPTIC: readonly (readonly [phrase: RegExp, bad: string])[] = [
  [/[:=] (?:nothing|none|no)(?=[,.;)]|$)/i, 'use one of: nothing, the list is empty'],
  [
    /\b(?:a|an|the|one) [\w ]+ (?:that|which|who) (?:is|are|does|do|has|have)(?=[,.;:)]|$)/i,
    'Choose an account that is.',
  ],
  [/\bwhat else\b|\bholds here\b/i, 'What else holds here'],
  [/\bcodes? of the judge\b/i, 'Codes of the judge'],
  [/\b(?:is|are|has|have) no (?:if|when|where|as)\b/i, 'A certificate is no if in a pool'],
  [/\b(?:is|are|was|were) (?:so|such|thus)(?=[,.;:)]|$)/i, 'The key is such.'],
  [/\b(?:nothing|none) to take back\b/i, 'Nothing to take back'],
  [/\b(?:if|where|as|unless) (?:not|so|any|none)(?=[,.;:)]|$)/i, 'Import it again if not.'],
];

/** The first elliptic phrase of a text. */
export function ellipticPhraseIn(text: string): string | undefined {
  for (const [phrase] of ELLIPTIC) {
    const [found] = phrase.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return undefined;
}
