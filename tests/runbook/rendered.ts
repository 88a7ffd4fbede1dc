import type { Envelope } from '@cucumber/messages';
import { type HTMLElement, parse } from 'node-html-parser';
import { renderRunbook } from '../../src/runbook/pages/render';
import type { Runbook } from '../../src/runbook/views/runbook';
import { runbookModel } from '../../src/runbook/views/runbook-views';
import { sampleLedger, templates } from './sample';

const READING = { blockTextElements: { script: true, style: true } };

/** The rendered files of a stream or of a model, and each of them read. */
export class Rendered {
  readonly files: ReadonlyMap<string, string>;
  readonly #read = new Map<string, HTMLElement>();

  constructor(of: readonly Envelope[] | Runbook, { ledger = sampleLedger(), singleFile = false } = {}) {
    const model = 'procedures' in of ? of : runbookModel(of, ledger);
    this.files = new Map(renderRunbook(model, templates(), { singleFile }));
  }

  /** The page as a tree. Throws an Error for an unknown file. */
  page(name: string): HTMLElement {
    const html = this.files.get(name);
    if (html === undefined) throw new Error(`there is no ${name}; have ${[...this.files.keys()].join(', ')}`);
    const read = this.#read.get(name) ?? parse(html, READING);
    this.#read.set(name, read);
    return read;
  }

  /** The element with this id on the page. Throws an Error if there is none. */
  part(name: string, id: string): HTMLElement {
    const found = this.page(name).querySelector(`[id="${id}"]`);
    if (!found) throw new Error(`nothing on ${name} has the id ${id}`);
    return found;
  }

  /** The ids on the page, in their order. */
  ids(name: string): readonly string[] {
    return this.page(name)
      .querySelectorAll('[id]')
      .map(({ id }) => id);
  }

  /** The texts of all elements that the selector finds on the page. */
  texts(name: string, selector: string): readonly string[] {
    return this.page(name)
      .querySelectorAll(selector)
      .map(({ text }) => text);
  }
}
