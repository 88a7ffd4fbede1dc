import { filled, now } from '../sheet/file.mjs';
import { keep, keptValue, keysLike } from '../storage.mjs';

/** What the record says of a step or of a field of the sign-off, before anything is entered. */
export const EMPTY = { state: '', note: '', time: '' };

export const HEAD = ['approver', 'initials', 'start', 'end', 'attachments'];
export const STATES = ['', 'done', 'failed', 'skipped'];

/**
 * The change record of a plan. Each entry has a separate key in the browser's storage. The entry of a step has a state,
 * a note and a time. The entry of a stage with several ways has the chosen way as its state. The entry of a field of the
 * sign-off has the text as its note.
 */
export class ChangeRecord {
  entries = new Map();
  steps = [];
  kept = true;

  constructor(plan) {
    const { fingerprint, environment } = plan.dataset;
    this.plan = plan;
    this.about = {
      format: 'change-record',
      plan: plan.id,
      language: document.documentElement.lang,
      fingerprint,
      environment,
    };
    this.own = `change ${plan.id} ${fingerprint} `;
    for (const name of HEAD) this.entries.set(name, { ...EMPTY });
    for (const { name } of plan.querySelectorAll('[type=radio]:checked')) this.entries.set(name, { ...EMPTY });
    const template = plan.querySelector('template.record');
    for (const step of plan.querySelectorAll('.step')) this.open(step, template);
    plan.addEventListener('input', ({ target }) => this.typed(target));
    addEventListener('storage', () => this.read());
  }

  open(step, template) {
    this.steps.push(step);
    const place = step.querySelector('.entry-of-step');
    if (!place) return;
    this.entries.set(step.id, { ...EMPTY });
    place.replaceWith(Object.assign(document.createElement('div'), { className: 'entry-of-step' }));
    step.querySelector('.entry-of-step').append(template.content.cloneNode(true));
  }

  /** Takes over what was entered in a field of a step or of the sign-off. */
  typed({ name, value, checked, parentElement }) {
    const step = parentElement.closest('.step');
    if (!step) {
      if (HEAD.includes(name)) this.write(name, { note: value });
    } else if (name === 'done') this.setState(step.id, checked ? 'done' : '');
    else if (name === 'state') this.setState(step.id, value);
    else if (name === 'note' || name === 'time') this.write(step.id, { [name]: value });
  }

  /** The steps of the chosen ways. */
  get chosen() {
    return this.steps.filter((step) => !step.closest('.choice[hidden]'));
  }

  write(key, changes) {
    const entry = Object.assign(this.entries.get(key), changes);
    const empty = Object.keys(EMPTY).every((name) => entry[name] === '');
    this.kept = empty ? keep(this.own + key) : keep(this.own + key, JSON.stringify(entry));
    this.show();
  }

  /** Sets the state of a step. The time is filled in with the first state, and removed with it. */
  setState(key, state) {
    const { time } = this.entries.get(key);
    this.write(key, { state, time: state && (time || now()) });
  }

  read() {
    for (const [key, entry] of this.entries) Object.assign(entry, EMPTY, keptValue(this.own + key));
    this.show();
  }

  clear() {
    for (const key of keysLike(this.own)) keep(key);
    this.read();
  }

  show() {
    for (const choice of this.plan.querySelectorAll('[type=radio]')) {
      const { state } = this.entries.get(choice.name);
      choice.checked = state ? state === choice.value : choice.defaultChecked;
      document.getElementById(choice.value).hidden = !choice.checked;
    }
    for (const step of this.steps) {
      const entry = this.entries.get(step.id);
      if (entry) step.dataset.recorded = entry.state;
      for (const input of step.querySelectorAll('.entry-of-step [name]')) {
        if (input.name === 'done') input.checked = entry.state === 'done';
        else if (input.value !== entry[input.name]) input.value = entry[input.name];
        if (input.name === 'note') input.required = entry.state === 'skipped';
      }
    }
    for (const place of this.plan.querySelectorAll('.progress')) this.count(place);
    this.plan.dispatchEvent(new Event('recorded'));
  }

  /** Writes into a line of progress how many steps of its part are in which state. */
  count(place) {
    const steps = this.chosen.filter((step) => this.entries.has(step.id) && partOf(place).contains(step));
    const entries = steps.map((step) => this.entries.get(step.id));
    const number = (state) => entries.filter((entry) => entry.state === state).length;
    const unexplained = entries.filter(({ state, note }) => state === 'skipped' && note.trim() === '').length;
    const counts = { all: entries.length, open: number(''), unexplained };
    for (const state of STATES.slice(1)) counts[state] = number(state);
    const text = filled(place.dataset.said, counts);
    if (place.textContent !== text) place.textContent = text;
  }
}

function partOf(place) {
  return place.closest('.sign-off') ? place.closest('.plan') : place.parentElement;
}
