import { sharedValues } from '../site-values/shared-values.mjs';
import { parsed } from '../storage.mjs';

/** An entry in which nothing has been written. */
export const EMPTY = { done: false, initials: '', value: '', time: '' };

export function isEmpty({ done, initials, value, time }) {
  return !(done || initials || value || time);
}

/** The local time with its offset from UTC, to the minute, in ISO 8601. */
export function now() {
  const date = new Date();
  const ahead = -date.getTimezoneOffset();
  const distance = Math.abs(ahead);
  const two = (number) => `${Math.trunc(number)}`.padStart(2, '0');
  const zone = `${ahead < 0 ? '-' : '+'}${two(distance / 60)}:${two(distance % 60)}`;
  return new Date(date.getTime() + ahead * 60_000).toISOString().slice(0, 16) + zone;
}

/** A text with a value for each `{name}`. */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The first place in the text of a file that does not belong to a sheet like this one; empty when all do. */
export function wrongIn(text, head, entries) {
  const sheet = parsed(text);
  if (!sheet) return JSON.stringify(text.slice(0, 40));
  const found = (path, value) => `${path}: ${JSON.stringify(value)}`;
  if (sheet.format !== head.format) return found('format', sheet.format);
  const odd = Object.keys(head).find((name) => typeof sheet[name] !== 'string');
  if (odd) return found(odd, sheet[odd]);
  const values = sheet.values ?? [];
  if (!Array.isArray(values)) return found('values', values);
  if (!Array.isArray(sheet.entries)) return found('entries', sheet.entries);
  const here = sheet.procedure === head.procedure && sheet.fingerprint === head.fingerprint;
  for (const [index, entry] of sheet.entries.entries()) {
    const path = `entries[${index}]`;
    const field = Object.keys(EMPTY).find((name) => typeof entry?.[name] !== typeof EMPTY[name]);
    if (field) return found(`${path}.${field}`, entry?.[field]);
    if (here && !entries.has(`${entry.step} ${entry.server}`)) return found(path, [entry.step, entry.server]);
  }
  return here ? sharedValues.wrongIn(values) : '';
}

/** Downloads the sheet as a file. Returns the file's name. */
export function download(sheet) {
  return saveFile(sheet, sheet.procedure);
}

/** Downloads an exported sheet or record as a file whose name begins with `name`. Returns the file's name. */
export function saveFile(content, name) {
  const link = document.createElement('a');
  link.download = `${name}-${content.fingerprint}-${content.exportedAt.replace(/\D/g, '').slice(0, 12)}.json`;
  link.href = `data:application/json,${encodeURIComponent(JSON.stringify(content, null, 2))}`;
  link.click();
  return link.download;
}
