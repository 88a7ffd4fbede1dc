import type { SourceFile, Violation } from '../source-tree';

const ENGINE = /^src\/(?!products\/)/;
/** The steps of a product are in a folder with its name. */
const GENERIC_STEPS = /^steps\/(?:support\/|[^/]+$)/;
const VERSIONS = 'src/windows/versions.ts';
/** The parts that choose the product: they may import it, and say no more about it. */
const COMPOSITION = /^src\/(?:index\.ts|cli\/)/;
const IMPORTED = /products\/[\w-]+|LYNC_SERVER_2013/g;
const USE = /'Internal'/;
const NAMES = /lync|\bedge|\brtc/i;
/** A year in a date is not a version. */
const VERSION = /\b(?:2008 R2|2012|2016|2019|2022)\b(?!-\d\d-\d\d)/;

/**
 * Products are known by their interface, and versions of Windows by their traits: no file of the engine
 * and no generic step names one.
 */
export function productsByName(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => ENGINE.test(path) || GENERIC_STEPS.test(path))
    .flatMap(({ path, ast }) =>
      ast.text.split('\n').flatMap((line, index) => {
        const text = COMPOSITION.test(path) ? line.replace(IMPORTED, '') : line;
        const found =
          (NAMES.exec(text) ?? USE.exec(text))?.[0] ?? (path === VERSIONS ? undefined : VERSION.exec(text)?.[0]);
        return found === undefined ? [] : [{ at: `${path}:${index + 1}`, what: `names ${found}` }];
      }),
    );
}
