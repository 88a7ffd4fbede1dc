/** One text with slots such as `{count}`, or a text for each plural form of the language. */
export type Message = string | PluralForms;

type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The values for the slots of a message. `count` also selects the form. */
export type Slots = Readonly<Record<string, string | number>>;

/**
 * The message as text, with its slots filled in. Throws an Error for a slot without a value.
 *
 * @param language BCP 47; its plural rules select the form
 */
export function formatted(message: Message, slots: Slots, language: string): string {
  return formOf(message, slots, language).replace(SLOT, (braces, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`no value for ${braces} in "${formOf(message, slots, language)}"`);
    return String(value);
  });
}

/** The names of the slots of a message, in every form together. */
export function slotsOf(message: Message): readonly string[] {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  return [...new Set(texts.flatMap((text) => [...text.matchAll(SLOT)].map(([, name = '']) => name)))].sort();
}

/** The pieces of a message without plural forms: its words, and its slots by their names. */
export function slotPieces(message: Message): readonly { readonly text: string; readonly slot: boolean }[] {
  const text = typeof message === 'string' ? message : message.other;
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece.replace(/^\{(\w+)\}$/, '$1'), slot: piece.startsWith('{') }));
}

const SLOT = /\{(\w+)\}/g;

function formOf(message: Message, { count }: Slots, language: string): string {
  if (typeof message === 'string') return message;
  const form = typeof count === 'number' ? pluralRules(language).select(count) : 'other';
  return message[form] ?? message.other;
}

const rules = new Map<string, Intl.PluralRules>();

function pluralRules(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}
