/** A stylesheet as it stands in a page: without comments and the spaces that are there for its writer. */
export function inlineStyle(text: string): string {
  return inlineText(text)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/([{};,:>+~])\n/g, '$1')
    .replace(/ \{/g, '{')
    .replace(/;?\n?\}/g, '}')
    .replace(/([{;][a-z-]+): /g, '$1:')
    .replace(/([ :(])0\./g, '$1.')
    .trim();
}

/** A script as it stands in a page. */
export function inlineScript(text: string): string {
  return inlineText(text);
}

/** A browser reads line ends as one character and would end the element at a closing tag. */
function inlineText(text: string): string {
  if (/<\/(style|script)/i.test(text)) throw new Error('a stylesheet or script must not hold its own closing tag');
  return text.replace(/\r\n?/g, '\n');
}
