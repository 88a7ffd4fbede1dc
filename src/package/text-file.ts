import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { onPath } from '../file-error';
import { InputError } from '../input-error';

/**
 * The text of a file that a user may have written: UTF-8 with or without a byte order mark, or UTF-16 with one. Throws
 * an InputError that names the first byte that is neither.
 */
export function readText(file: string): string {
  return decodeText(
    onPath(file, () => readFileSync(file)),
    file,
  );
}

/** The text of bytes that were read from `file`, like `readText`. The byte order mark is left out. */
export function decodeText(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-32') throw new InputError(`${file} is UTF-32; save it as UTF-8`);
  if (encoding !== 'utf-8') return decodeUtf16(bytes, encoding, file);
  if (!isUtf8(bytes)) throw new InputError(`${file}: ${badByte(bytes, 0, 1)}`);
  return new TextDecoder('utf-8').decode(bytes);
}

/** The encoding that the byte order mark of the first four bytes names; UTF-8 without one. */
export function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' {
  const [first, second, third, fourth] = start;
  const isLittle = first === 0xff && second === 0xfe;
  if (isLittle && third === 0 && fourth === 0) return 'utf-32';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32';
  if (isLittle) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * Where bytes stop being UTF-8, for an error message. `bytes` begin at `offset` of the file, on the line number `line`.
 */
export function badByte(bytes: Uint8Array, offset: number, line: number): string {
  const index = firstBadByte(bytes);
  const lines = bytes.subarray(0, index).filter((byte) => byte === 0x0a).length;
  const value = (bytes[index] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return `the byte at offset ${offset + index} (line ${line + lines}) is 0x${value}, which is not UTF-8; save the file as UTF-8`;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', file: string): string {
  const units = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
  const text = (encoding === 'utf-16le' ? units : units.swap16()).toString('utf16le');
  const lone = text.search(/\p{Surrogate}/u);
  if (lone < 0 && bytes.length % 2 === 0) return text;
  const offset = lone < 0 ? bytes.length - 1 : 2 * (lone + 1);
  throw new InputError(`${file}: the byte at offset ${offset} is not UTF-16; save the file as UTF-8`);
}

/** The index of the first byte that begins no well-formed sequence (RFC 3629). */
function firstBadByte(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes[index] ?? 0);
    if (length === 0 || !isUtf8(bytes.subarray(index, index + length))) return index;
    index += length;
  }
  return index;
}

function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}
