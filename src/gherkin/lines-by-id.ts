/** The lines of all elements of a Gherkin document that have an id: scenarios, steps, rows, tags. */
export function linesById(node: unknown, found: Map<string, number> = new Map()): ReadonlyMap<string, number> {
  if (typeof node !== 'object' || node === null) return found;
  if ('id' in node && 'location' in node && typeof node.location === 'object' && node.location !== null) {
    const { location } = node;
    if ('line' in location) found.set(String(node.id), Number(location.line));
  }
  for (const inner of Object.values(node)) linesById(inner, found);
  return found;
}
