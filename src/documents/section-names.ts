/** The anchors of headings, as GitHub makes them: in lower case, with hyphens, and with a number if one is repeated. */
export class SectionNames {
  readonly #used = new Map<string, number>();

  /** @param id the id of the heading in HTML; empty if it has none */
  nameOf(title: string, id: string): string {
    const base = id || hyphenated(title) || 'section';
    const before = this.#used.get(base) ?? 0;
    this.#used.set(base, before + 1);
    return before === 0 ? base : `${base}-${before}`;
  }
}

/** The letters and digits of a text in lower case, with hyphens between the words. */
export function hyphenated(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '');
  return words.trim().replace(/[\s_]+/g, '-');
}
