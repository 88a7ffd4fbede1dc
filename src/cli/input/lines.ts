import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 1024 * 1024;
const LINE_END = 0x0a;

/**
 * The lines of a UTF-8 file without line endings. The file is read in pieces, because it may be larger than a string.
 */
export function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    let begun = Buffer.alloc(0);
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece)) {
      const bytes = piece.subarray(0, read);
      let start = 0;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
        yield begun.length > 0
          ? Buffer.concat([begun, bytes.subarray(0, end)]).toString('utf8')
          : bytes.toString('utf8', start, end);
        begun = Buffer.alloc(0);
        start = end + 1;
      }
      begun = Buffer.concat([begun, bytes.subarray(start)]);
    }
    yield begun.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
