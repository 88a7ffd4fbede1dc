/** How much it counts where a word is found: as the whole title, a code, at the start of the title, as a word in it … */
const WHOLE = 200;
const CODE = 120;
const START = 80;
const WORD = 60;
const PART = 30;
const TEXT = 8;
/** … and how much less a synonym or a similar spelling counts. */
const LESS = 0.7;

const LETTER = /[\p{L}\p{N}]/u;

/** The points of an entry for all terms; 0 if one of them is missing. A title with all words is better with few others. */
export function pointsOf(entry, terms, query) {
  let sum = 0;
  for (const { word, others } of terms) {
    let best = pointsOfWord(entry, word);
    for (const other of others) best = Math.max(best, LESS * pointsOfWord(entry, other));
    if (best === 0) return 0;
    sum += best;
  }
  if (entry.inTitle === query) sum += WHOLE;
  else if (terms.length > 1 && entry.inTitle.includes(query)) sum += START;
  if (sum > terms.length * TEXT) sum += entry.weight;
  return sum - Math.min(entry.inTitle.length, 120) / 24;
}

function pointsOfWord({ inTitle, inCode, inText }, word) {
  if (inTitle === word) return WHOLE;
  if (inCode === word) return CODE + WORD;
  if (inCode.includes(word)) return Math.max(WORD, inTitle.includes(word) ? START : 0);
  const at = inTitle.indexOf(word);
  if (at === 0) return START;
  if (at > 0) return LETTER.test(inTitle[at - 1]) && /[a-z]/.test(word[0]) ? PART : WORD;
  return inText.includes(word) ? TEXT : 0;
}
