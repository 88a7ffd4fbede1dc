const MINUTE = 60_000;

/** The local time with its offset from UTC, to the minute, in ISO 8601. */
export function now() {
  const date = new Date();
  const ahead = -date.getTimezoneOffset() * MINUTE;
  const text = (milliseconds) => new Date(milliseconds).toISOString();
  return text(+date + ahead).slice(0, 16) + (ahead < 0 ? '-' : '+') + text(Math.abs(ahead)).slice(11, 16);
}

/** Writes a text into an element, if it is another one: a screen reader reads every change of a status. */
export function tell(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
