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

/** A full stop that ends no sentence, while the text is split: a character for private use. */
const NO_END = '\uE000';

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
  const guarded = plainText(text).replace(SPACED, (words) => words.replaceAll('.', NO_END));
  return split(guarded, { AbbrMarker: { language: LANGUAGE } }).flatMap((node) => {
    const sentence = plainText(node.raw).replaceAll(NO_END, '.');
    return node.type === 'Sentence' && sentence !== '' ? [sentence] : [];
  });
}
