import { SaxesParser, type SaxesTagNS } from 'saxes';
import { InputError } from '../input-error';

/** An element of an XML document, with its place in the file. */
export interface XmlElement {
  /** without its prefix */
  readonly name: string;
  /** the URI of its namespace; empty if it has none */
  readonly namespace: string;
  /** the values of the attributes, by the name in the file */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** the text directly in it, without white space at its ends */
  readonly text: string;
  /** starts at 1 */
  readonly line: number;
  /** starts at 1, in UTF-16 units */
  readonly column: number;
}

/** More than any file needs that people or programs write by hand; a file beyond them is refused. */
const DEEPEST = 100;
const MOST_ELEMENTS = 200_000;

/**
 * Reads a text as XML 1.0 with namespaces, and returns its root. `file` is its name in errors. Throws an InputError with
 * line and column for text that is not well-formed. A document type declaration is refused, because its entities can
 * grow without limit and name other files.
 */
export function parseXml(text: string, file: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const place = () => `${file}:${parser.line}:${parser.columnIndex + 1}`;
  const tree = treeBuilder(place);
  parser.on('error', (error) => {
    throw new InputError(`${place()}: this is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`);
  });
  parser.on('doctype', () => {
    throw new InputError(
      `${place()}: a document type declaration (DTD) is refused; remove it, or export the file again`,
    );
  });
  parser.on('opentagstart', ({ name }) => tree.begin(parser.line, parser.columnIndex - name.length - 1));
  parser.on('opentag', (tag) => tree.open(tag));
  parser.on('text', (part) => tree.add(part));
  parser.on('cdata', (part) => tree.add(part));
  parser.on('closetag', () => tree.close());
  parser.write(text).close();
  return tree.root();
}

/** An element that is not complete yet. */
interface Growing {
  readonly element: Omit<XmlElement, 'children' | 'text'>;
  readonly children: XmlElement[];
  text: string;
}

function treeBuilder(place: () => string) {
  const open: Growing[] = [];
  let [root, count, start]: [XmlElement | undefined, number, { line: number; column: number }] = [
    undefined,
    0,
    { line: 1, column: 1 },
  ];
  return {
    /** a name that ends its line is found on the line before */
    begin: (line: number, column: number): void => {
      start = column >= 1 ? { line, column } : { line: Math.max(line - 1, 1), column: 1 };
    },
    open: ({ local, uri, attributes }: SaxesTagNS): void => {
      count += 1;
      if (open.length >= DEEPEST) throw new InputError(`${place()}: the elements are nested more than ${DEEPEST} deep`);
      if (count > MOST_ELEMENTS) throw new InputError(`${place()}: there are more than ${MOST_ELEMENTS} elements`);
      const values = Object.values(attributes).map(({ name, value }): [string, string] => [name, value]);
      const element = { name: local, namespace: uri, attributes: new Map(values), ...start };
      open.push({ element, children: [], text: '' });
    },
    add: (part: string): void => {
      const last = open.at(-1);
      if (last) last.text += part;
    },
    close: (): void => {
      const last = open.pop();
      if (!last) return;
      const element = { ...last.element, children: last.children, text: last.text.trim() };
      const parent = open.at(-1);
      if (parent) parent.children.push(element);
      else root = element;
    },
    root: (): XmlElement => {
      if (!root) throw new InputError(`${place()}: there is no element`);
      return root;
    },
  };
}
