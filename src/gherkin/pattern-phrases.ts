/** The phrases that the regular expressions of parameter types match. */

/** The alternatives of a regular expression that are not in a group. */
export function alternativesIn(pattern: string): readonly string[] {
  return pattern.match(/(?:\([^()]*\)|[^|()])+/g) ?? [];
}

const PIECE = /\(\?:([^()]*)\)(\??)|("\[\^"\]\*")|(\\d\+)|\\([^\w])|([^\\([*+])(\??)/y;
/** More phrases of one pattern are not tried. */
const MOST_PHRASES = 100;

/** The phrases that a simple pattern matches, with the quoted texts and numbers of the text; none for other patterns. */
export function phrasesLike(pattern: string, text: string): readonly string[] {
  let phrases: readonly string[] = [''];
  for (let at = 0; at < pattern.length; ) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(pattern);
    at = PIECE.lastIndex;
    if (!found || phrases.length > MOST_PHRASES) return [];
    const choices = choicesFor(found, text);
    phrases = phrases.flatMap((phrase) => choices.map((choice) => phrase + choice));
  }
  return phrases.length > MOST_PHRASES ? [] : phrases;
}

function choicesFor(found: RegExpExecArray, text: string): readonly string[] {
  const [, group, , quotes, digits, escaped, character = '', optional] = found;
  if (group !== undefined)
    return [...group.split('|').flatMap((one) => phrasesLike(one, text)), ...(found[2] === '?' ? [''] : [])];
  if (quotes !== undefined) return text.match(/"[^"]*"/g) ?? ['"…"'];
  if (digits !== undefined) return text.match(/\d+/g) ?? ['1'];
  if (escaped !== undefined) return [escaped];
  return optional === '?' ? [character, ''] : [character];
}
