import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync, transformSync } from 'esbuild';

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
 * Reads a stylesheet, replaces its `@import` lines with the imported files, and minifies it.
 *
 * @param path a file whose imports are beside it
 * @throws Error for a stylesheet that cannot be parsed
 */
export function stylesheet(path: string): string {
  const text = readFileSync(path, 'utf8');
  const whole = text.replace(/^@import "([^"]+)";$/gm, (_, name) => readFileSync(join(path, '..', name), 'utf8'));
  const { code, warnings } = transformSync(whole, {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [warning] = warnings;
  if (warning) throw new Error(`${path}: ${warning.text}: ${warning.location?.lineText}`);
  return code.trim();
}

/** The bundles of scripts in templates/scripts/, by what needs them. */
type Bundle = 'page' | 'record' | 'rehearsal' | 'search' | 'single';

/**
 * Bundles and minifies the scripts of the pages.
 *
 * @param folder the folder with a file `<bundle>.mjs` for each bundle, which imports the others
 * @throws Error for a script that cannot be parsed, or that imports what does not exist
 */
export function pageScripts(folder: string): Record<Bundle, string> {
  const script = (bundle: Bundle) => bundled(join(folder, `${bundle}.mjs`));
  return {
    page: script('page'),
    record: script('record'),
    rehearsal: script('rehearsal'),
    search: script('search'),
    single: script('single'),
  };
}

function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text.trim()).join('');
}
