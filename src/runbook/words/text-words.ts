import type { FindingCodeLine, FindingLine } from '../../evidence/finding-records';
import type { Change, DispositionRecord, RefusalRecord } from '../../evidence/records';

/** The text of a step, with its parts: a parameter is a part that differs from one use of the sentence to the next. */
export interface StepText {
  readonly text: string;
  readonly parts: readonly { readonly text: string; readonly parameter: boolean }[];
}

/**
 * How the texts of a run read in one language. Views call these functions explicitly for each text that they show, by
 * what the text is. A text that a language does not have stays English.
 */
export interface TextWords {
  /** names, descriptions, reasons and the like, as authors wrote them */
  readonly prose: (text: string) => string;
  /** a label that the product shows, or a title */
  readonly label: (text: string) => string;
  /** a cell of a table that a step is given */
  readonly cell: (text: string) => string;
  /** what a machine or the judge said */
  readonly remark: (text: string) => string;
  /** the sentence of a step; undefined where the language does not have it */
  readonly step: (text: string) => StepText | undefined;
  /** the label of a site-specific value, from its name and its English label */
  readonly siteValue: (name: string, label: string) => string;
  readonly refusal: (record: RefusalRecord) => Required<RefusalRecord>;
  readonly disposition: (record: DispositionRecord) => Omit<Required<DispositionRecord>, 'disposition'> & {
    readonly disposition: string;
  };
  readonly change: (change: Change) => Omit<Change, 'what'> & { readonly what: string };
  readonly finding: (line: FindingLine) => Required<FindingLine>;
  readonly code: (line: FindingCodeLine) => FindingCodeLine;
}

type Texts = Pick<TextWords, 'prose' | 'label' | 'cell' | 'remark' | 'step' | 'siteValue'>;

/** The functions for records, from those for texts. */
export function textWords(texts: Texts): TextWords {
  const { prose, label, remark } = texts;
  return {
    ...texts,
    refusal: ({ detail, remedy, hresult = '', ...record }) => {
      return { ...record, detail: remark(detail), remedy: remark(remedy), hresult };
    },
    disposition: ({ disposition, hresult = '', ...record }) => {
      return { ...record, disposition: remark(disposition), message: remark(record.message), hresult };
    },
    change: ({ sign, what, where, detail }) => {
      return { sign, what: remark(what), where: remark(where), detail: remark(detail) };
    },
    finding: ({ detail, remedy, source, server = '', ...line }) => {
      return { ...line, server, detail: remark(detail), remedy: remark(remedy), source: prose(source) };
    },
    code: ({ title, symptom, cause, fix, source, ...line }) => {
      return {
        ...line,
        title: label(title),
        symptom: prose(symptom),
        cause: prose(cause),
        fix: prose(fix),
        source: prose(source),
      };
    },
  };
}

const unchanged = (text: string) => text;

/** Every text as it was written: in English. */
export const AS_WRITTEN: TextWords = textWords({
  prose: unchanged,
  label: unchanged,
  cell: unchanged,
  remark: unchanged,
  step: () => undefined,
  siteValue: (_, label) => label,
});
