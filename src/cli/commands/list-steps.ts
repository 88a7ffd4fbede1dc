import { foundIn, isEmptyReference } from '../../reference/matching-steps';
import { referenceText } from '../../reference/reference-text';
import { checkPaths } from '../input/feature-paths';
import type { Language } from '../input/page-languages';
import { loadedReference } from '../reference/loaded-reference';
import { print } from '../terminal/print';

export interface StepsOptions {
  readonly steps: readonly string[];
  readonly features: readonly string[];
  readonly language: readonly Language[];
  readonly json: boolean;
}

/**
 * `rehearse steps`: lists the phrases that contain a word, or all of them, with tags and comments. Returns 1 if nothing
 * contains the word. Throws an InputError with all errors of the user's programs.
 */
export async function stepsCommand(word: string | undefined, options: StepsOptions): Promise<number> {
  checkPaths(options.features, options.steps);
  const [language = ''] = options.language;
  const { reference } = await loadedReference({ ...options, language });
  const found = word === undefined ? reference : foundIn(reference, word);
  if (options.json) process.stdout.write(`${JSON.stringify({ language, ...found })}\n`);
  else if (!isEmptyReference(found)) print(process.stdout, referenceText(found));
  if (!isEmptyReference(found)) return 0;
  print(process.stderr, `no phrase, tag or comment contains "${word}"; rehearse steps lists all of them\n`);
  return 1;
}
