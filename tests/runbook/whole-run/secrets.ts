/**
 * Finds content that must never be published: private keys (PKCS #1, PKCS #8, SEC 1, encrypted or not), PKCS #12 files
 * and passwords. It finds them in raw form, as PEM, in base64 and in hexadecimal, at any nesting depth.
 */

/** What a content holds that it must not; empty when it may be published. */
export function secretsIn(content: Uint8Array, passwords: readonly string[]): readonly string[] {
  return [...new Set(found(Buffer.from(content), passwords, DEEPEST))];
}

/** How often a content is unpacked: an attachment in base64 that is JSON with a file in base64 needs two. */
const DEEPEST = 3;

function found(content: Buffer, passwords: readonly string[], depth: number): readonly string[] {
  const text = content.toString('utf8');
  const bytes = content.toString('latin1');
  const own = [
    ...(/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text) ? ['a private key as PEM'] : []),
    ...SHAPES.flatMap(([what, shape]) => (shape.test(bytes) ? [what] : [])),
    ...passwords.flatMap((password) => (holds(content, text, password) ? ['a password'] : [])),
  ];
  return depth === 0 ? own : [...own, ...packedIn(text).flatMap((one) => found(one, passwords, depth - 1))];
}

const RSA = '\\x06\\x09\\x2a\\x86\\x48\\x86\\xf7\\x0d\\x01\\x01\\x01\\x05\\x00';
const EC = '\\x06\\x07\\x2a\\x86\\x48\\xce\\x3d\\x02\\x01';
const LENGTH = '(?:[\\x00-\\x7f]|\\x81.|\\x82..|\\x83...)';
const PKCS = '\\x2a\\x86\\x48\\x86\\xf7\\x0d\\x01';

/** The first bytes of the DER structures, at any position; the bytes before them are part of the structure. */
const SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  [
    'a private key as PKCS #8',
    new RegExp(`\\x02\\x01[\\x00\\x01]\\x30.(?:${RSA}|${EC}).{0,12}?\\x04${LENGTH}\\x30`, 's'),
  ],
  ['a private key as PKCS #1', new RegExp(`\\x30\\x82..\\x02\\x01\\x00\\x02${LENGTH}\\x00`, 's')],
  ['a private key as SEC 1', new RegExp(`\\x30${LENGTH}\\x02\\x01\\x01\\x04[\\x20\\x30\\x42]`, 's')],
  ['an encrypted private key', new RegExp(`${PKCS}(?:\\x05\\x0d|\\x0c\\x01[\\x01-\\x06])\\x30`, 's')],
  ['a key bag of PKCS #12', new RegExp(`\\x06\\x0b${PKCS}\\x0c\\x0a\\x01[\\x01\\x02]`, 's')],
  ['a PKCS #12 file', new RegExp(`\\x30${LENGTH}\\x02\\x01\\x03\\x30${LENGTH}\\x06\\x09${PKCS}\\x07[\\x01\\x02]`, 's')],
];

function holds(content: Buffer, text: string, password: string): boolean {
  const escaped = JSON.stringify(password).slice(1, -1);
  return text.includes(password) || text.includes(escaped) || content.includes(Buffer.from(password, 'utf16le'));
}

/** The number of digits that a short password needs. */
const SHORTEST = 20;

/** What is written in base64 or in hexadecimal digits, with line breaks or without, plain, in JSON or in HTML. */
function packedIn(text: string): readonly Buffer[] {
  const joined = text.replace(/&#x3D;/g, '=').replace(/<wbr>|\\[nr]|\s/g, '');
  const digits = joined.match(/[0-9a-f]{20,}/gi) ?? [];
  const runs = joined.match(/[A-Za-z0-9+/]{20,}/g) ?? [];
  const shifted = runs.flatMap((run) => [0, 1, 2, 3].map((start) => run.slice(start)));
  return [
    ...digits.map((run) => Buffer.from(run, 'hex')),
    ...shifted.filter((run) => run.length >= SHORTEST).map((run) => Buffer.from(run, 'base64')),
  ];
}
