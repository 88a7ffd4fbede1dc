import { posix } from 'node:path';
import ts from 'typescript';
import { collect, lineOf, type SourceFile, type Violation, violation } from '../source-tree';

const FILE_LINES = 200;
const FUNCTION_LINES = 40;
const EMPTY_WORDS = ['manager', 'helper', 'util', 'handler', 'data', 'info'];
/** Names from AD CS, X.509, Lync or an RFC that contain such a word. */
const GIVEN_NAMES = /\b(certificate manager|authority info access|public key info|data edge|data ur[il])s?\b/g;

export function longFiles(files: readonly SourceFile[]): Violation[] {
  return ours(files).flatMap((file) => {
    const lines = file.text.replace(/\n$/, '').split('\n').length;
    return lines > FILE_LINES ? [{ at: `${file.path}:1`, what: `${lines} lines; ${FILE_LINES} at most` }] : [];
  });
}

/** Counts the body, from brace to brace. */
export function longFunctions(files: readonly SourceFile[]): Violation[] {
  return every(ours(files), (file, node) => {
    const body = ts.isFunctionLike(node) && 'body' in node ? node.body : undefined;
    if (!body) return undefined;
    const lines = lineOf(file, body.end) - lineOf(file, body.getStart(file.ast)) + 1;
    return lines > FUNCTION_LINES ? `a body of ${lines} lines; ${FUNCTION_LINES} at most` : undefined;
  });
}

export function defaultExports(files: readonly SourceFile[]): Violation[] {
  return every(ours(files), (_, node) => {
    if (ts.isExportAssignment(node)) return node.isExportEquals ? 'export =' : 'export default';
    if (ts.isExportSpecifier(node) && node.name.text === 'default') return 'exports as default';
    return modifiersOf(node).includes(ts.SyntaxKind.DefaultKeyword) ? 'export default' : undefined;
  });
}

/** A barrel is named index.ts, or only passes on the exports of other files. */
/** The entries of the package, which pass on what is public. */
const PUBLIC = ['src/index.ts', 'steps/index.ts'];

export function barrels(files: readonly SourceFile[]): Violation[] {
  const inner = ours(files).filter((file) => !PUBLIC.includes(file.path));
  return inner.flatMap((file) => {
    const onlyPassesOn =
      file.ast.statements.length > 0 &&
      file.ast.statements.every((s) => ts.isExportDeclaration(s) && s.moduleSpecifier !== undefined);
    return posix.basename(file.path) === 'index.ts' || onlyPassesOn
      ? [{ at: `${file.path}:1`, what: 'a barrel; import from the file that has the thing' }]
      : [];
  });
}

export function anyAndNonNull(files: readonly SourceFile[]): Violation[] {
  return every(ours(files), (_, node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
    if (ts.isNonNullExpression(node)) return 'non-null !';
    return (ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node)) && node.exclamationToken
      ? 'definite assignment !'
      : undefined;
  });
}

/** `as const` is not a cast. evidence/ may cast the result of JSON.parse; x509/ must correct its library's types. */
export function casts(files: readonly SourceFile[]): Violation[] {
  const outside = ours(files).filter((file) => !file.path.startsWith('src/x509/'));
  return every(outside, (file, node) => {
    if (!ts.isAsExpression(node) && !ts.isTypeAssertionExpression(node)) return undefined;
    if (ts.isConstTypeReference(node.type)) return undefined;
    const parsed = file.path.startsWith('src/evidence/') && /^JSON\.parse\(/.test(node.expression.getText(file.ast));
    return parsed ? undefined : `a cast to ${node.type.getText(file.ast)}`;
  });
}

export function undocumentedExports(files: readonly SourceFile[]): Violation[] {
  const src = files.filter((file) => file.path.startsWith('src/'));
  return every(src, (_, node) => {
    if (!ts.isFunctionDeclaration(node) && !ts.isVariableStatement(node)) return undefined;
    if (!modifiersOf(node).includes(ts.SyntaxKind.ExportKeyword) || ts.getJSDocCommentsAndTags(node).length > 0) {
      return undefined;
    }
    return functionNames(node).map((name) => `exported function ${name} has no JSDoc comment`)[0];
  });
}

function functionNames(node: ts.FunctionDeclaration | ts.VariableStatement): string[] {
  if (ts.isFunctionDeclaration(node)) return [node.name?.text ?? ''];
  return node.declarationList.declarations
    .filter(({ initializer: i }) => i && (ts.isArrowFunction(i) || ts.isFunctionExpression(i)))
    .map((declaration) => declaration.name.getText());
}

/** Words that fit everything have no meaning. */
export function emptyNames(files: readonly SourceFile[]): Violation[] {
  return ours(files).flatMap((file) => {
    const inPath = file.path.split('/').flatMap(emptyWordsIn);
    return [
      ...inPath.map((word) => ({ at: `${file.path}:1`, what: `the file's name says "${word}"` })),
      ...every([file], (_, node) => {
        const name = exportedNames(node).find((n) => emptyWordsIn(n).length > 0);
        return name === undefined ? undefined : `the exported name ${name} says "${emptyWordsIn(name).join(', ')}"`;
      }),
    ];
  });
}

function emptyWordsIn(name: string): string[] {
  const words = name
    .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .join(' ')
    .toLowerCase();
  const own = words.replace(GIVEN_NAMES, '').split(' ');
  return own.filter((word) => EMPTY_WORDS.includes(word.replace(/s$/, '')));
}

function exportedNames(node: ts.Node): string[] {
  if (ts.isExportSpecifier(node)) return [node.name.text];
  if (!modifiersOf(node).includes(ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map((d) => d.name.getText());
  const name = ts.getNameOfDeclaration(node as ts.Declaration);
  return name ? [name.getText()] : [];
}

export function unfinishedWork(files: readonly SourceFile[]): Violation[] {
  return ours(files).flatMap((file) =>
    [...file.text.matchAll(/\b(TODO|FIXME|XXX)\b/g)].map((match) => ({
      at: `${file.path}:${lineOf(file, match.index)}`,
      what: `${match[1]}`,
    })),
  );
}

function every(files: readonly SourceFile[], rule: (f: SourceFile, n: ts.Node) => string | undefined): Violation[] {
  return files.flatMap((file) =>
    collect(file, (node) => {
      const what = rule(file, node);
      return what === undefined ? undefined : violation(file, node, what);
    }),
  );
}

function modifiersOf(node: ts.Node): ts.SyntaxKind[] {
  return ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map((modifier) => modifier.kind) : [];
}

function ours(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => /^(src|steps)\//.test(file.path));
}
