import { contentFact, dispositionFact, whatFact } from '../../evidence/evidence-facts';
import type { RefusalRecord } from '../../evidence/fact-records';
import type { FindingCauseLine, FindingCodeLine, FindingLine } from '../../evidence/finding-records';
import type { Change, DispositionRecord } from '../../evidence/records';
import { englishWords, type Fact, type FactTexts, type FactWords, type Value, wordsOf } from '../../fact';
import { type KeyedWords, keyedWords } from './keyed-words';
import { sentenceCase } from './sentence-case';

/** The text of a step, with its parts: a parameter is a part that differs from one use of the sentence to the next. */
export interface StepText {
  readonly text: string;
  readonly parts: readonly { readonly text: string; readonly parameter: boolean }[];
}

/**
 * How the texts of a run read in one language. Views call these functions explicitly for each text that they show, by
 * what the text is. A text that a language does not have stays English.
 */
export interface TextWords extends KeyedWords {
  /** names, descriptions and reasons, as authors wrote them */
  readonly prose: (text: string) => string;
  /** a label that the product shows, or a title */
  readonly label: (text: string) => string;
  /** what a window or web page shows besides its labels: an item of a list, a message, a summary */
  readonly screen: (text: string) => string;
  /** a cell of a table that a step is given */
  readonly cell: (text: string) => string;
  /** what a machine or the judge states; plain text is shown as a label */
  readonly fact: (value: Value) => string;
  /** the sentence of a step; undefined where the language does not have it */
  readonly step: (text: string) => StepText | undefined;
  /** the label of a site-specific value, from its name and its English label */
  readonly siteValue: (name: string, label: string) => string;
  /** what kind of content a file has */
  readonly content: (kind: string) => string;
  readonly refusal: (record: RefusalRecord) => InWords<RefusalRecord, 'on' | 'detail' | 'remedy'>;
  readonly disposition: (record: DispositionRecord) => InWords<DispositionRecord, 'disposition'>;
  readonly change: (change: Change) => InWords<Change, 'what' | 'where' | 'detail'>;
  readonly finding: (line: FindingLine) => InWords<FindingLine, 'detail' | 'remedy' | 'source'>;
  readonly code: (line: FindingCodeLine) => CodeInWords;
  /** the words of a run, whose record has these English texts of its facts */
  readonly ofRun: (texts: FactTexts) => TextWords;
}

/** The page of a finding code, with every field as text. */
export interface CodeInWords
  extends Omit<InWords<FindingCodeLine, 'title' | 'symptom' | 'cause' | 'fix' | 'source'>, 'causes'> {
  readonly causes: readonly InWords<FindingCauseLine, 'cause' | 'sign' | 'fix'>[];
}

/** A record with every field present and these fields as text. */
type InWords<R, Fields extends keyof R> = Required<Omit<R, Fields>> & Readonly<Record<Fields, string>>;

/** How a language shows the texts of authors, and the facts of a run by the run's English texts. */
export interface LanguageTexts extends Pick<TextWords, 'prose' | 'label' | 'screen' | 'cell' | 'step' | 'siteValue'> {
  readonly facts: (texts: FactTexts) => FactWords;
}

/**
 * The functions for records, from those for texts.
 *
 * @param english the English texts of the facts of a run
 */
export function textWords(language: LanguageTexts, english: FactTexts = {}): TextWords {
  const { facts, ...texts } = language;
  const { label } = texts;
  const shown = facts(english);
  const fact = (value: Value): string => (typeof value === 'string' ? label(value) : wordsOf(value, shown));
  // a run of another program has no texts for the words of the records
  const word = (stated: Fact, own: string) => (Object.hasOwn(shown.texts, stated.code) ? fact(stated) : own);
  const keyed = (code: string, own: string) => word({ code, parameters: {} }, own);
  return {
    ...texts,
    fact,
    content: (kind) => word(contentFact(kind), kind),
    ofRun: (own) => textWords(language, own),
    refusal: ({ on, detail, remedy, hresult = '', ...record }) => {
      const where = typeof on === 'string' ? on : fact(on);
      return { ...record, on: where, detail: fact(detail), remedy: fact(remedy), hresult };
    },
    disposition: ({ disposition, message, hresult = '', ...record }) => {
      const decided = word(dispositionFact(disposition), disposition);
      return { ...record, disposition: decided, message: message === undefined ? decided : label(message), hresult };
    },
    change: ({ sign, what, where, detail }) => {
      return { sign, what: word(whatFact(what), what), where: fact(where), detail: fact(detail) };
    },
    finding: ({ detail, remedy, source, server = '', ...line }) => {
      return { ...line, server, detail: fact(detail), remedy: fact(remedy), source: fact(source) };
    },
    code: ({ title, symptom, cause, fix, source, causes = [], ...line }) => {
      const sentence = (value: Value) => sentenceCase(fact(value));
      const said = { title: fact(title), symptom: fact(symptom), cause: sentence(cause) };
      const each = causes.map((one) => ({ cause: sentence(one.cause), sign: fact(one.sign), fix: sentence(one.fix) }));
      return { ...line, ...said, causes: each, fix: sentence(fix), source: fact(source) };
    },
    ...keyedWords(keyed),
  };
}

const unchanged = (text: string) => text;

/** Every text as it was written: in English. */
export const AS_WRITTEN: TextWords = textWords({
  prose: unchanged,
  label: unchanged,
  screen: unchanged,
  cell: unchanged,
  step: () => undefined,
  siteValue: (_, label) => label,
  facts: englishWords,
});
