import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { certificatesIn } from '../../inspection/reading/file-content';
import { MOST_BYTES, type NamedBytes, readFileContent } from '../../inspection/reading/read-file';
import type { Certificate } from '../../x509/certificate';
import type { Crl } from '../../x509/crl';

/**
 * The bytes of a file that may hold certificates. Of a file that is too large, one byte more than the limit is read.
 * Throws an InputError for a file that cannot be opened, and for a folder.
 */
export function certificateFile(name: string, most = MOST_BYTES): NamedBytes {
  return onPath(name, () => {
    if (statSync(name).isDirectory()) throw new InputError(`${name} is a folder; give the files in it`);
    const descriptor = openSync(name, 'r');
    try {
      return { name, bytes: beginningOf(descriptor, most + 1) };
    } finally {
      closeSync(descriptor);
    }
  });
}

const CHUNK = 64 * 1024;

function beginningOf(descriptor: number, most: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let length = 0; length < most; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK, most - length));
    const read = readSync(descriptor, chunk, 0, chunk.length, null);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The certificates of a file that an option names. Throws an InputError if there are none. */
export function certificatesFrom(name: string, option: string): readonly Certificate[] {
  const { content } = readFileContent(certificateFile(name), undefined);
  const certificates = content?.kind === 'pkcs12' ? [] : certificatesIn(content);
  if (certificates.length > 0) return certificates;
  throw new InputError(`${option} ${name}: the file holds no certificate; give one in DER or PEM, or a .p7b file`);
}

/** The revocation list in a file that an option names. Throws an InputError if it is none. */
export function crlFrom(name: string, option: string): Crl {
  const { content } = readFileContent(certificateFile(name), undefined);
  if (content?.kind === 'crl') return content.crl;
  throw new InputError(`${option} ${name}: the file is not a revocation list; give one in DER or PEM`);
}
