import { HTMLElement, type Node, NodeType, parse } from 'node-html-parser';
import type { LedgerKind } from '../runbook/source-document/ledger';
import { SectionNames } from './section-names';
import { type Passage, plainText } from './sentence';

/** What a reader does not read as the text of the document. */
const SKIPPED = ['SCRIPT', 'STYLE', 'HEAD', 'NAV', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'IFRAME', 'BUTTON', 'SELECT'];
const BLOCKS = [
  ...['ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BODY', 'CAPTION', 'DD', 'DETAILS', 'DIV', 'DL', 'DT', 'FIGCAPTION'],
  ...['FIGURE', 'FOOTER', 'FORM', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'HTML', 'LI', 'MAIN', 'OL', 'P'],
  ...['PRE', 'SECTION', 'SUMMARY', 'TABLE', 'TBODY', 'TD', 'TFOOT', 'TH', 'THEAD', 'TR', 'UL'],
];

/** The words that mark a part as a note, in a class, in `[!NOTE]` or before a colon, and the kind of each. */
const NOTES: readonly (readonly [words: RegExp, kind: LedgerKind])[] = [
  [/^(?:warning|caution|danger|warnung|vorsicht|警告|小心)$/i, 'warning'],
  [/^(?:important|wichtig|重要)$/i, 'important'],
  [/^(?:note|tip|hint|info|hinweis|anmerkung|tipp|注意|附註|提示)$/i, 'note'],
];

/** Where the text of an element belongs: its kind, and its step. */
interface Place {
  readonly kind: LedgerKind;
  readonly step: string;
}

/** An item of a numbered list: its first passage is the step, the others are texts of the step. */
interface Item {
  kind: LedgerKind;
}

/** The title and the passages of an HTML document, in document order. */
export interface ParsedDocument {
  /** empty if the document has none */
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** Reads the text of an HTML document. Markdown becomes HTML first. */
export function parseHtml(html: string): ParsedDocument {
  const root = parse(html, { blockTextElements: { script: false, style: false, noscript: false } });
  const reader = new PassageReader();
  reader.readChildren(
    root.querySelector('main') ?? root.querySelector('article') ?? root.querySelector('body') ?? root,
    {
      kind: 'paragraph',
      step: '',
    },
  );
  const title = root.querySelector('h1') ?? root.querySelector('title');
  return { title: plainText(title?.text ?? ''), passages: reader.passages };
}

class PassageReader {
  readonly passages: Passage[] = [];
  readonly #names = new SectionNames();
  #section = 'overview';

  readChildren(element: HTMLElement, place: Place, item?: Item): void {
    let text = '';
    const flush = () => {
      this.#add(text, item ? { ...place, kind: item.kind } : place);
      if (item && plainText(text) !== '') item.kind = 'step text';
      text = '';
    };
    for (const child of element.childNodes) {
      if (!isBlock(child)) {
        text += inlineText(child);
        continue;
      }
      flush();
      this.#read(child, place, item);
    }
    flush();
  }

  #read(element: HTMLElement, place: Place, item: Item | undefined): void {
    const note = noteKind(element);
    if (/^H[1-6]$/.test(element.tagName)) this.#heading(element);
    else if (element.tagName === 'OL' && place.kind !== 'substep') this.#steps(element, place);
    else if (element.tagName === 'PRE') this.#add(element.text, placeOfPart(place, item), true);
    else if (element.tagName === 'TR') this.#row(element, placeOfPart(place, item));
    else if (note) this.readChildren(withoutMark(element), { ...place, kind: note });
    else this.readChildren(element, place, item);
  }

  #heading(element: HTMLElement): void {
    const text = plainText(element.text);
    this.#section = this.#names.nameOf(text, element.id);
    this.#add(text, { kind: 'heading', step: '' }, true);
  }

  /** The items of a numbered list are steps; those of a list within a step are its substeps. */
  #steps(list: HTMLElement, { step }: Place): void {
    const first = Number(list.getAttribute('start') ?? 1);
    const items = list.childNodes.filter((node): node is HTMLElement => isElement(node) && node.tagName === 'LI');
    for (const [index, element] of items.entries()) {
      const kind = step === '' ? 'step' : 'substep';
      const number = step === '' ? String(first + index) : step;
      this.readChildren(element, { kind: kind === 'step' ? 'step text' : 'substep', step: number }, { kind });
    }
  }

  #row(element: HTMLElement, place: Place): void {
    const cells = element.querySelectorAll('td, th').map((cell) => plainText(cell.text));
    this.#add(cells.join(' | '), place, true);
  }

  #add(text: string, { kind, step }: Place, whole = false): void {
    if (plainText(text) !== '') this.passages.push({ section: this.#section, step, kind, text, whole });
  }
}

/** The place of a command or a table: within a step it belongs to the step, but is no step. */
function placeOfPart(place: Place, item: Item | undefined): Place {
  return item ? { ...place, kind: 'step text' } : place;
}

function isElement(node: Node): node is HTMLElement {
  return node.nodeType === NodeType.ELEMENT_NODE;
}

function isBlock(node: Node): node is HTMLElement {
  return isElement(node) && !isSkipped(node) && (BLOCKS.includes(node.tagName) || node.childNodes.some(isBlock));
}

function isSkipped({ tagName }: HTMLElement): boolean {
  return SKIPPED.includes(tagName);
}

function inlineText(node: Node): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text;
  if (!isElement(node) || isSkipped(node)) return '';
  return node.tagName === 'BR' ? ' ' : node.childNodes.map(inlineText).join('');
}

/** The kind of an element that is a note, by its class or its first words. */
function noteKind(element: HTMLElement): LedgerKind | undefined {
  if (!['BLOCKQUOTE', 'ASIDE', 'DIV', 'P', 'SECTION'].includes(element.tagName)) return undefined;
  const marks = [...element.classList.values()].flatMap((name) => name.split(/[-_]/));
  const [, bracketed = '', spoken = ''] = /^\s*(?:\[!(\w+)\]|([\p{L}]+)\s*[:：])/u.exec(element.text) ?? [];
  return NOTES.find(([words]) => [...marks, bracketed, spoken].some((one) => words.test(one)))?.[1];
}

/** The element without the mark `[!NOTE]`, which GitHub does not show. */
function withoutMark(element: HTMLElement): HTMLElement {
  const html = element.innerHTML.replace(/\[!\w+\](?:\s|<br\s*\/?>)*/, '');
  const copy = new HTMLElement(element.rawTagName, {}, '');
  copy.set_content(html);
  return copy;
}
