import type { Fact } from '../fact';
import type { Refusal } from '../refusal';
import { contentKind } from './content-kind';
import { EncodingError } from './der/encoding-error';
import { THE_FILE, x509Fact, x509Refusal } from './x509-refusals';

type Wanted = 'certificate' | 'request' | 'pkcs7' | 'pkcs12' | 'crl';

/** A Refusal such as `not-a-certificate`, with the expected kind and the actual content of the file. */
export function unexpectedContent(kind: Wanted, bytes: Uint8Array, reason?: Fact): Refusal {
  const wanted = x509Fact(`content.${kind}`);
  const foundKind = contentKind(bytes);
  if (foundKind !== kind) {
    const found = x509Fact(bytes.length === 0 ? 'content.nothing' : `content.${foundKind}`);
    return x509Refusal(`not-a-${kind}`, THE_FILE, { wanted, found });
  }
  if (reason) return x509Refusal(`not-a-${kind}.malformed`, THE_FILE, { wanted, reason });
  return x509Refusal(`not-a-${kind}.unreadable`, THE_FILE, { wanted });
}

/** The result of the reader; an invalid encoding becomes this Refusal. */
export function readAs<T>(wanted: Wanted, bytes: Uint8Array, reader: () => T | undefined): T {
  try {
    const value = reader();
    if (value !== undefined) return value;
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw unexpectedContent(wanted, bytes, error.reason);
  }
  throw unexpectedContent(wanted, bytes);
}
