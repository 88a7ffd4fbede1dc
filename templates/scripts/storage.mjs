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

/** The kept text; null where there is none, undefined where the browser keeps nothing. */
export function keptText(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** The kept JSON value; null where there is none. */
export function keptValue(key) {
  return parsed(keptText(key) ?? null);
}

export function keysLike(beginning) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}

/** The value of a JSON text; null for any other text. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
