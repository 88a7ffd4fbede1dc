import type { StepOutput } from '../../recording/model/step-output';
import { anchorName, slug } from './anchor-names';
import type { DecodedAnchor, DecodedRecord, PageAnchors } from './anchors';
import { fileOf, linkTo } from './page-files';
import { contentKey, type ProducedFile } from './produced-files';

/**
 * Allocates the anchors of a runbook while its outline is made. It is changed in that one pass only; what remains of it
 * is `anchors()`.
 */
export class AnchorAllocation {
  readonly #taken = new Set<string>();
  readonly #places = new Map<string, Map<number, string>>();
  readonly #named = new Map<string, string>();
  readonly #decoded = new Map<DecodedRecord, DecodedAnchor>();
  readonly #shownOnPages = new Map<string, string>();

  /** An anchor that is not taken yet: the wanted one, else with a number after it. */
  take(wanted: string): string {
    let anchor = wanted;
    for (let n = 2; this.#taken.has(anchor); n += 1) anchor = `${wanted}-${n}`;
    this.#taken.add(anchor);
    return anchor;
  }

  /** Allocates an anchor for each different name: `code-…`, `source-…`, `section-…`. */
  takeFor(kind: 'code' | 'source' | 'section', names: readonly string[], shown = slug): void {
    for (const name of new Set(names)) this.#named.set(`${kind} ${name}`, this.take(`${kind}-${shown(name)}`));
  }

  /** Allocates the anchor of a defect of the document, by the element of its scenarios. */
  takeForDefect(element: string, rule: string): void {
    this.#named.set(`defect ${element}`, this.take(`defect-${anchorName(rule)}`));
  }

  /** Notes the place where the runbook shows a line of a feature file; the first place remains. */
  show(uri: string, line: number, href: string): void {
    const places = this.#places.get(uri) ?? new Map<number, string>();
    this.#places.set(uri, places);
    if (!places.has(line)) places.set(line, href);
  }

  /** Allocates the anchors of the certificates and requests among a step's records on that page. */
  takeForDecoded({ records }: StepOutput, page: string): void {
    for (const kind of ['certificate', 'request'] as const)
      for (const record of records)
        if (record.kind === kind) this.#decoded.set(record, this.#decodedAnchor(record, page));
  }

  #decodedAnchor(record: DecodedRecord, page: string): DecodedAnchor {
    const identity = record.kind === 'certificate' ? record.thumbprint : record.pem;
    const key = `${page} ${record.kind} ${identity}`;
    const known = this.#shownOnPages.get(key);
    if (known !== undefined) return { id: known, first: false };
    const short = record.kind === 'certificate' ? slug(identity).slice(0, DIGITS) : '';
    const id = this.take(short === '' ? record.kind : `${record.kind}-${short}`);
    this.#shownOnPages.set(key, id);
    return { id, first: true };
  }

  /** The anchors as they are now, for looking up. */
  anchors(files: readonly ProducedFile[]): PageAnchors {
    const places = new Map([...this.#places].map(([uri, lines]) => [uri, new Map(lines)]));
    const named = new Map(this.#named);
    const decoded = new Map(this.#decoded);
    const byContent = new Map(files.map((file) => [contentKey(file.record), file]));
    return {
      hrefOf: (uri, line) => places.get(uri)?.get(line) ?? '',
      source: (id) => named.get(`source ${id}`) ?? '',
      section: (name) => named.get(`section ${name}`) ?? '',
      code: (code) => named.get(`code ${code}`) ?? '',
      defect: (element) => named.get(`defect ${element}`) ?? '',
      decoded: (record) => decoded.get(record) ?? { id: '', first: false },
      file: (record) => {
        const file = byContent.get(contentKey(record));
        return file ? { name: file.name, href: linkTo(fileOf('files'), file.id) } : { name: record.path, href: '' };
      },
    };
  }
}

const DIGITS = 12;
