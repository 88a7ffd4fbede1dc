/** A stylesheet for a page: without comments and unneeded spaces. */
export function inlineStyle(text: string): string {
  return inlineText(text)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/([{};,:>+~])\n/g, '$1')
    .replace(/ \{/g, '{')
    .replace(/;?\n?\}/g, '}')
    .replace(/([{;][a-z-]+): /g, '$1:')
    .replace(/(, | > )(?=[^"]*("[^"]*"[^"]*)*$)/gm, (between) => between.trim())
    .replace(/([ :(,])0\./g, '$1.')
    .replace(/="([a-z][a-z-]*)"\]/g, '=$1]')
    .trim();
}

/** Compiled scripts for one page, each in a function, because `var` does not end with a block; empty without scripts. */
export function inlineScripts(texts: readonly string[]): string {
  return texts.length === 0
    ? ''
    : inlineText(["'use strict';", ...texts.map((text) => `(()=>{${text}})();`)].join('\n'));
}

/** A browser reads line ends as one character and would end the element at a closing tag. */
function inlineText(text: string): string {
  if (/<\/(style|script)/i.test(text)) throw new Error('a stylesheet or script must not hold its own closing tag');
  return text.replace(/\r\n?/g, '\n');
}
