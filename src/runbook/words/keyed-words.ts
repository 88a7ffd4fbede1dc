import type { RunRecord } from '../../evidence/records';
import type { KnownFailure } from '../source-document/known-failures';

type Assumption = RunRecord['assumptions'][number];

/** The words of things with an id or a name, by which a language finds its texts. */
export interface KeyedWords {
  readonly assumption: (line: Assumption) => Assumption;
  readonly knownFailure: (failure: KnownFailure) => KnownFailure;
}

/** @param keyed the text of a language under a key such as `failure.F07.fix`; the English text without one */
export function keyedWords(keyed: (key: string, english: string) => string): KeyedWords {
  return {
    assumption: ({ name, about, value }) => ({ name, value, about: keyed(`assumption.${name}`, about) }),
    knownFailure: ({ id, symptom, cause, fix, ...failure }) => {
      const field = (name: string, own: string) => keyed(`failure.${id}.${name}`, own);
      const said = { symptom: field('symptom', symptom), cause: field('cause', cause), fix: field('fix', fix) };
      return { ...failure, id, ...said };
    },
  };
}
