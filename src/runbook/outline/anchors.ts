import type { FileRecord } from '../../evidence/records';
import type { FileView } from '../views/files/file-view';
import { slug } from './anchor-names';
import { fileOf, linkTo } from './page-files';
import { contentKey } from './produced-files';

/** Gives out the anchors of the pages, each once in the whole runbook, and knows what the runbook has shown so far. */
export class Registry {
  readonly #anchors = new Set<string>();
  readonly #shown = new Map<string, string>();
  readonly #places = new Map<string, Map<number, string>>();
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

  /** Remembers where the runbook shows a line of a feature file; the first place stays. */
  show(uri: string, line: number, href: string): void {
    const places = this.#places.get(uri) ?? new Map<number, string>();
    this.#places.set(uri, places);
    if (!places.has(line)) places.set(line, href);
  }

  /** Where the runbook shows a line of a feature file; empty when it does not. */
  hrefOf(uri: string, line: number): string {
    return this.#places.get(uri)?.get(line) ?? '';
  }

  /** The anchor of a sentence in the table of sentences. */
  source(id: string): string {
    return this.#sources.get(id) ?? '';
  }

  /** The anchor of a code on the page of codes; empty for a code that the run does not explain. */
  code(code: string): string {
    return this.#codes.get(code) ?? '';
  }

  /** Where a code is explained; empty for one that the run does not explain. */
  codeHref(code: string): string {
    const anchor = this.code(code);
    return anchor === '' ? '' : linkTo(fileOf('codes'), anchor);
  }

  /** The anchor of a certificate or request, and whether the page shows it here for the first time. */
  decoded(
    kind: 'certificate' | 'request',
    identity: string,
    page: string,
  ): { readonly id: string; readonly first: boolean } {
    const key = `${page} ${kind} ${identity}`;
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
    return { name: file?.name ?? record.path, href: file ? linkTo(fileOf('files'), file.id) : '' };
  }
}
