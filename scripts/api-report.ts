import { join } from 'node:path';
import ts from 'typescript';

/** The entries of the package, and the compiled declarations of each. */
const ENTRIES = {
  'certificate-rehearsal': 'dist/src/index.d.ts',
  'certificate-rehearsal/steps': 'dist/steps/index.d.ts',
};

/**
 * The report of the public surface in Markdown: each exported name of each entry with its declaration. Reads the
 * declarations in dist/, so run `npm run build` first.
 *
 * @param root the folder of the package
 */
export function apiReport(root: string): string {
  const files = Object.values(ENTRIES).map((file) => join(root, file));
  const program = ts.createProgram(files, { module: ts.ModuleKind.Node20, types: ['node'] });
  const sections = Object.entries(ENTRIES).map(([entry, file]) => {
    return `## ${entry}\n\n${exportsOf(program, join(root, file)).join('\n')}`;
  });
  const about = 'The public surface of the package. `npm run api` writes this file from the sources.';
  return `# API\n\n${about}\n\n${sections.join('\n')}`;
}

function exportsOf(program: ts.Program, file: string): string[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} exports nothing; run npm run build`);
  const names = checker.getExportsOfModule(module).sort((a, b) => (a.name < b.name ? -1 : 1));
  return names.map((symbol) => {
    const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return described(symbol.name, declared, checker);
  });
}

/** A heading, the comment, and the declarations of a name. */
function described(name: string, symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const declarations = symbol.declarations ?? [];
  if (declarations.length === 0) throw new Error(`${name} has no declaration`);
  const comment = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s*\n\s*/g, ' ');
  const code = declarations.map(textOf).join('\n');
  return [`### ${name}\n`, ...(comment ? [`${comment}\n`] : []), `\`\`\`ts\n${code}\n\`\`\`\n`].join('\n');
}

/** The declaration as the compiler wrote it, without the words that every export has. */
function textOf(declaration: ts.Declaration): string {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return statement.getText().replace(/^export (declare )?/, '');
}
