const MINUTE = 60_000;

/** The local time with its offset from UTC, to the minute, in ISO 8601. */
export function now() {
  const date = new Date();
  const [, hours, minutes] = /GMT([+-]\d\d)(\d\d)/.exec(date);
  const local = new Date(date - date.getTimezoneOffset() * MINUTE);
  return `${local.toISOString().slice(0, 16)}${hours}:${minutes}`;
}

/** Writes a text into an element, if it is another one: a screen reader reads every change of a status. */
export function tell(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
