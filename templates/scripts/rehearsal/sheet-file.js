// What a sheet is outside the page: entries that the browser keeps, and a file.

const EMPTY = { done: false, initials: '', value: '', time: '' };

function isEmpty({ done, initials, value, time }) {
  return !(done || initials || value || time);
}

/** The local time with its distance from UTC, to the minute, by ISO 8601. */
function now() {
  const date = new Date();
  const ahead = -date.getTimezoneOffset();
  const two = (number) => `${Math.trunc(number)}`.padStart(2, '0');
  const zone = `${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
  return new Date(date.getTime() + ahead * 60_000).toISOString().slice(0, 16) + zone;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The first thing in the text that keeps it from being a sheet like this one; empty when it is one. */
function wrongIn(text, head, entries) {
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
  return here ? ownValues.wrongIn(values) : '';
}

/** Has the browser download the sheet as a file; gives the file's name. */
function download(sheet) {
  const link = document.createElement('a');
  link.download = `${sheet.procedure}-${sheet.fingerprint}-${sheet.exportedAt.replace(/\D/g, '').slice(0, 12)}.json`;
  link.href = `data:application/json,${encodeURIComponent(JSON.stringify(sheet, null, 2))}`;
  link.click();
  return link.download;
}

/** Keeps a text under the key, or nothing when none is given; false where the browser keeps nothing. */
function keep(key, text) {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function keptAs(key) {
  try {
    return parsed(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function keysLike(beginning) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}

let numbered = 0;

/** The id of an element that others are named by; one of its own where it has none. */
function idOf(element) {
  numbered += 1;
  element.id ||= `sheet-${numbered}`;
  return element.id;
}
