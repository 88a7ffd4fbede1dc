/** An output that may be a terminal, as `process.stdout` is. */
export type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

/** Writes the text. On a terminal, lines are wrapped to its width. */
export function print(output: Output, text: string): void {
  output.write(output.isTTY && output.columns > 0 ? wrapped(text, output.columns) : text);
}

/**
 * The text with its lines wrapped between words. A line with columns continues below its last column. A column is
 * preceded by at least two spaces. A word that is longer than a line is broken.
 *
 * @param width in columns; Chinese characters take two
 */
export function wrapped(text: string, width: number): string {
  // these modules take long to load, and most outputs need no wrapping
  const { default: widthOf }: typeof import('string-width') = require('string-width');
  return text
    .split('\n')
    .map((line) => (widthOf(line) <= width ? line : wrappedLine(line, width, widthOf)))
    .join('\n');
}

function wrappedLine(line: string, width: number, widthOf: (text: string) => number): string {
  const { default: wrap }: typeof import('wrap-ansi') = require('wrap-ansi');
  const columns = [...line.matchAll(/ {2,}(?=\S)/g)].map(({ index, 0: gap }) => line.slice(0, index + gap.length));
  const head = columns.filter((text) => widthOf(text) <= width / 2).at(-1) ?? '';
  const indent = ' '.repeat(widthOf(head));
  const [first = '', ...others] = wrap(line.slice(head.length), width - indent.length, { hard: true }).split('\n');
  return [`${head}${first}`, ...others.map((one) => `${indent}${one}`)].join('\n');
}
