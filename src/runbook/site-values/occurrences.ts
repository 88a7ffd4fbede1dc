import { identityMemo } from '../../memo';
import type { Form } from './written-forms';

/** A form of the value with the number `of`. */
export interface FormOf {
  readonly of: number;
  readonly form: Form;
}

/** A place in a text where a value is written. */
export interface Occurrence extends FormOf {
  /** the index of its first character */
  readonly at: number;
}

/** The numbers of the values that occur in the text. See `occurrencesOf`. */
export function occurringIn(text: string, forms: readonly FormOf[]): ReadonlySet<number> {
  return new Set(occurrencesOf(forms)(text).map(({ of }) => of));
}

/**
 * Makes a function that finds the values in a text. The result is that of one regular expression with all forms: from
 * left to right, and the first of the forms at one place. The texts of the forms are looked up, because a large site has
 * thousands of names.
 *
 * @param forms the longest first. No form begins in the middle of a run of letters and digits.
 */
export function occurrencesOf(forms: readonly FormOf[]): (text: string) => readonly Occurrence[] {
  const starts = startsOf(forms);
  const tokens = tokensOf(starts.keys());
  return (text) => {
    const found: Occurrence[] = [];
    tokens.lastIndex = 0;
    for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
      const at = token.index;
      const match = starts.get(folded(token[0]))?.matchAt(text, at);
      if (!match) continue;
      const { exactly, length } = match.form;
      if (exactly === '' || exactly === text.slice(at, at + length)) found.push({ ...match, at });
      tokens.lastIndex = at + length;
    }
    return found;
  };
}

/** The forms whose texts begin with the same token. */
class Start {
  /** the texts' lengths, longest first */
  private readonly lengths: number[] = [];
  private readonly byText = new Map<string, FormOf[]>();

  add(one: FormOf): void {
    const { form } = one;
    if (this.lengths.at(-1) !== form.length) this.lengths.push(form.length);
    const text = folded(form.text);
    const same = this.byText.get(text) ?? [];
    same.push(one);
    this.byText.set(text, same);
  }

  matchAt(text: string, at: number): FormOf | undefined {
    for (const length of this.lengths) {
      const forms = this.byText.get(folded(text.slice(at, at + length)));
      const match = forms?.find(({ form }) => isAt(form, text, at));
      if (match) return match;
    }
    return undefined;
  }
}

const expressions = identityMemo<Form, RegExp>();

function isAt(form: Form, text: string, at: number): boolean {
  const expression = expressions(form, () => new RegExp(form.source, 'iuy'));
  expression.lastIndex = at;
  return expression.test(text);
}

function startsOf(forms: readonly FormOf[]): ReadonlyMap<string, Start> {
  const starts = new Map<string, Start>();
  for (const one of forms) {
    const [token] = /^(?:[A-Z0-9]+|.)/isu.exec(one.form.text) ?? [];
    if (token === undefined) continue;
    const start = starts.get(folded(token)) ?? new Start();
    starts.set(folded(token), start);
    start.add(one);
  }
  return starts;
}

/** An expression that finds each run of letters and digits, and each other character with which a form begins. */
function tokensOf(starts: Iterable<string>): RegExp {
  const others = [...starts].filter((start) => !/^[A-Z0-9]/iu.test(start));
  return new RegExp(['[A-Z0-9]+', ...others.map((start) => start.replace(SPECIAL, '\\$&'))].join('|'), 'giu');
}

const SPECIAL = /[.*+?^${}()|[\]\\/]/g;

/** Equal for texts that a regular expression with the flags i and u takes for equal. */
function folded(text: string): string {
  return text.toUpperCase().toLowerCase();
}
