/** The text in the form in which it is compared: full-width characters as half-width, capitals as small letters. */
export function folding(text) {
  return text.normalize('NFKC').toLowerCase();
}
