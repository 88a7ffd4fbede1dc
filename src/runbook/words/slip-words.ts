import type { Fact } from '../../fact';
import { formatted, type Slots } from './messages';
import type { PageWords, SlipText } from './page-words';
import type { TextWords } from './text-words';

type SaySlip = (name: SlipText, slots?: Slots) => string;

/** The texts about slips in a language, each formatted by its name. */
export function sayingSlips({ slips, language }: Pick<PageWords, 'slips' | 'language'>): SaySlip {
  return (name, slots = {}) => formatted(slips[name], slots, language);
}

/** What the person does: labels and list items in the fact read as the language shows them. */
export function slipInWords({ code, parameters }: Fact, words: TextWords): string {
  const shown = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? parameterInWords(value, words) : value,
  ]);
  return words.fact({ code, parameters: Object.fromEntries(shown) });
}

function parameterInWords(text: string, { label, screen, step }: TextWords): string {
  // a period is a parameter of the sentence that lets it pass
  const period = step(`${text} pass`)?.parts.find(({ text: part, parameter }) => parameter && /\d/.test(part))?.text;
  const said = label(text);
  return period ?? (said === text ? screen(text) : said);
}

/** The name of a kind of slips. */
export function kindInWords(kind: string, { slipKinds }: Pick<PageWords, 'slipKinds'>): string {
  return Object.hasOwn(slipKinds, kind) ? (slipKinds[kind] ?? kind) : kind;
}
