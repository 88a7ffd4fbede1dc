import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../root';
import { collect, filesBelow, lineOf, type SourceFile, sourceFile } from '../source-tree';

/** A piece of English that the prose check reads, as Markdown, with the line on which it begins. */
export interface ProseText {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

const HELP_CALLS = ['description', 'summary', 'option', 'requiredOption', 'argument', 'addHelpText'];

/** A Markdown file as one text. */
export function documentText(path: string): ProseText {
  return { path, line: 1, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** The names, descriptions and steps of the features below the folders. Quoted labels and values are left out. */
export function featureTexts(folders: readonly string[]): ProseText[] {
  return filesBelow(folders, '.feature').flatMap((path) => textsOf(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** English texts that pages and the terminal show, by key. */
export function keyedTexts(path: string, texts: Readonly<Record<string, unknown>>): ProseText[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    if (typeof text === 'string') return [{ path: `${path} ${key}`, line: 1, text: unquoted(text) }];
    return isRecord(text) ? keyedTexts(`${path} ${key}`, text) : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The texts of the files below the folders: their comments, and for the command line its help texts. */
export function codeTexts(folders: readonly string[]): ProseText[] {
  const files = folders.flatMap((folder) =>
    ['.ts', '.mjs', '.cjs', '.js', '.css', '.hbs'].flatMap((ending) => filesBelow([folder], ending)),
  );
  return files
    .filter((path) => !path.endsWith('.d.ts'))
    .flatMap((path) => textsOf(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** The comments and help texts of one file. The ending of its name decides how comments are written in it. */
export function textsOf(path: string, text: string): ProseText[] {
  if (path.endsWith('.css')) return blocks(path, text, /\/\*([\s\S]*?)\*\//g);
  if (path.endsWith('.hbs')) return blocks(path, text, /\{\{!(?:--)?([\s\S]*?)(?:--)?\}\}/g);
  if (path.endsWith('.feature')) return gherkinTexts(path, text);
  const file = sourceFile(path, text);
  return [...comments(file), ...helpTexts(file)];
}

const NAMED = /^(?:Feature|Rule|Scenario|Scenario Outline|Example|Background|Examples): *(.*)$/;
const STEP = /^(?:Given|When|Then|And|But) +(.*)$/;

/** Lines of a feature: names, descriptions, steps, and comments that pages show. Consecutive lines of prose are one text. */
function gherkinTexts(path: string, text: string): ProseText[] {
  const texts: ProseText[] = [];
  let paragraph = false;
  let docString = false;
  for (const [index, line] of text
    .split('\n')
    .map((one) => one.trim())
    .entries()) {
    if (line.startsWith('"""')) docString = !docString;
    const shown = /^# cannot be taken back: *(.*)$/.exec(line)?.[1] ?? NAMED.exec(line)?.[1] ?? STEP.exec(line)?.[1];
    const prose = shown ?? (docString || /^(?:[#@|"]|$)/.test(line) ? '' : line);
    const last = texts.at(-1);
    if (shown === undefined && prose !== '' && paragraph && last) {
      texts[texts.length - 1] = { ...last, text: `${last.text}\n${unquoted(prose)}` };
    } else if (prose !== '') texts.push({ path, line: index + 1, text: unquoted(prose) });
    paragraph = shown === undefined && prose !== '';
  }
  return texts;
}

/** The text with a mark instead of each quotation and each parameter. */
function unquoted(text: string): string {
  return text.replace(/"[^"]*"|[{<][^{}<>]*[}>]/g, 'X');
}

function blocks(path: string, text: string, pattern: RegExp): ProseText[] {
  return [...text.matchAll(pattern)].map((match) => ({
    path,
    line: text.slice(0, match.index).split('\n').length,
    text: plain(match[1] ?? ''),
  }));
}

/** The comments of a file. Consecutive lines of `//` are one text. */
function comments(file: SourceFile): ProseText[] {
  const scanned = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    for (const range of rangesAround(file, node)) scanned.set(range.pos, range);
    for (const child of node.getChildren(file.ast)) visit(child);
  };
  visit(file.ast);
  const ranges = [...scanned.values()].sort((one, other) => one.pos - other.pos);
  return joined(file, ranges).filter(({ text }) => !/^\s*(biome-ignore|@ts-|# |source:)/.test(text));
}

function rangesAround(file: SourceFile, node: ts.Node): ts.CommentRange[] {
  if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return [];
  return [
    ...(ts.getLeadingCommentRanges(file.text, node.pos) ?? []),
    ...(ts.getTrailingCommentRanges(file.text, node.end) ?? []),
  ];
}

function joined(file: SourceFile, ranges: readonly ts.CommentRange[]): ProseText[] {
  const texts: ProseText[] = [];
  let end = -1;
  for (const range of ranges) {
    const raw = file.text.slice(range.pos, range.end);
    const last = texts.at(-1);
    const follows = last && raw.startsWith('//') && /^\n[ \t]*$/.test(file.text.slice(end, range.pos));
    if (follows) texts[texts.length - 1] = { ...last, text: `${last.text}\n${plain(raw)}` };
    else texts.push({ path: file.path, line: lineOf(file, range.pos), text: plain(raw) });
    end = range.end;
  }
  return texts;
}

/** A comment without its marks. Tags such as `@param` begin a new paragraph. */
function plain(comment: string): string {
  return comment
    .replace(/^\/\*+|\*+\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(\*|\/\/+)?[ \t]*/, ''))
    .join('\n')
    .replace(/\n(?=@\w)/g, '\n\n')
    .trimEnd();
}

/** String arguments of commander's calls for help. */
function helpTexts(file: SourceFile): ProseText[] {
  if (!file.path.startsWith('src/cli/')) return [];
  return collect(file, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
    if (!HELP_CALLS.includes(node.expression.name.text)) return undefined;
    const last = node.arguments.filter((argument) => ts.isStringLiteralLike(argument)).at(-1);
    if (!last || !ts.isStringLiteralLike(last)) return undefined;
    return { path: file.path, line: lineOf(file, last.getStart(file.ast)), text: last.text };
  });
}
