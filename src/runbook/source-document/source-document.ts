/** The source document, and where it is published. */
export interface SourceDocument {
  readonly title: string;
  /** empty if it is not published */
  readonly address: string;
}

/** Reads the document's title and address. Throws for a text without a title, or an address that is not https. */
export function readDocument(text: string): SourceDocument {
  const found: unknown = JSON.parse(text);
  const field = (name: string): unknown =>
    typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  const title = field('title');
  const address = field('address') ?? '';
  if (typeof title !== 'string' || title === '') throw new Error('the source document has no title; add "title"');
  if (typeof address !== 'string' || (address !== '' && !address.startsWith('https://')))
    throw new Error(`the source document is at "${String(address)}"; give an https address, or leave it out`);
  return { title, address };
}

const WITHOUT_ANCHOR = ['title', 'overview', 'section'];

/** A sentence by its section, and by its document where several are known. */
interface Sentence {
  readonly section: string;
  readonly document?: SourceDocument;
}

/** Where the sentence is published: the address of its section; empty if its document is not published. */
export function publishedAt({ section, document: own }: Sentence, only: SourceDocument | null): string {
  const document = own ?? only;
  if (!document?.address) return '';
  return WITHOUT_ANCHOR.includes(section) ? document.address : `${document.address}#${section}`;
}
