/** The message of a failure for readers: without terminal colours, stack frames and paths of installed packages. */
export function failureMessage(message = ''): string {
  if (message === '') return '';
  return printable(message)
    .split(/\r?\n/)
    .filter((line) => !isFrame(line))
    .join('\n')
    .trim();
}

/** The first line of a message, for lists. */
export function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}

/** Removes terminal colours. Replaces control characters that a page cannot contain by their pictures. */
export function printable(text: string): string {
  const plain = text.includes(ESCAPE) ? text.replace(ANSI, '') : text;
  return plain.replace(UNPRINTABLE, (control) => String.fromCharCode(CONTROL_PICTURES + control.charCodeAt(0)));
}

/** The same with the colours and the bold letters of a terminal kept. */
export function printableInColour(text: string): string {
  return text
    .split(COLOUR)
    .map((part, index) => (index % 2 === 0 ? printable(part) : part))
    .join('');
}

/** Control characters below the space, except line breaks and tabs. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r\u007f-\u009f]/gu;

const CONTROL_PICTURES = 0x2400;

const ESCAPE = String.fromCharCode(27);
const COLOUR = new RegExp(`(${ESCAPE}\\[[0-9;]*m)`);
const ANSI = new RegExp(`${ESCAPE}\\[[0-9;?]*[ -/]*[@-~]`, 'g');

function isFrame(line: string): boolean {
  return /^\s+at\s/.test(line) || /[\\/]node_modules[\\/]/.test(line) || /^node:internal/.test(line.trim());
}
