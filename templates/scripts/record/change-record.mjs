import { all, find, onWindow } from '../dom.mjs';
import { asJson, namesOf } from '../objects.mjs';
import { keep, keptValue, keysLike } from '../storage.mjs';

/** What the record says of a step, of a choice or of a field, before anything is entered. */
export const EMPTY = { state: '', note: '', time: '' };

/** The names of what an entry has. */
export const FIELDS = namesOf(EMPTY);

/** Whether two entries say different things. */
export function differ(one, other) {
  return FIELDS.some((name) => one[name] !== other[name]);
}

/**
 * The change record of a plan, or of a procedure without a plan. Each entry has a separate key in the browser's storage,
 * so that two windows with the same page do not overwrite each other. A step has one entry for each of its
 * machines. A field of the sign-off has its text as the note. A stage with several ways has the chosen way as its state.
 */
export function changeRecord(part) {
  const anyContent = `change ${part.id} `;
  const own = `${anyContent}${part.dataset.fingerprint} `;
  const entries = new Map();
  const open = (input, states, place, initial = EMPTY) =>
    entries.set(keyOf(input), { states, place, initial, entered: { ...initial } });
  for (const input of all('.signature input', part)) open(input, ['']);
  for (const input of all('[type=radio]:checked', part)) {
    const ways = all(`[name="${input.name}"]`, part).map((way) => way.value);
    open(input, ways, null, { ...EMPTY, state: input.value });
  }
  for (const place of all('.entry-of-step', part)) {
    place.append(find('template', part).content.cloneNode(true));
    const select = find('select', place);
    open(
      select,
      [...select.options].map(({ value }) => value),
      place,
    );
  }

  const record = {
    part,
    entries,
    kept: keep(own, '') && keep(own),
    /** The entries of steps, without the steps of ways that were not chosen. */
    chosen: () => [...entries.values()].filter(({ place }) => place && !place.closest('.choice[hidden]')),
    /** The key of an entry of the same page with another content; undefined if the browser keeps none. */
    other: () => keysLike(anyContent).find((key) => !key.startsWith(own)),
    write(key, changes) {
      const { entered, initial } = entries.get(key);
      Object.assign(entered, changes);
      record.kept = keep(own + key, differ(entered, initial) ? asJson(entered) : undefined);
      show();
    },
    read() {
      for (const [key, { entered, initial }] of entries) Object.assign(entered, initial, keptValue(own + key));
      show();
    },
    clear() {
      for (const key of keysLike(own)) keep(key);
      record.read();
    },
  };
  const show = () => part.dispatchEvent(new Event('recorded'));
  onWindow('adapted', show);
  return record;
}

/** The key of the entry that an input belongs to. */
export function keyOf({ name, type, parentElement }) {
  const place = parentElement.closest('.entry-of-step');
  if (place) return `entries ${place.closest('.step').id} ${place.closest('[data-machine]').dataset.machine}`;
  return `${type === 'radio' ? 'choices' : 'signOff'} ${name}`;
}
