/**
 * How people mistype: a letter lost, doubled, swapped with the next one, or its neighbour on the keyboard. A path gets
 * another extension, and an address loses the letter that makes it secure.
 */

const KEYBOARD = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** The mistyped forms of a text, each at its middle letter; a path with another extension, an address with http. */
export function mistyped(text: string): readonly string[] {
  const at = middleLetter(text);
  if (at < 0) return [];
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  const forms = [
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
    before + neighbourOf(letter) + after,
    ...otherExtension(text),
    ...(/^https:/i.test(text) ? [text.replace(/s:/i, ':')] : []),
  ];
  return [...new Set(forms)].filter((form) => form !== text);
}

/** The letter or digit nearest to the middle that is followed by another character; -1 if there is none. */
function middleLetter(text: string): number {
  const middle = (text.length - 1) / 2;
  const places = [...text].flatMap((character, index) =>
    /[a-z0-9]/i.test(character) && index < text.length - 1 ? [index] : [],
  );
  return places.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0] ?? -1;
}

function neighbourOf(letter: string): string {
  const row = KEYBOARD.find((keys) => keys.includes(letter.toLowerCase())) ?? 'ab';
  const index = row.indexOf(letter.toLowerCase());
  const other = row.charAt(index + 1) || row.charAt(index - 1);
  return letter === letter.toLowerCase() ? other : other.toUpperCase();
}

function otherExtension(text: string): readonly string[] {
  const [, path, extension] = /^([A-Z]:\\.*)\.(\w{3})$/i.exec(text) ?? [];
  return path === undefined ? [] : [`${path}.${extension === 'txt' ? 'bak' : 'txt'}`];
}
