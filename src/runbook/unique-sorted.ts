/** Each text once, in alphabetical order. */
export function uniqueSorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
}
