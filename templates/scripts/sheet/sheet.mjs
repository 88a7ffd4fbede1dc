import { sharedValues } from '../site-values/shared-values.mjs';
import { keep, keptValue, keysLike, parsed } from '../storage.mjs';
import { download, EMPTY, filled, isEmpty, now, wrongIn } from './file.mjs';
import { replaceGaps } from './inputs.mjs';

/**
 * An operator's sheet: what was done on which server, by whom, when, and the observed values. The browser keeps every
 * entry under a separate key, so that two windows with the same page do not overwrite each other.
 */
export class Sheet {
  entries = new Map();
  inputs = [];
  initials = '';

  constructor(panel) {
    const { fingerprint, environment } = panel.dataset;
    this.panel = panel;
    const part = panel.closest('.procedure');
    this.part = part;
    this.head = {
      format: 'operator-sheet',
      procedure: part.id,
      page: location.pathname.split('/').pop(),
      language: document.documentElement.lang,
      fingerprint,
      environment,
    };
    this.every = `sheet ${part.id} `;
    this.own = `${this.every}${fingerprint} `;
    for (const row of part.querySelectorAll('.grid [data-step]'))
      for (const line of part.querySelectorAll(`.lines[data-step="${row.dataset.step}"] p`)) this.open(row, line);
    this.read(this.entries.keys());
  }

  /** The content of a file besides its entries. */
  get whole() {
    return { ...this.head, values: sharedValues.typed() };
  }

  /**
   * Puts inputs where a pen would write: in a line beside a step, and in the cell of its row in the grid. Servers that
   * share a column have no cells.
   */
  open(row, line) {
    const { step, number } = row.dataset;
    const { server } = line.dataset;
    const cells = [...row.children].filter(({ dataset }) => dataset.server === server);
    const title = row.querySelector('a');
    const key = `${step} ${server}`;
    const machine = line.querySelector('.machines');
    this.entries.set(key, {
      step,
      number,
      get text() {
        return title.textContent;
      },
      server,
      get shown() {
        return machine.textContent;
      },
      ...EMPTY,
    });
    for (const { field, input } of replaceGaps([...cells, line], [machine, title])) {
      input.addEventListener('input', () => this.change(key, field, input));
      this.inputs.push({ input, field, key });
    }
  }

  change(key, field, { checked, value }) {
    const { initials, time } = this.entries.get(key);
    if (field === 'initials') this.initials = value;
    if (field !== 'done') this.write(key, { [field]: value });
    else if (checked) this.write(key, { done: true, initials: initials || this.initials, time: time || now() });
    else this.write(key, { done: false, time: '' });
  }

  write(key, changes) {
    const entry = Object.assign(this.entries.get(key), changes);
    const place = this.own + key;
    const kept = isEmpty(entry)
      ? keep(place)
      : keep(this.own, JSON.stringify(this.whole)) && keep(place, JSON.stringify(entry));
    if (!kept) this.tell('unkept');
    this.show();
  }

  read(keys) {
    for (const key of keys) {
      const { done, initials, value, time } = { ...EMPTY, ...keptValue(this.own + key) };
      Object.assign(this.entries.get(key) ?? {}, { done, initials, value, time });
    }
    this.show();
  }

  show() {
    for (const { input, field, key } of this.inputs) {
      const value = this.entries.get(key)[field];
      if (field === 'done') input.checked = value;
      else if (input.value !== value) input.value = value;
    }
    for (const grid of this.part.querySelectorAll('.grid')) {
      const entries = [...this.entries.values()].filter(({ step }) => grid.querySelector(`[data-step="${step}"]`));
      const progress = grid.querySelector('.progress');
      const done = entries.filter((entry) => entry.done).length;
      const text = filled(progress.dataset.said, { done, all: entries.length });
      if (progress.textContent !== text) progress.textContent = text;
    }
  }

  tell(word, values, more) {
    this.panel.querySelector('.said').textContent = this.say(word, values) + (more ? this.say(more) : '');
  }

  say(word, values) {
    return filled(this.panel.dataset[word], { own: this.head.fingerprint, ...values });
  }

  /** Copies the entries of a file to entries that are empty here. Others are not overwritten. */
  take(file, text) {
    const sheet = parsed(text);
    const { procedure, fingerprint } = this.head;
    const wrong = wrongIn(text, this.head, this.entries);
    if (wrong) return this.tell('nosheet', { file, found: wrong });
    if (sheet.procedure !== procedure) return this.tell('elsewhere', { file, found: sheet.procedure, own: procedure });
    if (sheet.fingerprint !== fingerprint) return this.tell('other', { file, found: sheet.fingerprint });
    let taken = 0;
    let left = 0;
    for (const { step, server, done, initials, value, time } of sheet.entries) {
      const key = `${step} ${server}`;
      const entry = this.entries.get(key);
      const given = { done, initials, value, time };
      if (isEmpty(given) || Object.keys(EMPTY).every((field) => given[field] === entry[field])) continue;
      if (isEmpty(entry)) {
        taken += 1;
        this.write(key, given);
      } else left += 1;
    }
    const more = sharedValues.take(sheet.values ?? []);
    this.tell(left > 0 ? 'left' : 'imported', { file, taken, left }, more);
  }

  clear() {
    for (const key of keysLike(this.own)) keep(key);
    this.read(this.entries.keys());
    this.tell('cleared');
  }

  save(head, entries) {
    this.tell('exported', { file: download({ ...head, exportedAt: now(), entries: [...entries] }) });
  }
}
