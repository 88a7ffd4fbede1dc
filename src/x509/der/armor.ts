/**
 * Text encodings of certificates: PEM (RFC 7468), plain base64, and variants from web forms and editors. The content
 * decides what an item is, so a label is only passed on.
 */
export interface Armored {
  /** the text after BEGIN; undefined for plain base64 and for binary files */
  readonly label: string | undefined;
  readonly der: Uint8Array;
}

/** Possible DER in the bytes: the bytes themselves, each PEM block, or base64 without a surrounding line. */
export function decodeArmor(bytes: Uint8Array): readonly Armored[] {
  if (bytes[0] === 0x30) {
    // base64 of a long DER structure begins with "M", so "0" is always the tag of a SEQUENCE
    return [{ label: undefined, der: bytes }];
  }
  const text = asText(bytes);
  if (text === undefined) return [];
  const blocks = [...text.matchAll(/-----BEGIN ([A-Z0-9 #.]+)-----([^-]*)-----END \1-----/g)];
  if (blocks.length === 0) return alone(text);
  return blocks.flatMap(([, label, body = '']) => {
    const der = fromBase64(withoutHeaders(body));
    return der ? [{ label, der }] : [];
  });
}

/** Decodes UTF-8, or UTF-16 with a byte order mark. Undefined if the text contains control characters. */
export function asText(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return buffer.subarray(2).toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const units = Buffer.from(buffer.subarray(2, buffer.length - (buffer.length % 2)));
    return units.swap16().toString('utf16le');
  }
  const text = buffer.toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\0-\x08\x0e-\x1f]/.test(text) ? undefined : text;
}

/** A PEM block with lines of 64 characters. */
export function armor(label: string, der: Uint8Array, lineEnd = '\n'): string {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(lineEnd);
}

/** Decodes base64 with or without line breaks. A space inside a line is a "+" that a web form did not escape. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = decode(text);
  if (bytes && isWhole(bytes)) return bytes;
  const mended = decode(
    text
      .trim()
      .replace(/[\r\n\t]+/g, '')
      .replace(/ /g, '+'),
  );
  return mended && isWhole(mended) ? mended : bytes;
}

function decode(base64: string): Uint8Array | undefined {
  if (!/^\s*[A-Za-z0-9+/][A-Za-z0-9+/\s]*(?:=\s*){0,2}$/.test(base64)) return undefined;
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Whether the first value ends at the end of the bytes. */
function isWhole(bytes: Uint8Array): boolean {
  const [, short = 0] = bytes;
  if (short < 0x80) return bytes.length === short + 2;
  const count = short & 0x7f;
  const length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return bytes.length === length + 2 + count;
}

function alone(text: string): readonly Armored[] {
  const der = fromBase64(text.replace(/^\u00ef\u00bb\u00bf/, ''));
  return der ? [{ label: undefined, der }] : [];
}

/** Removes RFC 1421 headers (`Proc-Type:`) and the lines that openssl and NSS print before the base64. */
function withoutHeaders(body: string): string {
  const colon = body.lastIndexOf(':');
  const lineEnd = body.indexOf('\n', colon);
  return colon < 0 ? body : lineEnd < 0 ? '' : body.slice(lineEnd);
}
