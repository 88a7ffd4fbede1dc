/** A failure's message as a reader needs it: without terminal colours, stack frames and paths of installed packages. */
export function failureMessage(message: string | undefined): string {
  return printable(message ?? '')
    .split(/\r?\n/)
    .filter((line) => !isFrame(line))
    .join('\n')
    .trim();
}

/** The first line of a message, for lists. */
export function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}

/** A text without a terminal's colours; a control character that a page cannot hold stands as its picture. */
export function printable(text: string): string {
  return text.replace(ANSI, '').replace(/\p{Cc}/gu, (control) => {
    const code = control.charCodeAt(0);
    return code >= 0x20 || '\t\n\r'.includes(control) ? control : String.fromCharCode(CONTROL_PICTURES + code);
  });
}

const CONTROL_PICTURES = 0x2400;

const ESCAPE = String.fromCharCode(27);
const ANSI = new RegExp(`${ESCAPE}\\[[0-9;?]*[ -/]*[@-~]`, 'g');

function isFrame(line: string): boolean {
  return /^\s+at\s/.test(line) || /[\\/]node_modules[\\/]/.test(line) || /^node:internal/.test(line.trim());
}
