import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { badByte, encodingOf, readText } from '../../package/text-file';

const PIECE = 1024 * 1024;
const LINE_END = 0x0a;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The lines of a text file without line endings. UTF-8 is read in pieces, because the file may be larger than a string.
 * Throws an InputError like `readText`.
 */
export function* linesOf(file: string): Generator<string> {
  const descriptor = onPath(file, () => openSync(file, 'r'));
  try {
    const start = Buffer.alloc(4);
    const encoding = encodingOf(
      start.subarray(
        0,
        onPath(file, () => readSync(descriptor, start, 0, 4, 0)),
      ),
    );
    if (encoding === 'utf-8') yield* linesOfUtf8(descriptor, file);
    else yield* readText(file).split('\n');
  } finally {
    closeSync(descriptor);
  }
}

function* linesOfUtf8(descriptor: number, file: string): Generator<string> {
  const piece = Buffer.alloc(PIECE);
  const decode = decoder(file);
  let begun = Buffer.alloc(0);
  const next = (): number => onPath(file, () => readSync(descriptor, piece));
  for (let read = next(); read > 0; read = next()) {
    const bytes = piece.subarray(0, read);
    let start = 0;
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      const line = bytes.subarray(start, end);
      yield decode(begun.length > 0 ? Buffer.concat([begun, line]) : line);
      begun = Buffer.alloc(0);
      start = end + 1;
    }
    begun = Buffer.concat([begun, bytes.subarray(start)]);
  }
  yield decode(begun);
}

/** Decodes one line after the other, and counts the bytes before it. */
function decoder(file: string): (line: Buffer) => string {
  let offset = 0;
  let number = 0;
  return (line) => {
    number += 1;
    if (!isUtf8(line)) throw new InputError(`${file}: ${badByte(line, offset, number)}`);
    const text = line.toString('utf8');
    offset += line.length + 1;
    return number === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  };
}
