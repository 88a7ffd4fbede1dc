import parse from '@cucumber/tag-expressions';
import { InputError } from '../input-error';

/** Throws an InputError if the text is not a tag expression. An empty text selects everything. */
export function checkTags(expression: string): void {
  try {
    parse(expression);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*because of syntax error: /s, '') : String(error);
    throw new InputError(
      `--tags "${expression}" is not a tag expression: ${why.replace(/[.\s]+$/, '')}; write for instance "@procedure and not @failure"`,
    );
  }
}
