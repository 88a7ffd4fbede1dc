import { fromJson, namesOf } from './objects.mjs';

/** Keeps a text under the key, or removes it when no text is given. Returns false where the browser keeps nothing. */
export function keep(key, text) {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** The stored text; null if there is none, undefined if the browser stores nothing. */
export function keptText(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** The stored JSON value; null if there is none. */
export function keptValue(key) {
  return parsed(keptText(key) ?? null);
}

export function keysLike(beginning) {
  try {
    return namesOf(localStorage).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}

/** The value of a JSON text; null for any other text. */
export function parsed(text) {
  try {
    return fromJson(text);
  } catch {
    return null;
  }
}
