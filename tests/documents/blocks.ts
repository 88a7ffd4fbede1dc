import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/root';

/** A fenced block of a Markdown document. */
export interface Block {
  readonly language: string;
  /** the path after the language, if the block shows a whole file */
  readonly file: string | undefined;
  readonly text: string;
}

/** The fenced blocks of a document, in order. */
export function blocksOf(path: string): readonly Block[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(([, language = '', file, content = '']) => ({
    language,
    file,
    text: content,
  }));
}
