import { basename, extname } from 'node:path';
import { type ParsedDocument, parseHtml } from '../../documents/html-passages';
import { htmlOfMarkdown } from '../../documents/markdown';
import { hyphenated } from '../../documents/section-names';
import { InputError } from '../../input-error';
import { readText } from '../../package/text-file';

/** Reads a document of the user by the ending of its name. Throws an InputError for another format, or without text. */
export function readDocumentFile(file: string): ParsedDocument {
  const ending = extname(file).toLowerCase();
  const isMarkdown = ['.md', '.markdown'].includes(ending);
  if (!isMarkdown && !['.html', '.htm', '.xhtml'].includes(ending))
    throw new InputError(
      `${file}: found a name that ends with "${ending}"; give Markdown (.md) or HTML (.html). Word and many other ` +
        'programs save documents as HTML',
    );
  const text = readText(file);
  const parsed = parsedText(text, isMarkdown, file);
  if (parsed.passages.length === 0) throw new InputError(`${file} contains no sentence; give a document with text`);
  return parsed;
}

/** The parsers call themselves for each level of a document, so its depth is limited. */
function parsedText(text: string, isMarkdown: boolean, file: string): ParsedDocument {
  try {
    return parseHtml(isMarkdown ? htmlOfMarkdown(text) : text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`${file}: its elements are nested too deeply; give a document with fewer levels`);
  }
}

/** The name of a document in ids and folders: what the user asked for, or else the name of its file. */
export function documentName(file: string, asked: string | undefined): string {
  const name = asked ?? hyphenated(basename(file, extname(file)).replaceAll('.', '-'));
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name)) return name;
  const what = asked === undefined ? `${file}: no name follows from this file; give one with --name` : `--name ${name}`;
  throw new InputError(`${what}: a name consists of letters, digits and hyphens, and begins with a letter or a digit`);
}
