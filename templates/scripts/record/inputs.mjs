import { all, byId, filled, on } from '../dom.mjs';
import { EMPTY, keyOf } from './change-record.mjs';
import { now, tell } from './texts.mjs';

/** Takes over what is entered on the page, and shows the record in the inputs and in the lines of progress. */
export function startInputs(record) {
  const { part, entries, write } = record;
  for (const group of all('[role=radiogroup]', part)) group.hidden = false;
  on(part, 'input', ({ target: input }) => {
    const { name, type, value, checked } = input;
    if (!name) return;
    const key = keyOf(input);
    const field = fieldOf(input);
    const entered = type === 'checkbox' ? (checked ? 'done' : '') : value;
    const { time } = entries.get(key).entered;
    // the time is filled in with the first state of a step, and removed with it
    const timed = field === 'state' && type !== 'radio' ? { time: entered && (time || now()) } : {};
    write(key, { ...timed, [field]: entered });
  });
  on(part, 'recorded', () => {
    for (const input of all('[name]', part)) {
      const { entered } = entries.get(keyOf(input));
      const value = entered[fieldOf(input)];
      if (input.type === 'radio') {
        input.checked = value === input.value;
        byId(input.value).hidden = !input.checked;
      } else if (input.type === 'checkbox') input.checked = value === 'done';
      // setting the same value would move the cursor
      else if (input.value !== value) input.value = value;
      if (input.name === 'note') input.required = entered.state === 'skipped';
    }
    for (const line of all('.progress', part)) tell(line, counted(line, record));
  });
}

/** What of an entry is in the input: texts of the sign-off are notes, squares and ways are states. */
function fieldOf({ name, type }) {
  if (name in EMPTY) return name;
  return type === 'text' ? 'note' : 'state';
}

/** How many steps of the part with a line of progress are in which state. */
function counted(line, { part, chosen }) {
  const around = line.closest('.sign-off') ? part : line.parentElement;
  const counts = { all: 0, open: 0, done: 0, failed: 0, skipped: 0, unexplained: 0 };
  for (const { place, entered } of chosen()) {
    if (!around.contains(place)) continue;
    const { state, note } = entered;
    counts.all++;
    counts[state || 'open']++;
    if (state === 'skipped' && !note.trim()) counts.unexplained++;
  }
  return filled(line.dataset.said, counts);
}
