/** The source document, and where it is published. */
export interface SourceDocument {
  readonly title: string;
  readonly address: string;
}

/** Reads the document's title and address. Throws for a text that does not say both, or an address that is not https. */
export function readDocument(text: string): SourceDocument {
  const found: unknown = JSON.parse(text);
  const field = (name: string): string => {
    const value: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
    if (typeof value === 'string' && value !== '') return value;
    throw new Error(`the source document has no ${name}`);
  };
  const address = field('address');
  if (!address.startsWith('https://')) throw new Error(`the source document is at "${address}"; give an https address`);
  return { title: field('title'), address };
}

const WITHOUT_ANCHOR = ['title', 'overview', 'section'];

/** A sentence by its section, and by its document where several are known. */
interface Sentence {
  readonly section: string;
  readonly document?: SourceDocument;
}

/** Where the sentence is published: the address of its section; empty without a document. */
export function publishedAt({ section, document: own }: Sentence, only: SourceDocument | null): string {
  const document = own ?? only;
  if (!document) return '';
  return WITHOUT_ANCHOR.includes(section) ? document.address : `${document.address}#${section}`;
}
