/** Programs and protocols, whose names keep their small letters at the beginning of a sentence. */
const NAMES: ReadonlySet<string> = new Set(['certreq', 'certsrv', 'certutil', 'http', 'https', 'icacls', 'mmc', 'reg']);

/**
 * The text with a capital letter at its beginning, as a separate sentence. Names of programs, machines, files
 * and accounts stay as they are.
 */
export function sentenceCase(text: string): string {
  const [word = ''] = /^[a-z][a-z-]*(?=[\s,;:.]|$)/.exec(text) ?? [];
  if (word === '' || NAMES.has(word) || /^\S*[.:\\]\S/.test(text)) return text;
  return `${word.charAt(0).toUpperCase()}${text.slice(1)}`;
}
