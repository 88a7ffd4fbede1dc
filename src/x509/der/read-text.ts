import { encodingError } from './encoding-error';
import { type Element, TAG } from './read-der';
import { readOctets } from './read-values';

/** The text of a character string of any type (X.680 §41). Characters that the type does not have are refused. */
export function readText(element: Element): string {
  const bytes = Buffer.from(readOctets(element));
  switch (element.tag) {
    case TAG.bmpString:
      if (bytes.length % 2 !== 0) throw encodingError('encoding.text', { type: 'BMPString' });
      return bytes.swap16().toString('utf16le');
    case TAG.universalString:
      return universalText(bytes);
    case TAG.utf8String:
      return utf8Text(bytes);
    default:
      return limited(bytes.toString('latin1'), CHARACTERS[element.tag]);
  }
}

/** The text of an IA5String with any tag. */
export function readIa5(element: Element): string {
  return limited(Buffer.from(readOctets(element)).toString('latin1'), CHARACTERS[TAG.ia5String]);
}

/** PrintableString with the two characters "*" and "&", which authorities have written for decades. */
const CHARACTERS: Readonly<Record<number, readonly [type: string, allowed: RegExp]>> = {
  [TAG.numericString]: ['NumericString', /^[0-9 ]*$/],
  [TAG.printableString]: ['PrintableString', /^[A-Za-z0-9 '()+,\-./:=?*&]*$/],
  [TAG.ia5String]: ['IA5String', /^[\0-\x7f]*$/],
  [TAG.visibleString]: ['VisibleString', /^[\x20-\x7e]*$/],
};

function limited(text: string, characters: readonly [type: string, allowed: RegExp] | undefined): string {
  const [type, allowed] = characters ?? [];
  if (type !== undefined && allowed?.test(text) === false) throw encodingError('encoding.text', { type });
  return text;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8Text(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw encodingError('encoding.text', { type: 'UTF8String' });
  }
}

function universalText(bytes: Buffer): string {
  if (bytes.length % 4 !== 0) throw encodingError('encoding.text', { type: 'UniversalString' });
  const points = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32BE(4 * index));
  if (points.some((point) => point > 0x10ffff)) throw encodingError('encoding.text', { type: 'UniversalString' });
  return points.map((point) => String.fromCodePoint(point)).join('');
}
