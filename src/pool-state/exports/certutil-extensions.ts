import { KEY_PURPOSES, OID } from '../../x509/der/object-identifiers';
import { generalNameText } from '../../x509/names/general-name';
import { KEY_USAGES } from '../../x509/read-extensions';
import type { StateDescription } from '../server-state';

/** The extensions of a certificate, as `certutil -v` prints them below their object identifiers. */

type Extensions = Pick<
  StateDescription,
  | 'names'
  | 'isCa'
  | 'pathLength'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'crlDistributionPoints'
  | 'subjectKeyId'
  | 'authorityKeyId'
>;

/** The lines of each extension by its object identifier. */
export type ExtensionLines = ReadonlyMap<string, readonly string[]>;

/** A line that begins an extension: `2.5.29.17: Flags = 0, Length = 22`. */
export const EXTENSION = /^(\d+(?:\.\d+)+)\s*[:：]/;

/** What the extensions say. An extension that is not there is null, and so are alternative names. */
export function extensionsIn(lines: ExtensionLines): Extensions {
  const found = <T>(id: string, read: (text: readonly string[]) => T): T | null => {
    const text = lines.get(id);
    return text ? read(text) : null;
  };
  return {
    names: found(OID.subjectAlternativeName, (text) => text.flatMap(nameIn)),
    isCa: found(OID.basicConstraints, (text) => text.some((line) => /[=＝]\s*CA$/.test(line))),
    pathLength: found(OID.basicConstraints, (text) => text.flatMap(numberIn)[0] ?? null),
    keyUsage: found(OID.keyUsage, (text) => text.flatMap(usagesIn)),
    extendedKeyUsage: found(OID.extendedKeyUsage, (text) => text.flatMap(purposeIn)),
    crlDistributionPoints: found(OID.crlDistributionPoints, (text) => text.flatMap(addressIn)),
    subjectKeyId: found(OID.subjectKeyIdentifier, (text) => text.flatMap(hexIn)[0] ?? null),
    authorityKeyId: found(OID.authorityKeyIdentifier, (text) => text.flatMap(keyIdIn)[0] ?? null),
  };
}

/** The number of `Path Length Constraint=0`; without a limit, it is `None`. */
function numberIn(line: string): number[] {
  const digits = /[=＝]\s*(\d+)$/.exec(line)?.[1];
  return digits === undefined ? [] : [Number(digits)];
}

const NAME_KINDS = [
  ['dns', /^DNS (?:Name|名稱)\s*[=:]\s*(.+)$/],
  ['ip', /^IP (?:Address|位址)\s*[=:]\s*(.+)$/],
  ['email', /^RFC822 (?:Name|名稱)\s*[=:]\s*(.+)$/],
  ['uri', /^URL\s*[=:]\s*(.+)$/],
  ['upn', /^(?:Principal Name|主體名稱)\s*[=:]\s*(.+)$/],
] as const;

function nameIn(line: string): string[] {
  for (const [kind, pattern] of NAME_KINDS) {
    const value = pattern.exec(line)?.[1];
    if (value !== undefined) return [generalNameText({ kind, value: value.trim() })];
  }
  return [];
}

/** The bits behind the words: `Digital Signature, Key Encipherment (a0)`. */
function usagesIn(line: string): string[] {
  const bytes = /\(([0-9a-f]{2})(?:[ ,]+([0-9a-f]{2}))?\)$/i.exec(line);
  if (!bytes) return [];
  const bits = [Number.parseInt(bytes[1] ?? '0', 16), Number.parseInt(bytes[2] ?? '0', 16)];
  return KEY_USAGES.filter((_, position) => ((bits[position >> 3] ?? 0) & (0x80 >> (position & 7))) !== 0);
}

/** The identifier behind the words: `Server Authentication (1.3.6.1.5.5.7.3.1)`. */
function purposeIn(line: string): string[] {
  const id = /(?:^|\()(\d+(?:\.\d+)+)\)?$/.exec(line)?.[1];
  if (id === undefined) return [];
  return [Object.entries(KEY_PURPOSES).find(([, known]) => known === id)?.[0] ?? id];
}

function addressIn(line: string): string[] {
  const address = /^URL\s*[=:]\s*(\S+)/.exec(line)?.[1];
  return address === undefined ? [] : [address];
}

function hexIn(line: string): string[] {
  const hex = line.replace(/\s/g, '').toLowerCase();
  return /^[0-9a-f]{8,}$/.test(hex) ? [hex] : [];
}

function keyIdIn(line: string): string[] {
  return hexIn(/^(?:KeyID|金鑰識別碼)\s*[=:]\s*(.+)$/i.exec(line)?.[1] ?? '');
}
