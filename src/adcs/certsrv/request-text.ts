import { leadingElements } from '../../x509/der/read-der';

/**
 * The request in the field `CertRequest`. Clients send PEM, PEM on one line, or base64 alone. Some do not escape the plus
 * sign, which then arrives as a space. Text that is none of these stays as it is, and the authority denies it.
 */
export function requestIn(text: string): Uint8Array {
  const lines = text.replace(/-----[A-Z0-9 ]+-----/g, '').replace(/[\r\n\t]/g, '');
  for (const candidate of new Set([lines.replaceAll(' ', ''), lines.trim().replaceAll(' ', '+')])) {
    const decoded = isBase64(candidate) ? new Uint8Array(Buffer.from(candidate, 'base64')) : undefined;
    if (decoded && isOneStructure(decoded)) return decoded;
  }
  return Buffer.from(text);
}

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

function isOneStructure(bytes: Uint8Array): boolean {
  try {
    const [first, ...others] = leadingElements(bytes, 2);
    return first?.der.length === bytes.length && others.length === 0;
  } catch {
    return false;
  }
}
