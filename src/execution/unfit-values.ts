import { acceptedValues } from '../gherkin/accepted-values';

/** A parameter type, as far as it decides which values fit. */
export interface FittingKind {
  readonly name: string;
  readonly regexpStrings: readonly string[];
}

/** The number of accepted values that an error lists. */
const LISTED = 8;

/**
 * Explains an unknown step whose words are those of a phrase, except for values that do not fit: which value, and what
 * its parameter accepts. Undefined for a step with other words.
 *
 * @param phrases Cucumber expressions
 */
export function unfitValues(
  text: string,
  phrases: readonly string[],
  kinds: readonly FittingKind[],
): string | undefined {
  const known = new Map(kinds.map((kind) => [kind.name, kind]));
  const found = phrases.flatMap((phrase) => unfitIn(text, phrase, known) ?? []);
  const [best] = found.sort((one, other) => one.unfit.length - other.unfit.length || other.fixed - one.fixed);
  return best?.unfit
    .map(
      ({ value, kind }) =>
        `"${value}" is no value of {${kind.name}} in "${best.phrase}", which accepts ${listed(kind)}`,
    )
    .join('; ');
}

interface UnfitStep {
  readonly phrase: string;
  /** the number of letters that are the phrase's own */
  readonly fixed: number;
  readonly unfit: readonly { readonly value: string; readonly kind: FittingKind }[];
}

function unfitIn(text: string, phrase: string, known: ReadonlyMap<string, FittingKind>): UnfitStep | undefined {
  const parts = phrase.split(/(?<!\\)(\{\w*[\w-]*\}|\([^()]*\))/);
  const names = parts.filter((part) => /^\{.*\}$/.test(part)).map((part) => part.slice(1, -1));
  const values = new RegExp(`^${parts.map(patternOf).join('')}$`).exec(text)?.slice(1);
  if (!values) return undefined;
  const fixed = text.length - values.join('').length;
  const unfit = values.flatMap((value, at) => {
    const kind = known.get(names[at] ?? '');
    return kind && !fits(value, kind) ? [{ value, kind }] : [];
  });
  return fixed * 2 < text.length || unfit.length === 0 ? undefined : { phrase, fixed, unfit };
}

function patternOf(part: string): string {
  if (/^\{.*\}$/.test(part)) return '(.+?)';
  const literal = part.replace(/\\(.)/g, '$1').replace(/[.*+?^${}|[\]\\]/g, '\\$&');
  return /^\(.*\)$/.test(part) ? `(?:${literal.slice(1, -1)})?` : literal.replace(/[()]/g, '\\$&');
}

function fits(value: string, { regexpStrings }: FittingKind): boolean {
  return regexpStrings.some((pattern) => new RegExp(`^(?:${pattern})$`).test(value));
}

function listed({ regexpStrings }: FittingKind): string {
  const values = acceptedValues(regexpStrings);
  const more = values.length - LISTED;
  const shown = values.slice(0, LISTED).join(', ');
  return more > 0 ? `${shown} and ${more} more values` : shown;
}
