import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { minify } from 'uglify-js';

/** The bundles of page scripts, each a folder of templates/scripts/. */
export const SCRIPT_BUNDLES = ['index', 'page', 'rehearsal'] as const;

/**
 * Reads the text of each template below a folder, by its file name without `.hbs`. Folders only sort the files.
 *
 * @throws Error when two templates have the same name
 */
export function templateTexts(folder: string): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.hbs')) continue;
    const name = basename(path, '.hbs');
    if (name in texts) throw new Error(`two templates are called "${name}"; partials are found by file name`);
    texts[name] = readFileSync(join(folder, path), 'utf8');
  }
  return texts;
}

/**
 * Reads a stylesheet and puts the files that it imports in place of its `@import` lines.
 *
 * @param path a file whose imports are beside it
 */
export function stylesheet(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.replace(/^@import "([^"]+)";$/gm, (_, name) => readFileSync(join(path, '..', name), 'utf8'));
}

/**
 * Bundles and minifies the scripts of each folder, in the order of their file names.
 *
 * @param folder templates/scripts/
 * @throws Error for a script that cannot be parsed
 */
export function pageScripts(folder: string): Record<(typeof SCRIPT_BUNDLES)[number], string> {
  return {
    index: bundle(join(folder, 'index')),
    page: bundle(join(folder, 'page')),
    rehearsal: bundle(join(folder, 'rehearsal')),
  };
}

function bundle(folder: string): string {
  const texts = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const { code, error } = minify(texts.join('\n'), { toplevel: true });
  if (error || code === undefined) throw new Error(`${folder}: ${error?.message ?? 'minifying it gave nothing'}`);
  return code;
}
