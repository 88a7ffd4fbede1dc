import type { FindingCodeLine } from '../../evidence/finding-records';
import type { RunRecord } from '../../evidence/records';
import type { KnownFailure } from '../source-document/known-failures';

type Assumption = RunRecord['assumptions'][number];

/** The words of things with a code, an id or a name, by which a language finds its texts. */
export interface KeyedWords {
  readonly code: (line: FindingCodeLine) => FindingCodeLine;
  readonly assumption: (line: Assumption) => Assumption;
  readonly knownFailure: (failure: KnownFailure) => KnownFailure;
}

/** @param keyed the text of a language under a key such as `code.weak-key.title`; the English text without one */
export function keyedWords(keyed: (key: string, english: string) => string): KeyedWords {
  return {
    code: ({ title, symptom, cause, fix, source, ...line }) => {
      const field = (name: string, own: string) => keyed(`code.${line.code}.${name}`, own);
      return {
        ...line,
        title: field('title', title),
        symptom: field('symptom', symptom),
        cause: field('cause', cause),
        fix: field('fix', fix),
        source: field('source', source),
      };
    },
    assumption: ({ name, about, value }) => ({ name, value, about: keyed(`assumption.${name}`, about) }),
    knownFailure: ({ id, symptom, cause, fix, ...failure }) => {
      const field = (name: string, own: string) => keyed(`failure.${id}.${name}`, own);
      const said = { symptom: field('symptom', symptom), cause: field('cause', cause), fix: field('fix', fix) };
      return { ...failure, id, ...said };
    },
  };
}
