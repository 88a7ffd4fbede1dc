import type { LoadedReference } from '../src/cli/reference/loaded-reference';
import { glueOf } from '../src/reference/glue';
import { referenceMarkdown } from '../src/reference/reference-markdown';

/** The texts of docs/steps.md and editor/phrases.js, by path. */
export function referenceFiles({ reference, kinds }: LoadedReference): Readonly<Record<string, string>> {
  return { 'docs/steps.md': referenceMarkdown(reference, '../'), 'editor/phrases.js': glueOf(reference, kinds) };
}
