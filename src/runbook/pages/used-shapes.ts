/** The page without the shapes of marks that it does not have. */
export function withUsedShapes(html: string): string {
  const used = new Set([...html.matchAll(/<use href="#(shape-[a-z-]+)"/g)].map(([, id]) => id));
  return html.replace(/<symbol id="(shape-[a-z-]+)".*<\/symbol>\n/g, (symbol, id) => (used.has(id) ? symbol : ''));
}
