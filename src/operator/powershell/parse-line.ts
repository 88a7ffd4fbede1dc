import type { Refusal } from '../../refusal';
import { operatorRefusal } from '../operator-refusals';

/** One argument of a command. */
export type Argument =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'list'; readonly items: readonly Argument[] }
  | { readonly kind: 'block'; readonly text: string }
  | { readonly kind: 'result'; readonly of: Expression };

/** A word of a command: a parameter, with the value that a colon attaches to it, or an argument. */
export type Word =
  | { readonly kind: 'parameter'; readonly name: string; readonly value?: Argument }
  | { readonly kind: 'argument'; readonly argument: Argument };

/** A command of a pipeline with its words. */
export interface TypedPart {
  readonly name: string;
  readonly words: readonly Word[];
}

/** Commands that pass their objects on, and the property of the result that a dot asks for: `(…).Count`. */
export interface Expression {
  readonly parts: readonly TypedPart[];
  readonly property?: string;
}

/**
 * Parses a line (Language Specification of Windows PowerShell 3.0, 2.3 and 8.2). It may have commands joined by `|`,
 * quoted and bare words, lists in commas, script blocks, and a pipeline in parentheses with a property. Refusal
 * `not-simulated`: anything else of the language.
 */
export function parseLine(on: string, line: string): Expression {
  const reader = new Reader(on, line.trim());
  const expression = reader.expression();
  reader.end();
  return expression;
}

/** The quotation marks that count as double and as single ones. */
const DOUBLE = '"“”„';
const SINGLE = "'‘’‚‛";

const QUOTED = /(?:["“”„]((?:`.|["“”„]{2}|[^`"“”„])*)["“”„]|['‘’‚‛]((?:['‘’‚‛]{2}|[^'‘’‚‛])*)['‘’‚‛])/sy;
const BARE = /(?:`.|[^\s|,(){}"“”„'‘’‚‛;])+/sy;
const PARAMETER = /-([A-Za-z?][\w?]*)(:?)(?=[\s|,){}:"“”„'‘’‚‛$\w]|$)/y;

class Reader {
  private at = 0;
  private readonly on: string;
  private readonly line: string;

  constructor(on: string, line: string) {
    this.on = on;
    this.line = line;
  }

  expression(): Expression {
    this.space();
    if (this.line[this.at] === '(') return this.parenthesized();
    return { parts: this.pipeline() };
  }

  end(): void {
    this.space();
    if (this.at < this.line.length) throw this.notSimulated();
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
    for (this.space(); this.at < this.line.length && !/[|)]/.test(this.line[this.at] ?? ''); this.space())
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
    return this.take(BARE)?.[0].replace(/`(.)/gs, '$1');
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

/** The value of a double-quoted string: backticks escape, and only the variables `$True` and `$False` have a value. */
function expanded(text: string): string {
  return text.replace(
    /`(.)|(["“”„])["“”„]|\$(\w+)/gs,
    (_, escaped: string = '', quote: string = '', name: string = '') =>
      escaped + quote + (AUTOMATIC[name.toLowerCase()] ?? ''),
  );
}
