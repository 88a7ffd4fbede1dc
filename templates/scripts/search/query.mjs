const HAN = /\p{Script=Han}/u;

/**
 * What is looked for: each term with the other spellings that also count. Terms of the synonyms may have several words,
 * and beside Chinese characters there are no spaces, so that they are taken out first, the longest first.
 */
export function termsOf(query, synonyms) {
  let rest = ` ${query.replace(/\s+/g, ' ')} `;
  const known = synonyms.flat().sort((a, b) => b.length - a.length);
  const terms = [];
  for (const word of known) {
    const found = HAN.test(word) ? word : ` ${word} `;
    if (!rest.includes(found)) continue;
    rest = rest.replace(found, ' ');
    terms.push({ word, others: synonyms.find((group) => group.includes(word)).filter((other) => other !== word) });
  }
  for (const word of rest.split(' ').filter(Boolean)) terms.push({ word, others: [] });
  return terms;
}

/** A word of a vocabulary that differs in the fewest letters, if these are few; of a Chinese word, known pairs in it. */
export function nearest(word, vocabulary) {
  if (HAN.test(word)) return piecesOf(word, vocabulary);
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  for (let letters = 1; letters <= most; letters++) {
    for (const other of vocabulary) if (differsBy(letters, word, other)) return [other];
  }
  return [];
}

/** The pairs of characters of a Chinese word that some text has. */
function piecesOf(word, vocabulary) {
  const characters = [...word];
  const pairs = characters.slice(1).map((character, index) => characters[index] + character);
  const texts = [...vocabulary].filter((other) => HAN.test(other));
  return pairs.filter((pair) => texts.some((text) => text.includes(pair)));
}

/** Whether this number of changes is enough: a letter is added, left out or replaced, or two are in the other order. */
function differsBy(letters, a, b) {
  if (a === b) return true;
  if (letters === 0 || Math.abs(a.length - b.length) > letters) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  const after = (inA, inB) => differsBy(letters - 1, a.slice(at + inA), b.slice(at + inB));
  return after(1, 1) || after(1, 0) || after(0, 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && after(2, 2));
}
