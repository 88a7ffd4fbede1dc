/** One `TYPE=value` of a distinguished name, unquoted and unescaped. */
export interface NamePart {
  readonly type: string;
  readonly value: string;
}

/**
 * Splits the text of a name into its parts, in the written order. Values may be quoted (RFC 1779; `""` or `\"` is a
 * quotation mark) or escaped with a backslash (RFC 4514 §2.4). Undefined if the text is invalid. Attributes that are
 * joined with "+" are not supported.
 */
export function nameParts(text: string): readonly NamePart[] | undefined {
  const parts: NamePart[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const start = /^([A-Za-z][A-Za-z0-9.-]*|[0-9.]+)\s*=\s*/.exec(rest);
    if (!start) return undefined;
    const value = readValue(rest.slice(start[0].length));
    if (!value) return undefined;
    parts.push({ type: start[1] ?? '', value: value.text });
    rest = value.rest.trimStart();
    if (rest === '') break;
    if (!/^[,;]/.test(rest)) return undefined;
    rest = rest.slice(1).trimStart();
    if (rest === '') return undefined;
  }
  return parts;
}

interface Value {
  readonly text: string;
  readonly rest: string;
}

function readValue(text: string): Value | undefined {
  return text.startsWith('"') ? readQuoted(text) : readPlain(text);
}

function readQuoted(text: string): Value | undefined {
  const match = /^"((?:[^"\\]|""|\\[\s\S])*)"/.exec(text);
  if (!match) return undefined;
  const value = (match[1] ?? '').replace(/""|\\(["\\])/g, (pair, escaped) => escaped ?? pair[0]);
  return { text: value, rest: text.slice(match[0].length) };
}

function readPlain(text: string): Value | undefined {
  const match = /^(?:[^,;+"\\]|\\[\s\S])*/.exec(text);
  const written = match?.[0] ?? '';
  const rest = text.slice(written.length);
  if (/^["+\\]/.test(rest)) return undefined;
  return { text: unescaped(trimmed(written)), rest };
}

/** Removes surrounding white space, except an escaped space at the end. */
function trimmed(written: string): string {
  const end = written.trimEnd();
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(end) ? written.slice(0, end.length + 1) : end;
}

/** `\,` is a comma, `\E9\A6` are two bytes of UTF-8; before any other character, the backslash is literal. */
function unescaped(value: string): string {
  return value.replace(/((?:\\[0-9A-Fa-f]{2})+)|\\([ ,+"\\<>;=#])/g, (_, hex: string | undefined, character: string) =>
    hex === undefined ? character : Buffer.from(hex.replaceAll('\\', ''), 'hex').toString('utf8'),
  );
}
