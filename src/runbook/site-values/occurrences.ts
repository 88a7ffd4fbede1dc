import { identityMemo } from '../../memo';
import type { Form } from './written-forms';

/** A form of the value with the number `of`. */
export interface FormOf {
  readonly of: number;
  readonly form: Form;
}

/**
 * The numbers of the values that occur in the text. The result is that of one regular expression with all forms: from
 * left to right, and the first of the forms at one place. The texts of the forms are looked up, because a large site has
 * thousands of names.
 *
 * @param forms the longest first. No form begins in the middle of a run of letters and digits.
 */
export function occurringIn(text: string, forms: readonly FormOf[]): ReadonlySet<number> {
  const found = new Set<number>();
  const starts = startsOf(forms);
  const tokens = tokensOf(starts.keys());
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const match = starts.get(folded(token[0]))?.matchAt(text, token.index);
    if (!match) continue;
    const written = text.slice(token.index, token.index + match.form.length);
    if (match.form.exactly === '' || match.form.exactly === written) found.add(match.of);
    tokens.lastIndex = token.index + match.form.length;
  }
  return found;
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
