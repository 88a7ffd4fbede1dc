import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Executed, execute } from '../support/programs';

/** A hierarchy that OpenSSL makes in a folder, and what OpenSSL says about certificates. */

const CONFIGURATION = `[req]
distinguished_name = dn
utf8 = yes
string_mask = utf8only
[dn]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[server]
basicConstraints = CA:FALSE
keyUsage = digitalSignature,keyEncipherment
extendedKeyUsage = serverAuth
subjectAltName = DNS:edgepool.contoso.com,DNS:edge01.contoso.com,IP:10.0.0.1
crlDistributionPoints = URI:http://pki.contoso.com/ca.crl
authorityKeyIdentifier = keyid
`;

export const SUBJECT = '/C=US/O=Contoso, Ltd/OU=內部/CN=edgepool.contoso.com';

/** Paths in the folder; `run` fails the test if the program fails. */
export interface Workshop {
  readonly at: (name: string) => string;
  readonly run: (...args: readonly string[]) => Executed;
}

/** OpenSSL in a folder, with the configuration `openssl.cnf`. */
export function workshop(folder: string, configuration = CONFIGURATION): Workshop {
  const at = (name: string) => join(folder, name);
  writeFileSync(at('openssl.cnf'), configuration);
  const run = (...args: readonly string[]): Executed => {
    const done = execute('openssl', args);
    expect(done.status, `openssl ${args.join(' ')}\n${done.all}`).to.equal(0);
    return done;
  };
  return { at, run };
}

/** How to make a key: the arguments of `openssl genpkey`. */
export const KEY_KINDS: Readonly<Record<string, readonly string[]>> = {
  RSA: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'RSA-PSS': ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'],
  EC: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  Ed25519: ['-algorithm', 'ED25519'],
  Ed448: ['-algorithm', 'ED448'],
};

/** Makes `NAME.key`. */
export function makeKey({ at, run }: Workshop, name: string, kind = 'RSA'): void {
  run('genpkey', ...(KEY_KINDS[kind] ?? []), '-out', at(`${name}.key`));
}

/** Makes root, issuing authority and server: `root.pem`, `issuing.pem`, `server.pem`, and `path.pem` of the first two. */
export function makeHierarchy(shop: Workshop, kind = 'RSA', days = 400): void {
  const { at, run } = shop;
  for (const name of ['root', 'issuing', 'server']) makeKey(shop, name, kind);
  const configured = ['-config', at('openssl.cnf')];
  run(
    ...['req', '-x509', '-new', '-key', at('root.key'), '-out', at('root.pem'), '-days', '4000', '-subj', '/CN=Root'],
    ...[...configured, '-extensions', 'authority'],
  );
  sign(shop, { name: 'issuing', by: 'root', subject: '/CN=Issuing', section: 'authority', days: 3000 });
  sign(shop, { name: 'server', by: 'issuing', subject: SUBJECT, section: 'server', days });
  writeFileSync(
    at('path.pem'),
    run('x509', '-in', at('issuing.pem')).stdout + run('x509', '-in', at('root.pem')).stdout,
  );
}

/** Makes `NAME.req` and `NAME.pem`, signed by another certificate of the folder. */
export function sign(
  { at, run }: Workshop,
  order: {
    readonly name: string;
    readonly by: string;
    readonly subject: string;
    readonly section: string;
    readonly days: number;
  },
): void {
  const { name, by, subject, section, days } = order;
  const request = at(`${name}.req`);
  run(
    'req',
    '-new',
    '-utf8',
    '-key',
    at(`${name}.key`),
    '-subj',
    subject,
    '-config',
    at('openssl.cnf'),
    '-out',
    request,
  );
  run(
    ...['x509', '-req', '-in', request, '-CA', at(`${by}.pem`), '-CAkey', at(`${by}.key`), '-CAcreateserial'],
    ...['-days', `${days}`, '-extfile', at('openssl.cnf'), '-extensions', section, '-out', at(`${name}.pem`)],
  );
}

/** The sizes of keys that OpenSSL does not print (RFC 8032). */
const EDWARDS: Readonly<Record<string, number>> = { ED25519: 256, ED448: 456 };

const described = new Map<string, ReturnType<typeof description>>();

/** What OpenSSL says about a certificate, in the words of an inspection. OpenSSL is asked once about each certificate. */
export function describedBy(shop: Workshop, pem: string) {
  const contents = readFileSync(pem, 'latin1');
  const known = described.get(contents) ?? description(shop, pem);
  described.set(contents, known);
  return known;
}

function description({ run }: Workshop, pem: string) {
  const fields = ['-subject', '-issuer', '-serial', '-fingerprint', '-sha1', '-startdate', '-enddate', '-text'];
  const names = ['-nameopt', 'RFC2253,-esc_msb,utf8,sep_comma_plus_space'];
  const text = run('x509', '-in', pem, '-noout', ...names, ...fields).stdout;
  const field = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  const date = (name: string) => new Date(field(name)).toISOString().replace('.000Z', 'Z');
  return {
    subject: field('subject'),
    issuer: field('issuer'),
    serialNumber: field('serial').toLowerCase(),
    thumbprint: field('sha1 Fingerprint').replaceAll(':', ''),
    notBefore: date('notBefore'),
    notAfter: date('notAfter'),
    subjectAlternativeNames: [...text.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name = '']) => name),
    extendedKeyUsage: text.includes('TLS Web Server Authentication') ? ['serverAuth'] : [],
    isCa: text.includes('CA:TRUE'),
    keyBits: Number(
      /Public-Key: \((\d+) bit\)/.exec(text)?.[1] ?? EDWARDS[/Public Key Algorithm: (ED\d+)/.exec(text)?.[1] ?? ''],
    ),
  };
}
