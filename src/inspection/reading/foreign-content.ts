import { isUtf8 } from 'node:buffer';
import { asText } from '../../x509/der/armor';
import type { FileFinding } from '../findings/file-finding';
import { fileFinding } from '../findings/file-findings';

/** What is often taken for a certificate: saved pages, printed texts, and the formats of other programs. */

/** How much of a text is examined. */
const BEGINNING = 16 * 1024;

/** The text of the bytes; undefined for binary content. */
export function textOf(bytes: Uint8Array): string | undefined {
  const text = asText(bytes);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (text === undefined || isWide || !isUtf8(bytes)) return text;
  return new TextDecoder().decode(bytes);
}

/** Whether a text is a policy file of certreq: it has the section that makes a request. */
export function isPolicy(text: string): boolean {
  return /^\s*\[newrequest\]/im.test(text.slice(0, BEGINNING));
}

/** What the bytes are, if they are none of the structures of X.509. */
export function foreignContent(bytes: Uint8Array, name: string): FileFinding {
  if (bytes.length === 0) return fileFinding('empty', name);
  const format = FORMATS.find(([, magic]) => Buffer.from(bytes.subarray(0, magic.length)).equals(magic))?.[0];
  if (format !== undefined) return fileFinding('other-format', name, { format });
  const text = textOf(bytes)?.slice(0, BEGINNING).trim();
  if (text === undefined) return fileFinding('unknown-content', name);
  if (text === '') return fileFinding('empty', name);
  if (/^(?:<!--[^>]*>\s*)*<(?:!doctype html|html|head|\?xml)\b/i.test(text)) return webPage(text, name);
  const program = OUTPUTS.find(([, pattern]) => pattern.test(text))?.[0];
  return program === undefined ? fileFinding('text', name) : fileFinding('program-output', name, { program });
}

const FORMATS: readonly (readonly [name: string, magic: Buffer])[] = [
  ['a key store of Java (JKS)', Buffer.from('feedfeed', 'hex')],
  ['a key store of Java (JCEKS)', Buffer.from('cececece', 'hex')],
  ['a serialized certificate store (.sst)', Buffer.from('0000000043455254', 'hex')],
  ['a ZIP archive', Buffer.from('PK\u0003\u0004')],
  ['a PDF document', Buffer.from('%PDF-')],
  ['a key of OpenPGP', Buffer.from('-----BEGIN PGP')],
  ['a public key of SSH', Buffer.from('ssh-')],
];

const OUTPUTS: readonly (readonly [program: string, pattern: RegExp])[] = [
  ['certutil', /^={4,} \S+ \d+ ={4,}\s*$|^(?:CertUtil|X509 Certificate|PKCS7 Message|PKCS10 Certificate Request):/m],
  ['openssl', /^(?:Certificate|Certificate Request|Certificate Revocation List \(CRL\)):\s*$\n\s+Data:/m],
  ['Get-CsCertificate', /^Thumbprint\s*: [0-9A-F]{40}\s*$/im],
];

/** certsrv says what became of a request in the text of its pages. */
function webPage(text: string, name: string): FileFinding {
  const title = shortened(/<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? 'without a title');
  const words = shortened(text.replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<[^<>]*>/gi, ' '), BEGINNING);
  const denial = /Your certificate request was denied\..{0,200}/i.exec(words)?.[0];
  if (denial !== undefined) return fileFinding('web-page.denied', name, { title: denial });
  if (/Certificate Pending|you must wait for an administrator/i.test(words))
    return fileFinding('web-page.pending', name);
  return fileFinding('web-page', name, { title });
}

function shortened(text: string, most = 100): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, most);
}
