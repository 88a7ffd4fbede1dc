import type { FactTexts, FactWords } from '../fact';

/** Shows facts in a language with Chinese characters: spaces are only between these and Latin letters. */
export function factWordsOf(texts: FactTexts, label: (english: string) => string): FactWords {
  return { texts, label, list: (values) => values.join('、'), gap: gapBetween };
}

const HAN = /\p{Script=Han}/u;
const LATIN_ENDS = /[A-Za-z0-9.)]/;
const LATIN_BEGINS = /[A-Za-z0-9.(]/;

function gapBetween(before: string, gap: string, after: string): string {
  if (HAN.test(before) && HAN.test(after)) return '';
  if ((HAN.test(before) && LATIN_BEGINS.test(after)) || (LATIN_ENDS.test(before) && HAN.test(after))) return ' ';
  return gap;
}
