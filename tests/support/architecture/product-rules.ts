import type { SourceFile, Violation } from '../source-tree';

const PRODUCT = /^src\/products\//;
const VERSIONS = 'src/windows/versions.ts';
const NAMES = /\bLync|\bEdge|\bRTC|'Internal'/;
const VERSION = /'(?:2008 R2|2012|2012 R2|2016|2019|2022)'/;

/** Products are known by their interface, and versions of Windows by their traits: no file of the engine names one. */
export function productsByName(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => path.startsWith('src/') && !PRODUCT.test(path))
    .flatMap(({ path, ast }) =>
      ast.text.split('\n').flatMap((line, index) => {
        const found = NAMES.exec(line)?.[0] ?? (path === VERSIONS ? undefined : VERSION.exec(line)?.[0]);
        return found === undefined ? [] : [{ at: `${path}:${index + 1}`, what: `names ${found}` }];
      }),
    );
}
