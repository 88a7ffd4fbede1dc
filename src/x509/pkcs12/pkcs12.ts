import type { Refusal } from '../../refusal';
import { firstOfKind } from '../content-kind';
import { byteMemo } from '../der/byte-memo';
import { EncodingError, encodingError } from '../der/encoding-error';
import { OID } from '../der/object-identifiers';
import { contextTag, type Element, Fields, onlyElement, readElement, sequenceOf, TAG } from '../der/read-der';
import { readNumber, readOctets, readOid } from '../der/read-values';
import { unexpectedContent } from '../unexpected-content';
import { THE_FILE, x509Refusal } from '../x509-refusals';
import { decrypt } from './password-encryption';
import type { Pkcs12Content } from './pkcs12-content';
import { formByMac, macDigest } from './pkcs12-mac';
import { passwordForms } from './pkcs12-password';
import { contentOf, encryptionIn } from './safe-contents';
import { MOST_FOR_CONTENT, MOST_FOR_PASSWORD, workBudget } from './work-budget';

/**
 * Reads PKCS #12 files of Windows, OpenSSL, GnuTLS, NSS and Java (RFC 7292). An undefined `password` means no
 * password; this differs from an empty one. Refusals: `not-a-pkcs12`, `wrong-password` (ERROR_INVALID_PASSWORD),
 * `unreadable`, `unsupported`.
 */
export function readPkcs12(bytes: Uint8Array, password: string | undefined): Pkcs12Content {
  const note = password === undefined ? 'without a password' : `with ${password}`;
  return contents(bytes, () => opened(bytes, password), note);
}

const contents = byteMemo<Pkcs12Content>(100);

function opened(bytes: Uint8Array, password: string | undefined): Pkcs12Content {
  return reading(bytes, ({ safe, macData }) => {
    if (!macData) throw x509Refusal('unsupported.no-mac', THE_FILE);
    const forms = passwordForms(password);
    const form = formByMac(macData, safe, forms, workBudget(MOST_FOR_PASSWORD));
    if (!form) throw wrongPassword(password);
    const others = forms.filter((other) => other !== form);
    const budget = workBudget(MOST_FOR_CONTENT);
    return contentOf(sequenceOf(readElement(safe)), (algorithm, encrypted) => {
      const content = decrypt({ algorithm, encrypted }, [form, ...others], budget);
      if (!content) throw wrongPassword(password);
      return content;
    });
  });
}

/**
 * The protection of a file, as far as it is visible without the password. `AES256-SHA256` means everything that Windows
 * without AES support cannot read and reports as a wrong password: PBES2, or a MAC with a digest other than SHA-1.
 */
export function pkcs12Profile(bytes: Uint8Array): 'TripleDES-SHA1' | 'AES256-SHA256' | 'other' {
  return reading(bytes, ({ safe, macData }) => {
    const schemes = sequenceOf(readElement(safe)).flatMap(encryptionIn);
    const digest = macData && macDigest(macData);
    if (schemes.includes(OID.pbes2) || (digest !== undefined && NEWER_DIGESTS.includes(digest))) {
      return 'AES256-SHA256';
    }
    const isTripleDes = schemes.length > 0 && schemes.every((scheme) => OF_OLDER_WINDOWS.includes(scheme));
    return isTripleDes && digest === 'sha1' ? 'TripleDES-SHA1' : 'other';
  });
}

/** The keys are encrypted with Triple DES, the certificates with Triple DES or RC2. */
const OF_OLDER_WINDOWS: readonly string[] = [OID.pbeWithSha1And3KeyTripleDes, OID.pbeWithSha1And40BitRc2];
const NEWER_DIGESTS: readonly string[] = ['sha224', 'sha256', 'sha384', 'sha512', OID.pbmac1];

interface Parts {
  readonly safe: Uint8Array;
  readonly macData: Element | undefined;
}

function reading<T>(bytes: Uint8Array, read: (parts: Parts) => T): T {
  const der = firstOfKind(bytes, 'pkcs12');
  if (!der) throw unexpectedContent('pkcs12', bytes);
  try {
    return read(partsOf(der));
  } catch (error) {
    if (error instanceof EncodingError) throw x509Refusal('unreadable', THE_FILE, { reason: error.reason });
    throw error;
  }
}

function partsOf(der: Uint8Array): Parts {
  const fields = new Fields(readElement(der));
  const version = readNumber(fields.take(TAG.integer));
  if (version !== 3) throw encodingError('encoding.version', { found: version });
  const info = new Fields(fields.take(TAG.sequence));
  const type = readOid(info.take(TAG.oid));
  if (type !== OID.data) throw x509Refusal('unsupported.signed', THE_FILE);
  return { safe: readOctets(onlyElement(info.take(contextTag(0)))), macData: fields.optional(TAG.sequence) };
}

function wrongPassword(password: string | undefined): Refusal {
  return x509Refusal(password === undefined ? 'wrong-password.none-given' : 'wrong-password', THE_FILE);
}
