import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { ROOT } from './root';

/** The project's own files as the rules see them: a path relative to the project's root, with `/`, and the parsed text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly ast: ts.SourceFile;
}

/** One place where a rule does not hold. */
export interface Violation {
  readonly at: string;
  readonly what: string;
}

/** One import, of whatever form: what is named, and whether anything of it remains when types are gone. */
export interface Import {
  readonly from: SourceFile;
  readonly line: number;
  readonly module: string;
  /** the project file that a relative import leads to; undefined for packages */
  readonly file: string | undefined;
  readonly typesOnly: boolean;
}

/** Every file below one of the folders of the project whose name ends so, sorted; a missing folder is empty. */
export function filesBelow(folders: readonly string[], ending: string, root = ROOT): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        posix.join(folder, name.replaceAll('\\', '/')),
      ),
    )
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** The feature files of the documented procedures, without those about failures and defects. */
export function procedureFeatures(root = ROOT): string[] {
  return filesBelow(['features'], '.feature', root).filter((path) => path.split('/').length === 3);
}

/** The parsed TypeScript files below those folders. */
export function typescriptBelow(folders: readonly string[], root = ROOT): SourceFile[] {
  return filesBelow(folders, '.ts', root).map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}

/** The parsed JavaScript modules below those folders. */
export function modulesBelow(folders: readonly string[], root = ROOT): SourceFile[] {
  return filesBelow(folders, '.mjs', root).map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}

export function sourceFile(path: string, text: string): SourceFile {
  return { path, text, ast: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS) };
}

/** A file for each entry: how the rules are tried on small examples. */
export function sourceFiles(texts: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(texts).map(([path, text]) => sourceFile(path, text));
}

export function violation(file: SourceFile, node: ts.Node, what: string): Violation {
  return { at: `${file.path}:${lineOf(file, node.getStart(file.ast))}`, what };
}

export function lineOf(file: SourceFile, position: number): number {
  return file.ast.getLineAndCharacterOfPosition(position).line + 1;
}

/** Every node of the file for which the question gives an answer. */
export function collect<T>(file: SourceFile, question: (node: ts.Node) => T | undefined): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    const answer = question(node);
    if (answer !== undefined) found.push(answer);
    ts.forEachChild(node, visit);
  };
  visit(file.ast);
  return found;
}

/** `import`, `export … from`, `import x = require()`, `import()`, `require()` and `import('…').Type`, in that file. */
export function importsOf(file: SourceFile, all: readonly SourceFile[]): Import[] {
  return collect(file, (node) => {
    const named = moduleNamedBy(node);
    if (!named) return undefined;
    const resolved = named.module.startsWith('.') ? resolve(file.path, named.module, all) : undefined;
    return { ...named, from: file, line: lineOf(file, node.getStart(file.ast)), file: resolved };
  });
}

function moduleNamedBy(node: ts.Node): { module: string; typesOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, onlyTypes(node.importClause));
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return named(node.argument.literal, true);
  if (ts.isExternalModuleReference(node)) return named(node.expression, false);
  if (ts.isCallExpression(node) && isLoading(node.expression)) return named(node.arguments[0], false);
  return undefined;
}

function named(node: ts.Node | undefined, typesOnly: boolean): { module: string; typesOnly: boolean } | undefined {
  return node && ts.isStringLiteralLike(node) ? { module: node.text, typesOnly } : undefined;
}

function isLoading(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || /^require(\.resolve)?$/.test(callee.getText());
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return !clause.name && !!bindings && ts.isNamedImports(bindings) && bindings.elements.every((e) => e.isTypeOnly);
}

/** Whether that name, at that place, is the file's own: a parameter, a variable, a function or an import. */
export function isDeclaredAround(place: ts.Node, name: string): boolean {
  for (let scope = place.parent; scope; scope = scope.parent) {
    if (declaredIn(scope).includes(name)) return true;
  }
  return false;
}

function declaredIn(scope: ts.Node): string[] {
  if (ts.isFunctionLike(scope)) return scope.parameters.flatMap((parameter) => boundBy(parameter.name));
  if (ts.isForOfStatement(scope) || ts.isForInStatement(scope) || ts.isForStatement(scope)) {
    return scope.initializer ? declaredBy(scope.initializer) : [];
  }
  return ts.isBlock(scope) || ts.isSourceFile(scope) ? scope.statements.flatMap(declaredBy) : [];
}

function declaredBy(node: ts.Node): string[] {
  if (ts.isVariableStatement(node)) return declaredBy(node.declarationList);
  if (ts.isVariableDeclarationList(node)) return node.declarations.flatMap((declaration) => boundBy(declaration.name));
  if (ts.isFunctionDeclaration(node)) return [node.name?.text ?? ''];
  const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
  const bindings = clause?.namedBindings;
  if (!bindings) return [clause?.name?.text ?? ''];
  const named = ts.isNamedImports(bindings) ? bindings.elements.map((e) => e.name.text) : [bindings.name.text];
  return [clause.name?.text ?? '', ...named];
}

function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundBy(element.name)));
}

function resolve(from: string, module: string, all: readonly SourceFile[]): string {
  const path = posix.join(posix.dirname(from), module).replace(/^dist\//, '');
  const candidates = [path, `${path}.ts`, `${path}/index.ts`, path.replace(/\.js$/, '.ts')];
  return (
    candidates.find((candidate) => all.some((file) => file.path === candidate)) ??
    (/\.m?ts$|\.mjs$/.test(path) ? path : `${path}.ts`)
  );
}
