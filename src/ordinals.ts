/** English ordinal numbers in words, as the features use them for servers and pools. */

const ONES =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENS = [
  ['twentieth', 'twenty'],
  ['thirtieth', 'thirty'],
  ['fortieth', 'forty'],
  ['fiftieth', 'fifty'],
  ['sixtieth', 'sixty'],
] as const;

/** `first` to `sixty-fourth`: the largest pool has 64 servers. */
export const ORDINALS: readonly string[] = [
  ...ONES,
  ...TENS.flatMap(([round, tens]) => [round, ...ONES.slice(0, 9).map((one) => `${tens}-${one}`)]),
].slice(0, 64);

/**
 * The source of a regular expression that matches every ordinal, and those up to ninety-ninth. It is short because step
 * expressions repeat it. A longer ordinal comes before its first part.
 */
export const ANY_ORDINAL = `(?:[a-z]+ty-(?:${ONES.slice(0, 9).join('|')})|[a-z]+tieth|[a-z]+teenth|${ONES.slice(0, 12).join('|')})`;
