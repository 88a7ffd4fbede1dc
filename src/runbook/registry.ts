import type { FileRecord } from '../evidence/records';
import { contentKey } from './artifacts';
import type { FileView } from './file-view';

/** Gives out the anchors of the pages, each once, and knows what the runbook has shown so far. */
export class Registry {
  readonly #anchors = new Set<string>();
  readonly #shown = new Map<string, string>();
  readonly #places = new Map<string, string>();
  readonly #sources: ReadonlyMap<string, string>;
  readonly #codes: ReadonlyMap<string, string>;
  readonly #files: ReadonlyMap<string, FileView>;

  constructor(files: ReadonlyMap<string, FileView>, sourceIds: readonly string[], codes: readonly string[]) {
    this.#files = files;
    this.#codes = new Map([...new Set(codes)].map((code) => [code, this.anchor(`code-${slug(code)}`)]));
    this.#sources = new Map([...new Set(sourceIds)].map((id) => [id, this.anchor(`source-${slug(id)}`)]));
  }

  /** An anchor that is not taken yet: the wanted one, else with a number after it. */
  anchor(wanted: string): string {
    let anchor = wanted;
    for (let n = 2; this.#anchors.has(anchor); n += 1) anchor = `${wanted}-${n}`;
    this.#anchors.add(anchor);
    return anchor;
  }

  /** Remembers where the page shows a line of a feature file; the first place stays. */
  show(uri: string, line: number, anchor: string): void {
    const place = `${uri}:${line}`;
    if (!this.#places.has(place)) this.#places.set(place, anchor);
  }

  /** Where the page shows a line of a feature file; empty when it does not. */
  hrefOf(uri: string, line: number): string {
    const anchor = this.#places.get(`${uri}:${line}`);
    return anchor === undefined ? '' : `#${anchor}`;
  }

  /** The anchor of a sentence in the table of sentences. */
  source(id: string): string {
    return this.#sources.get(id) ?? '';
  }

  /** The anchor of a code on the page of findings; empty for a code that the run does not explain. */
  code(code: string): string {
    return this.#codes.get(code) ?? '';
  }

  /** The anchor of a certificate or request, and whether it is shown here for the first time. */
  decoded(kind: 'certificate' | 'request', identity: string): { readonly id: string; readonly first: boolean } {
    const key = `${kind} ${identity}`;
    const known = this.#shown.get(key);
    if (known !== undefined) return { id: known, first: false };
    const short = kind === 'certificate' ? slug(identity).slice(0, 12) : '';
    const id = this.anchor(short === '' ? kind : `${kind}-${short}`);
    this.#shown.set(key, id);
    return { id, first: true };
  }

  /** Where the list of files holds the file. */
  file(record: FileRecord): { readonly name: string; readonly href: string } {
    const file = this.#files.get(contentKey(record));
    return { name: file?.name ?? record.path, href: file ? `#${file.id}` : '' };
  }
}

/** Lower-case Latin letters and digits with hyphens; empty when the text has none. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
