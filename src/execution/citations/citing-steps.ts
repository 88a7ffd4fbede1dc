import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator } from '@cucumber/messages';
import { citationsIn } from '../../gherkin/source-comments';
import { InputError } from '../../input-error';
import { featureText } from '../feature-files';

/** A step, scenario, rule or feature that cites a sentence, by its line. */
export interface CitingElement {
  readonly id: string;
  readonly feature: string;
  readonly line: number;
  /** the line as it is written: `When the operator …` */
  readonly text: string;
}

/** What cites sentences in these feature files. Throws an InputError for a file that is not Gherkin. */
export function citingElements(files: readonly string[]): readonly CitingElement[] {
  return files.flatMap((feature) => {
    const text = featureText(feature);
    const lines = text.split(/\r?\n/);
    return citationsIn(documentOf(text, feature))
      .filter(({ kind, target }) => kind !== 'failure' && target > 0)
      .map(({ id, target }) => ({ id, feature, line: target, text: (lines[target - 1] ?? '').trim() }));
  });
}

function documentOf(text: string, file: string): GherkinDocument {
  try {
    return new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text);
  } catch (error) {
    throw new InputError(`${file} is not Gherkin: ${error instanceof Error ? error.message : String(error)}`);
  }
}
