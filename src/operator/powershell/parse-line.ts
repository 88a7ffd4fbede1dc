import type { Refusal } from '../../refusal';
import { operatorRefusal } from '../operator-refusals';
import type { Argument, Expression, TypedPart, Word } from './syntax';

/**
 * Parses a line (Language Specification of Windows PowerShell 3.0, 2.3 and 8.2) into its statements, which a semicolon
 * separates. A statement may have commands joined by `|`, quoted and bare words, lists in commas, script blocks, and a
 * pipeline in parentheses with a property. Refusal `not-simulated`: anything else of the language.
 */
export function parseLine(on: string, line: string): readonly Expression[] {
  return new Reader(on, line.trim()).statements();
}

/** The quotation marks that count as double and as single ones. */
const DOUBLE = '"“”„';
const SINGLE = "'‘’‚‛";

const QUOTED = /(?:["“”„]((?:`.|["“”„]{2}|[^`"“”„])*)["“”„]|['‘’‚‛]((?:['‘’‚‛]{2}|[^'‘’‚‛])*)['‘’‚‛])/sy;
/** A dash, an en dash, an em dash and a horizontal bar all begin a parameter, as in text from a document (2.3.2.4). */
const PARAMETER = /[-–—―]([A-Za-z?][\w?]*)(:?)(?=[\s|,){}:"“”„'‘’‚‛$\w;]|$)/y;
const BARE = /(?:`.|[^\s|,(){}"“”„'‘’‚‛;])+/sy;

class Reader {
  private at = 0;
  private readonly on: string;
  private readonly line: string;

  constructor(on: string, line: string) {
    this.on = on;
    this.line = line;
  }

  statements(): readonly Expression[] {
    const statements = [this.expression()];
    for (this.space(); this.take(/;\s*/y); this.space())
      if (this.at < this.line.length) statements.push(this.expression());
    if (this.at < this.line.length) throw this.notSimulated();
    return statements;
  }

  private expression(): Expression {
    this.space();
    if (this.line[this.at] === '(') return this.parenthesized();
    return { parts: this.pipeline() };
  }

  /** `( pipeline )`, with or without `.Property`, at the beginning of a pipeline. */
  private parenthesized(): Expression {
    const inner = this.inParentheses();
    const property = this.take(/\.([A-Za-z]\w*)/y)?.[1];
    const given = property === undefined ? inner : { ...inner, property };
    this.space();
    if (this.line[this.at] !== '|') return given;
    if (property !== undefined) throw this.notSimulated();
    this.at += 1;
    return { parts: [...inner.parts, ...this.pipeline()] };
  }

  private inParentheses(): Expression {
    this.at += 1;
    const inner = this.expression();
    this.space();
    if (this.line[this.at] !== ')' || inner.property !== undefined) throw this.notSimulated();
    this.at += 1;
    return inner;
  }

  private pipeline(): readonly TypedPart[] {
    const parts = [this.command()];
    while (this.line[this.at] === '|') {
      this.at += 1;
      parts.push(this.command());
    }
    return parts;
  }

  private command(): TypedPart {
    this.space();
    const name = this.take(/[A-Za-z?%][\w.-]*/y)?.[0];
    if (name === undefined) throw this.notSimulated();
    const words: Word[] = [];
    for (this.space(); this.at < this.line.length && !/[|);]/.test(this.line[this.at] ?? ''); this.space())
      words.push(this.word());
    return { name, words };
  }

  private word(): Word {
    const parameter = this.take(PARAMETER);
    if (!parameter) return { kind: 'argument', argument: this.list() };
    const [, name = '', colon] = parameter;
    if (colon !== ':') return { kind: 'parameter', name };
    this.space();
    return { kind: 'parameter', name, value: this.list() };
  }

  /** One argument, or several in commas. */
  private list(): Argument {
    const items = [this.item()];
    for (let comma = this.take(/\s*,\s*/y); comma; comma = this.take(/\s*,\s*/y)) items.push(this.item());
    const [only] = items;
    return items.length === 1 && only ? only : { kind: 'list', items };
  }

  private item(): Argument {
    const next = this.line[this.at] ?? '';
    if (next === '{') return { kind: 'block', text: this.block() };
    if (next === '(') return { kind: 'result', of: this.result() };
    const start = this.at;
    let text = '';
    for (let piece = this.piece(); piece !== undefined; piece = this.piece()) text += piece;
    if (this.at === start) throw this.notSimulated();
    return { kind: 'text', text, quoted: DOUBLE.includes(next) || SINGLE.includes(next) };
  }

  private result(): Expression {
    const inner = this.inParentheses();
    const property = this.take(/\.([A-Za-z]\w*)/y)?.[1];
    return property === undefined ? inner : { ...inner, property };
  }

  /** A quoted or a bare part of a word, without its quotes and backticks. */
  private piece(): string | undefined {
    const quoted = this.take(QUOTED);
    if (quoted) {
      const [, expandable, verbatim = ''] = quoted;
      return expandable === undefined ? verbatim.replace(/(['‘’‚‛])['‘’‚‛]/g, '$1') : expanded(expandable);
    }
    return bare(this.take(BARE)?.[0]);
  }

  /** The text between braces, which may contain braces and strings. */
  private block(): string {
    const start = this.at;
    let depth = 0;
    do {
      const part = this.take(QUOTED)?.[0] ?? this.line[this.at++];
      if (part === undefined) throw this.notSimulated();
      if (part === '{') depth += 1;
      if (part === '}') depth -= 1;
    } while (depth > 0);
    return this.line.slice(start + 1, this.at - 1).trim();
  }

  private space(): void {
    this.take(/(?:\s|`\r?\n)+/y);
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.line);
    if (found) this.at += found[0].length;
    return found;
  }

  private notSimulated(): Refusal {
    return operatorRefusal('not-simulated', this.on, { text: this.line.slice(this.at) || this.line });
  }
}

const AUTOMATIC: Readonly<Record<string, string>> = { true: 'True', false: 'False' };

/** A bare word: a variable alone is unchanged; inside a word it has no value, and a backtick escapes. */
function bare(word: string | undefined): string | undefined {
  if (word === undefined || /^\$\w+$/.test(word)) return word;
  return word.replace(/`(.)|\$(\w+)/gs, (_, escaped: string = '', name: string = '') => escaped + valueNamed(name));
}

/** The value of a double-quoted string: backticks escape, and only the variables `$True` and `$False` have a value. */
function expanded(text: string): string {
  return text.replace(
    /`(.)|(["“”„])["“”„]|\$(\w+)/gs,
    (_, escaped: string = '', quote: string = '', name: string = '') => escaped + quote + valueNamed(name),
  );
}

function valueNamed(name: string): string {
  return AUTOMATIC[name.toLowerCase()] ?? '';
}
