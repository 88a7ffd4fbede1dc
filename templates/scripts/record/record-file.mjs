import { element, find, root, textOf } from '../dom.mjs';
import { asJson, namesOf, pairsOf } from '../objects.mjs';
import { sharedValues } from '../site-values/shared-values.mjs';
import { parsed } from '../storage.mjs';
import { differ, EMPTY, FIELDS } from './change-record.mjs';
import { now } from './texts.mjs';

/** What the parts of a file are. */
const PARTS = { values: Array, signOff: Object, choices: Object, entries: Array };

/** What a file of this record begins with. */
function headOf({ part: { id, dataset } }) {
  return { format: 'change-record', change: id, fingerprint: dataset.fingerprint };
}

/** Downloads the record as a file. Returns the name of the file. */
export function saved(record) {
  const { part, entries } = record;
  const content = {
    ...headOf(record),
    language: root.lang,
    environment: part.dataset.environment,
    exportedAt: now(),
    values: sharedValues.listed(),
    signOff: {},
    choices: {},
    entries: [],
  };
  for (const [key, { entered, place }] of entries) {
    const [kind, name] = key.split(' ');
    if (place) content.entries.push({ ...described(place), ...entered });
    else content[kind][name] = entered.state || entered.note;
  }
  const link = element('a');
  link.download = `${part.id}-${content.fingerprint}-${content.exportedAt.replace(/\D/g, '').slice(0, 12)}.json`;
  link.href = `data:application/json,${encodeURIComponent(asJson(content, null, 2))}`;
  link.click();
  return link.download;
}

/** The step of an entry and its machine: their names in the rehearsal, and as they read on the page. */
export function described(place) {
  const step = place.closest('.step');
  const machine = place.closest('[data-machine]');
  return {
    step: step.id,
    number: find('.step-number', step).lastChild.data,
    text: textOf(find('.step-text', step)),
    machine: machine.dataset.machine,
    shown: textOf(find('.machines, h3', machine)),
  };
}

/** Copies the entries of a file to entries that are empty here. Returns the name of the message about it, and its values. */
export function taken(text, file, record) {
  const read = parsed(text);
  const head = headOf(record);
  const wrong = (found) => ['wrong', { file, found: found.slice(0, 200), own: head.fingerprint }];
  const says = (path, value) => wrong(`${path}: ${asJson(value)}`);
  const foreign = namesOf(head).find((name) => read?.[name] !== head[name]);
  if (foreign) return says(foreign, read ? read[foreign] : text.slice(0, 40));
  const odd = namesOf(PARTS).find((name) => !(read[name] instanceof PARTS[name]));
  if (odd) return says(odd, read[odd]);
  const given = entriesIn(read);
  for (const [path, key, entry, found] of given) {
    const { states } = record.entries.get(key) ?? {};
    if (FIELDS.some((name) => typeof entry[name] !== 'string') || !states?.includes(entry.state))
      return says(path, found);
  }
  const refused = sharedValues.wrongIn(read.values);
  if (refused) return wrong(refused);
  const counts = { file, taken: 0, left: 0 };
  for (const [, key, entry] of given) {
    const { entered, initial } = record.entries.get(key);
    if (!(differ(entry, initial) && differ(entry, entered))) continue;
    const filled = differ(entered, initial);
    counts[filled ? 'left' : 'taken']++;
    if (!filled) record.write(key, entry);
  }
  return [counts.left > 0 ? 'left' : 'imported', counts, sharedValues.take(read.values)];
}

/** Each entry of a file: its place in the file, its key, the entry, and what the file says. */
function entriesIn({ signOff, choices, entries }) {
  const called = (kind, part, name) =>
    pairsOf(part).map(([key, value]) => {
      return [`${kind}.${key}`, `${kind} ${key}`, { ...EMPTY, [name]: value }, value];
    });
  return [
    ...called('signOff', signOff, 'note'),
    ...called('choices', choices, 'state'),
    ...entries.map((entry, index) => {
      const { step, machine, state, note, time } = entry ?? {};
      return [`entries[${index}]`, `entries ${step} ${machine}`, { state, note, time }, entry];
    }),
  ];
}
