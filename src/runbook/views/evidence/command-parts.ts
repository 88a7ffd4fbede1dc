/** A part of a command: text to copy, or a value that only the rehearsal has. */
export interface CommandPart {
  readonly text: string;
  /** the name of the value that the reader has to give; empty for text */
  readonly placeholder: '' | 'thumbprint' | 'password' | 'requestId';
}

/** Values that differ in every deployment: a thumbprint, a masked password, and the number of a request. */
const REHEARSED =
  /\b(?<thumbprint>[0-9A-F]{40})\b|(?<password>\*{8})|(?<=-(?:retrieve|resubmit|deny)\b(?: -config "[^"]*")? )(?<requestId>\d+)\b/gi;

/** The parts of a command in order. Together they are the command as it was executed. */
export function commandParts(command: string): readonly CommandPart[] {
  const parts: CommandPart[] = [];
  let end = 0;
  for (const { 0: text, index, groups = {} } of command.matchAll(REHEARSED)) {
    if (index > end) parts.push({ text: command.slice(end, index), placeholder: '' });
    const { thumbprint, password } = groups;
    parts.push({ text, placeholder: thumbprint ? 'thumbprint' : password ? 'password' : 'requestId' });
    end = index + text.length;
  }
  return end < command.length ? [...parts, { text: command.slice(end), placeholder: '' }] : parts;
}
