import { Refusal } from '../../refusal';
import { certificateFrom } from '../../x509/certificate';
import { readRequest } from '../../x509/certificate-request';
import { type ContentItem, contentItems } from '../../x509/content-kind';
import { readCrl } from '../../x509/crl';
import { EncodingError } from '../../x509/der/encoding-error';
import { readPkcs7 } from '../../x509/pkcs7';
import { readPkcs12 } from '../../x509/pkcs12/pkcs12';
import type { FileFinding } from '../findings/file-finding';
import { fileFinding } from '../findings/file-findings';
import type { FileKind, InspectedContent, ReadFile } from './file-content';
import { foreignContent, isPolicy, textOf } from './foreign-content';

/** A file as the user named it, and its content. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The largest file that is read, in bytes. A certificate has some thousand, a long revocation list a million. */
export const MOST_BYTES = 4 * 1024 * 1024;
/** The largest policy, in bytes. A policy is typed by a person. */
const MOST_POLICY_BYTES = 64 * 1024;
/** The most certificates of one file. Windows ships about 500 roots. */
export const MOST_ITEMS = 1000;

/**
 * Reads a file by its content. It throws no error: what cannot be read is a failure with a code and a remedy. The work is
 * bounded by the size of the file, the number of its certificates, and the budget of its key derivations.
 *
 * @param password undefined: none was given, which differs from an empty one
 */
export function readFileContent(file: NamedBytes, password: string | undefined): ReadFile {
  const { name, bytes } = file;
  if (bytes.length > MOST_BYTES) {
    return failed('unknown', fileFinding('too-large', name, { most: MOST_BYTES }));
  }
  const text = textOf(bytes);
  if (text !== undefined && isPolicy(text)) {
    return bytes.length > MOST_POLICY_BYTES
      ? failed('policy', fileFinding('too-large', name, { most: MOST_POLICY_BYTES }))
      : found({ kind: 'policy', text }, false);
  }
  const items = contentItems(bytes, MOST_ITEMS + 1);
  const hasKeyBeside = items.some(({ kind }) => kind === 'private-key');
  const first = items.find((item): item is KnownItem => isKnown(item) && item.kind !== 'private-key');
  const kind = first?.kind ?? (hasKeyBeside || isArmoredKey(text) ? 'private-key' : 'unknown');
  if (kind === 'unknown') return failed(kind, foreignContent(bytes, name));
  try {
    const content = contentOf(kind, file, items, password);
    return 'code' in content ? failed(kind, content) : found(content, kind !== 'private-key' && hasKeyBeside);
  } catch (error) {
    return failed(kind, failureOf(error, name));
  }
}

type KnownKind = Exclude<FileKind, 'policy' | 'unknown'>;
type KnownItem = ContentItem & { readonly kind: KnownKind };

function isKnown({ kind }: ContentItem): boolean {
  return kind !== 'unknown' && kind !== 'text';
}

/** A key that is encrypted in the old way has headers, so its block is not decoded (RFC 1421). */
function isArmoredKey(text: string | undefined): boolean {
  return /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/.test(text ?? '');
}

function contentOf(
  kind: KnownKind,
  { name, bytes }: NamedBytes,
  items: readonly ContentItem[],
  password: string | undefined,
): InspectedContent | FileFinding {
  switch (kind) {
    case 'certificate': {
      const ders = items.flatMap((item) => (item.kind === 'certificate' ? [item.der] : []));
      return tooMany(name, ders.length) ?? { kind, certificates: ders.map(certificateFrom) };
    }
    case 'pkcs7': {
      const certificates = readPkcs7(bytes);
      return tooMany(name, certificates.length) ?? { kind, certificates };
    }
    case 'pkcs12': {
      const content = readPkcs12(bytes, password);
      const { length } = [...content.certificates, ...content.keys];
      if (length === 0) return fileFinding('no-content', name);
      return tooMany(name, length) ?? { kind, content, isProtected: password !== undefined && password !== '' };
    }
    case 'request':
      return { kind, request: readRequest(bytes) };
    case 'crl':
      return { kind, crl: readCrl(bytes) };
    case 'private-key':
      return { kind };
  }
}

function tooMany(name: string, count: number): FileFinding | undefined {
  return count > MOST_ITEMS ? fileFinding('too-many-items', name, { most: MOST_ITEMS }) : undefined;
}

function found(content: InspectedContent, hasKeyBeside: boolean): ReadFile {
  return { kind: content.kind, content, hasKeyBeside };
}

function failed(kind: FileKind, failure: FileFinding): ReadFile {
  return { kind, content: null, failure };
}

/** The codes of an inspection for the refusals of the readers. */
function failureOf(error: unknown, name: string): FileFinding {
  if (error instanceof EncodingError) return fileFinding('unreadable', name, { reason: error.reason });
  if (!(error instanceof Refusal)) throw error;
  const { code, detail, remedy } = error;
  const isWork = detail.code === 'refusal.unsupported.iterations.detail';
  return {
    code: isWork ? 'too-much-work' : code.startsWith('not-a-') ? 'unreadable' : code,
    severity: 'error',
    server: null,
    on: name,
    detail,
    cause: error.hresult ?? null,
    remedy,
    source: 'RFC 5280, RFC 2986, RFC 5652, RFC 7292',
  };
}
