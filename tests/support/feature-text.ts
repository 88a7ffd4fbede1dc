import { type Catalogue, textIn } from '../../src/translation/catalogue';
import { cellIn, type Sentences, sentencesOf } from '../../src/translation/sentences';

/**
 * Translates an English feature file to the catalogue's language: keywords, names, descriptions, steps and their
 * tables. Comments, tags, quoted texts and the tables of Examples remain. Throws an Error with the first line that has
 * no translation.
 *
 * @param dialect Gherkin's name of the language
 */
export function translatedFeature(english: string, catalogue: Catalogue, dialect: string): string {
  const say = sentencesOf(catalogue, (text) => `"${text}"`);
  const blocks = blocksOf(english.split('\n').filter((line) => !/^\s*# language:/.test(line)));
  const lines = blocks.flatMap((block, index) => translatedBlock(block, blocks[index - 1], { catalogue, say }));
  return [`# language: ${dialect}`, ...lines].join('\n');
}

type Kind = 'table' | 'prose' | 'doc string' | 'step' | 'name' | 'other';

/** Consecutive lines that form a table, a paragraph of a description or a doc string; otherwise one line. */
interface Block {
  readonly kind: Kind;
  readonly lines: readonly string[];
}

const NAMED = /^(\s*)(Feature|Rule|Background|Example|Scenario|Scenario Outline|Examples):\s*(.*)$/;
const STEP = /^(\s*)(Given|When|Then|And|But) (.*)$/;

function kindOf(line: string): Kind {
  if (/^\s*\|/.test(line)) return 'table';
  if (NAMED.test(line)) return 'name';
  if (STEP.test(line)) return 'step';
  return /^\s*([#@]|$)/.test(line) ? 'other' : 'prose';
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let inside = false;
  for (const line of lines) {
    const fence = line.trim() === '"""';
    const kind = inside || fence ? 'doc string' : kindOf(line);
    const last = blocks.at(-1);
    const goesOn = last?.kind === kind && kind !== 'step' && kind !== 'name' && !(fence && !inside);
    if (last && goesOn) blocks[blocks.length - 1] = { kind, lines: [...last.lines, line] };
    else blocks.push({ kind, lines: [line] });
    if (fence) inside = !inside;
  }
  return blocks;
}

interface Saying {
  readonly catalogue: Catalogue;
  readonly say: Sentences;
}

function translatedBlock({ kind, lines }: Block, before: Block | undefined, saying: Saying): readonly string[] {
  const [line = ''] = lines;
  switch (kind) {
    case 'name':
      return [translatedName(line, saying.catalogue)];
    case 'step':
      return [translatedStep(line, saying)];
    case 'prose':
      return [`${indentOf(line)}${required(saying.catalogue, lines.map((one) => one.trim()).join(' '))}`];
    case 'table':
      return before?.kind === 'step' ? translatedTable(lines, saying.catalogue) : lines;
    default:
      return lines;
  }
}

function translatedName(line: string, catalogue: Catalogue): string {
  const [, indent = '', keyword = '', name = ''] = NAMED.exec(line) ?? [];
  const own = textIn(catalogue.keywords, keyword) ?? keyword;
  return name === '' ? `${indent}${own}:` : `${indent}${own}: ${required(catalogue, name)}`;
}

function translatedStep(line: string, { catalogue, say }: Saying): string {
  const [, indent = '', keyword = '', text = ''] = STEP.exec(line) ?? [];
  const parts = say(text);
  if (!parts) throw new Error(`no translation for the step "${text}"`);
  return `${indent}${textIn(catalogue.keywords, keyword) ?? keyword} ${parts.map((part) => part.text).join('')}`;
}

function translatedTable(lines: readonly string[], catalogue: Catalogue): readonly string[] {
  const rows = lines.map((line) =>
    line
      .trim()
      .split('|')
      .slice(1, -1)
      .map((cell) => cellIn(catalogue, cell.trim())),
  );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const padded = (cell: string, column: number) => `${cell}${' '.repeat((widths[column] ?? 0) - widthOf(cell))}`;
  return rows.map((row) => `${indentOf(lines[0] ?? '')}| ${row.map(padded).join(' | ')} |`);
}

/** The width in terminal columns: Chinese characters and their punctuation take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(one) ? 2 : 1), 0);
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}

function required({ texts }: Catalogue, english: string): string {
  const own = textIn(texts, english);
  if (own === undefined) throw new Error(`no translation for "${english}"`);
  return own;
}
