import { type ArgumentsOf, englishWords, type Fact, type FactTexts, type Value, wordsOf } from './fact';
import { type HresultName, hresultCode } from './hresult';

/** The English texts of a refusal and the error that the real product shows. */
export interface RefusalText {
  /** the request and the observed state; no full stop */
  readonly detail: string;
  /** what the operator does about it; imperative, no full stop */
  readonly remedy: string;
  /** symbolic name of the real product's error, where it has one */
  readonly hresult?: HresultName;
}

/** Refusals by their keys: the code, or the code and a variant of it, as in `invalid-path.no-name`. */
export type RefusalTexts = Readonly<Record<string, RefusalText>>;

/** The parts of a Refusal. */
export interface RefusalParts {
  /** kebab-case, stable: `key-not-exportable`, `wrong-password`, … */
  readonly code: string;
  /** the machine, authority or file that refused */
  readonly on: Value;
  /** the request and the observed state */
  readonly detail: Fact;
  /** what the operator can do */
  readonly remedy: Fact;
  /** symbolic name of the real product's error, if it has one */
  readonly hresult?: HresultName;
}

/**
 * A machine does not perform an operation. It is thrown before a new value exists, so the previous state remains. An
 * answer that is part of normal work (issued, pending, denied; a choice that is not offered) is an outcome, not a
 * Refusal.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly on: Value;
  readonly detail: Fact;
  readonly remedy: Fact;
  readonly hresult: HresultName | undefined;

  /** @param english the texts of the facts, for the message that the terminal shows */
  constructor(parts: RefusalParts, english: FactTexts) {
    const words = englishWords(english);
    const said = (value: Value) => wordsOf(value, words);
    const code = parts.hresult ? ` [${parts.hresult} ${hresultCode(parts.hresult)}]` : '';
    super(`${said(parts.on)}: ${parts.code}: ${said(parts.detail)}${code}; ${said(parts.remedy)}`);
    this.name = 'Refusal';
    this.code = parts.code;
    this.on = parts.on;
    this.detail = parts.detail;
    this.remedy = parts.remedy;
    this.hresult = parts.hresult;
  }
}

type PartsOf<Text extends RefusalText> = ArgumentsOf<`${Text['detail']}${Text['remedy']}`>;

/**
 * A function that makes the Refusals of a table: its key, who refuses, and the parameters of its texts. A key or a
 * parameter that the table does not have does not compile.
 *
 * @param facts the texts of the facts that are parameters
 */
export function refusalsOf<const Texts extends RefusalTexts>(texts: Texts, facts: FactTexts = {}) {
  const english = { ...facts, ...refusalTexts(texts) };
  return <Key extends keyof Texts & string>(key: Key, on: Value, ...[parameters]: PartsOf<Texts[Key]>): Refusal => {
    const hresult: HresultName | undefined = texts[key]?.hresult;
    const fact = (part: string): Fact => ({ code: `refusal.${key}.${part}`, parameters: parameters ?? {} });
    const [code = key] = key.split('.');
    return new Refusal(
      { code, on, detail: fact('detail'), remedy: fact('remedy'), ...(hresult ? { hresult } : {}) },
      english,
    );
  };
}

/** The texts of a table of refusals by the codes of their facts. */
export function refusalTexts(texts: RefusalTexts): FactTexts {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, { detail, remedy }]) => [
      [`refusal.${key}.detail`, detail],
      [`refusal.${key}.remedy`, remedy],
    ]),
  );
}
