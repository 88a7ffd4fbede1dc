const USE = '<use href="#';
const SYMBOL = /<symbol id="([a-z-]+)".*<\/symbol>\n/g;
const SYMBOL_END = '</symbol>\n';

/** The page without the shapes of marks that it does not have. */
export function withUsedShapes(html: string): string {
  const used = new Set<string>();
  for (let at = html.indexOf(USE); at >= 0; at = html.indexOf(USE, at + 1)) {
    const start = at + USE.length;
    used.add(html.slice(start, html.indexOf('"', start)));
  }
  const end = html.lastIndexOf(SYMBOL_END) + SYMBOL_END.length;
  const shapes = html.slice(0, end).replace(SYMBOL, (symbol, id) => (used.has(id) ? symbol : ''));
  return `${shapes}${html.slice(end)}`;
}
