/** A minified stylesheet for a page. */
export function inlineStyle(text: string): string {
  return inlineText(text);
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
