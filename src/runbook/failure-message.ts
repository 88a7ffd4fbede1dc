/** A failure's message as a reader needs it: without terminal colours, stack frames and paths of installed packages. */
export function failureMessage(message: string | undefined): string {
  return (message ?? '')
    .replace(ANSI, '')
    .split(/\r?\n/)
    .filter((line) => !isFrame(line))
    .join('\n')
    .trim();
}

/** The first line of a message, for lists. */
export function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}

const ESCAPE = String.fromCharCode(27);
const ANSI = new RegExp(`${ESCAPE}\\[[0-9;?]*[ -/]*[@-~]`, 'g');

function isFrame(line: string): boolean {
  return /^\s+at\s/.test(line) || /[\\/]node_modules[\\/]/.test(line) || /^node:internal/.test(line.trim());
}
