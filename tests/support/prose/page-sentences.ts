import { type HTMLElement, parse } from 'node-html-parser';

/** The sentences of a page, for rules about their language. */

const BLOCKS = 'p,li,td,th,dt,dd,h1,h2,h3,h4,h5,summary,caption,label,figcaption,legend,button,title';

/** A block of text without the parts that are marked as something else than a sentence. */
export interface PageSentence {
  readonly element: HTMLElement;
  readonly text: string;
}

/**
 * The texts of a page, block by block.
 *
 * @param unmarked selects the parts that are marked as names, code or another language, and become quotation marks
 */
export function pageSentences(html: string, unmarked: string): readonly PageSentence[] {
  const root = parse(html, { blockTextElements: { script: true, style: true } });
  for (const part of root.querySelectorAll('script,style,svg,.window')) part.remove();
  for (const part of root.querySelectorAll(unmarked)) part.replaceWith('「」');
  return root
    .querySelectorAll(BLOCKS)
    .filter((block) => !block.querySelector(BLOCKS))
    .map((element) => ({ element, text: element.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}
