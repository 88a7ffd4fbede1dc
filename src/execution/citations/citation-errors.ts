import type { Envelope } from '@cucumber/messages';
import { closest, distance } from 'fastest-levenshtein';
import { citationsIn } from '../../gherkin/source-comments';

/**
 * The citations of sentences that no source document has, each as `file:line: error, and remedy`.
 *
 * @param known the ids of all sentences; without them, nothing is checked
 */
export function citationErrors(
  envelopes: readonly Envelope[],
  known: readonly string[] | undefined,
): readonly string[] {
  if (!known) return [];
  const ids = new Set(known);
  return envelopes.flatMap(({ gherkinDocument }) => {
    const cited = gherkinDocument ? citationsIn(gherkinDocument) : [];
    return cited
      .filter(({ kind, id }) => kind !== 'failure' && !ids.has(id))
      .map(({ kind, id, line }) => `${gherkinDocument?.uri}:${line}: "# ${kind}:" cites ${id}, ${remedy(id, known)}`);
  });
}

function remedy(id: string, known: readonly string[]): string {
  if (known.length === 0)
    return 'and the features have no source document; make one with "rehearse source FILE", or delete the comment';
  const nearest = closest(id, [...known]);
  const near = distance(id, nearest) * 2 <= id.length ? `the nearest is ${nearest}` : `the first is ${known[0]}`;
  return `which no sentence of the source documents has; ${near}`;
}
