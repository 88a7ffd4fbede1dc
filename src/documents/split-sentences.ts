import { split } from 'sentence-splitter';
import { English } from 'sentence-splitter/lang';
import { type Passage, plainText, type Sentence, sentenceDigest } from './sentence';

/** Abbreviations after which no sentence ends, in addition to the English ones. */
const MORE_ABBREVIATIONS = [
  ...['Abb.', 'Abs.', 'bspw.', 'bzw.', 'ca.', 'evtl.', 'exkl.', 'Fig.', 'ggf.', 'ggfs.', 'Hr.', 'Fr.', 'inkl.'],
  ...['lt.', 'max.', 'min.', 'mind.', 'No.', 'Nr.', 'Pos.', 'Tab.', 'vgl.', 'z.B.', 'd.h.', 'u.a.', 'o.ä.', 'i.d.R.'],
];

const LANGUAGE = {
  ...English,
  PREPOSITIVE_ABBREVIATIONS: [...English.PREPOSITIVE_ABBREVIATIONS, ...MORE_ABBREVIATIONS],
};

/** Abbreviations of several words. The splitter knows only single words: `z. B.`, `d. h.`, `i. d. R.`. */
const SPACED = /\b(?:z\. ?B\.|d\. ?h\.|u\. ?a\.|o\. ?ä\.|i\. ?d\. ?R\.|u\. ?U\.|v\. ?a\.)/g;

/** The end of a label such as "Import...", within a sentence. */
const LABEL = /(?:\.{3}|…)(?=\s+\p{Ll})/gu;

/** Marks that end no sentence, while the text is split: characters for private use. */
const NO_END: Readonly<Record<string, string>> = { '.': '\uE000', '…': '\uE001' };

/** The sentences of passages, in English, German or Chinese. */
export function sentencesOf(passages: readonly Passage[]): readonly Sentence[] {
  return passages.flatMap(({ whole, text, ...place }) =>
    (whole ? [plainText(text)] : splitText(text)).map((sentence) => ({
      ...place,
      text: sentence,
      sha256: sentenceDigest(sentence),
    })),
  );
}

function splitText(text: string): readonly string[] {
  const guarded = [SPACED, LABEL].reduce((done, part) => done.replace(part, withoutEnds), plainText(text));
  return split(guarded, { AbbrMarker: { language: LANGUAGE } }).flatMap((node) => {
    const sentence = withEnds(plainText(node.raw));
    return node.type === 'Sentence' && sentence !== '' ? [sentence] : [];
  });
}

function withoutEnds(text: string): string {
  return text.replace(/[.…]/g, (mark) => NO_END[mark] ?? mark);
}

function withEnds(text: string): string {
  return Object.entries(NO_END).reduce((done, [mark, guard]) => done.replaceAll(guard, mark), text);
}
