import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { decodeText } from '../../package/text-file';
import { existing } from './existing-path';

/** A topology file has a few megabytes at most. Larger ones are refused before they are read or unpacked. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 1000;

/** The document in the .zip file of `Export-CsConfiguration`. */
const IN_ZIP = 'DocItemSet.xml';

export interface TopologyText {
  readonly text: string;
  /** the name of the file in comments and errors; with the name in the .zip file */
  readonly name: string;
}

/**
 * The XML of a topology file: plain in UTF-8 or UTF-16, or within a .zip file. Throws an InputError for a file that is
 * not there, too large, damaged, or without the document.
 */
export async function readTopologyText(path: string): Promise<TopologyText> {
  const { size } = existing(
    path,
    `there is no topology ${path}; export one with: (Get-CsTopology -AsXml) > topology.xml`,
  );
  if (size > MOST_BYTES) throw tooLarge(path, size);
  const bytes = onPath(path, () => readFileSync(path));
  const name = basename(path);
  if (!isZip(bytes)) return { text: decodeText(bytes, path), name };
  const inside = `${name}/${IN_ZIP}`;
  return { text: decodeText(await unpacked(bytes, path), inside), name: inside };
}

/** A .zip file begins with the header of its first entry, or with its end if it is empty. */
function isZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes;
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

async function unpacked(bytes: Buffer, path: string): Promise<Buffer> {
  try {
    const zip = await opened(bytes);
    const entry = await entryIn(zip, path);
    if (entry.uncompressedSize > MOST_BYTES) throw tooLarge(`${path}: ${IN_ZIP}`, entry.uncompressedSize);
    const content = await contentOf(zip, entry);
    if (crc32(content) === entry.crc32) return content;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${path}: this .zip file is damaged (${reason}); export the configuration again`);
  }
  throw new InputError(`${path}: ${IN_ZIP} is damaged (its checksum is wrong); export the configuration again`);
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

/** The document in any folder of the .zip file. */
function entryIn(zip: ZipFile, path: string): Promise<Entry> {
  if (zip.entryCount > MOST_ENTRIES) throw new InputError(`${path}: there are more than ${MOST_ENTRIES} files in it`);
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () =>
      reject(new InputError(`${path}: there is no ${IN_ZIP} in it; give the file that Export-CsConfiguration wrote`)),
    );
    zip.on('entry', (entry: Entry) => {
      if (basename(entry.fileName).toLowerCase() === IN_ZIP.toLowerCase()) resolve(entry);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

/** The library compares the real size with the stated one, and stops at the stated one. */
function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(pieces)));
      return undefined;
    });
  });
}

function tooLarge(what: string, size: number): InputError {
  return new InputError(`${what}: it has ${size} bytes, accepted: at most ${MOST_BYTES}`);
}
