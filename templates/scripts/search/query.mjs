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

/** The words of a vocabulary that are most like the word, if they differ in few letters. */
export function nearest(word, vocabulary) {
  if (HAN.test(word)) return piecesOf(word, vocabulary);
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let best = most + 1;
  let near = '';
  for (const other of vocabulary) {
    if (Math.abs(other.length - word.length) > most) continue;
    const distance = distanceOf(word, other);
    if (distance < best) [best, near] = [distance, other];
  }
  return near === '' ? [] : [near];
}

/** The pairs of characters of a Chinese word that some text has. */
function piecesOf(word, vocabulary) {
  const pairs = [...word].slice(1).map((character, index) => [...word][index] + character);
  const texts = [...vocabulary].filter((other) => HAN.test(other));
  return pairs.filter((pair) => texts.some((text) => text.includes(pair)));
}

/** How many letters differ: added, left out, replaced, or two in the other order. */
function distanceOf(a, b) {
  let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
