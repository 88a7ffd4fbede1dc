import type { Envelope } from '@cucumber/messages';
import { withoutSecrets } from '../typed-secrets';

/**
 * Passwords that a feature contains as text, instead of a value in braces. They reach no message, report or page, because
 * asterisks replace them everywhere. A password is the last cell of a row after a label with the word Password. It is
 * also a cell of such a column of Examples, or the value of a parameter in a command.
 */
export class LiteralSecrets {
  readonly #found = new Set<string>();

  /** The envelope without the passwords of the features that were read so far. */
  without(envelope: Envelope): Envelope {
    const { source } = envelope;
    if (source) return { ...envelope, source: { ...source, data: this.#readFeature(source.data) } };
    return this.#found.size === 0 ? envelope : JSON.parse(JSON.stringify(envelope), (_, value) => this.#hidden(value));
  }

  /** The text without the passwords. */
  withoutIn(text: string): string {
    return longestFirst(this.#found).reduce((t, secret) => hiddenIn(t, secret), text);
  }

  #hidden(value: unknown): unknown {
    return typeof value === 'string' ? this.withoutIn(value) : value;
  }

  #readFeature(text: string): string {
    const columns = new ExampleColumns();
    const lines = text.split('\n').map((line) => {
      const cells = /^\s*\|/.test(line) ? line.split('|') : undefined;
      const secret = columns.next(line, cells);
      return cells ? this.#withoutCells(cells, secret) : this.#withoutArguments(line);
    });
    return lines.join('\n');
  }

  /** The cells of a row are between the first and the last element. */
  #withoutCells(cells: readonly string[], columns: readonly number[]): string {
    const last = cells.length - 2;
    const labelled = LABEL.test(cells[last - 1] ?? '') && columns.length === 0 ? [last] : [];
    return cells
      .map((cell, index) => (labelled.includes(index) || columns.includes(index) ? this.#withoutCell(cell) : cell))
      .join('|');
  }

  #withoutCell(cell: string): string {
    const value = cell.trim();
    if (value === '' || value.includes('{') || value.includes('<') || ACTIONS.has(value)) return cell;
    this.#found.add(value);
    return cell.replace(value, HIDDEN);
  }

  #withoutArguments(line: string): string {
    return withoutSecrets(line, (value) => {
      if (value === '' || value.includes('{') || value.includes('<') || value === HIDDEN) return false;
      this.#found.add(value);
      return true;
    });
  }
}

const HIDDEN = '********';
/** Labels of the products begin with a capital letter; the headings of tables do not. */
const LABEL = /^\s*(?:Password|[A-Z].*password)|密碼/;
const HEADING = /password|密碼/i;
/** What the operator does with a control, instead of typing into it. */
const ACTIONS = new Set(['pressed', 'chosen', 'ticked', 'unticked', '按下', '選取', '勾選', '不勾選']);
/** A shorter secret is hidden only where it is the whole text, because it may be part of another word. */
const LEAST_LENGTH = 6;

function hiddenIn(text: string, secret: string): string {
  if (text === secret) return HIDDEN;
  return secret.length < LEAST_LENGTH ? text : text.replaceAll(secret, HIDDEN);
}

function longestFirst(secrets: Iterable<string>): readonly string[] {
  return [...secrets].sort((a, b) => b.length - a.length);
}

/** The columns of an Examples table whose header is a label for a password. */
class ExampleColumns {
  #isExamples = false;
  #columns: readonly number[] | undefined;

  next(line: string, cells: readonly string[] | undefined): readonly number[] {
    if (!cells) {
      if (/^\s*(?:Examples|Scenarios|例子)\s*:/.test(line)) this.#isExamples = true;
      else if (!/^\s*(?:#.*)?$/.test(line)) this.#isExamples = false;
      this.#columns = undefined;
      return [];
    }
    if (!this.#isExamples) return [];
    if (this.#columns) return this.#columns;
    this.#columns = cells.flatMap((cell, index) => (HEADING.test(cell) ? [index] : []));
    return [];
  }
}
