import { committedSource } from '../src/package/rehearsal-keys';
import { type Certificate, certificatePem } from '../src/x509/certificate';
import { createRequest, requestPem } from '../src/x509/certificate-request';
import { signCrl } from '../src/x509/crl';
import { OID } from '../src/x509/der/object-identifiers';
import { onlyElement, readElement, sequenceOf } from '../src/x509/der/read-der';
import { readOctets } from '../src/x509/der/read-values';
import { integer, octetString, oid, sequence, tagged, toDer } from '../src/x509/der/write-der';
import { type KeyPair, keyPair } from '../src/x509/keys/key-pair';
import { distinguishedName } from '../src/x509/names/distinguished-name';
import { pkcs7Pem, writePkcs7 } from '../src/x509/pkcs7';
import { macStructure } from '../src/x509/pkcs12/pkcs12-mac';
import { passwordForms } from '../src/x509/pkcs12/pkcs12-password';
import { writePkcs12 } from '../src/x509/pkcs12/write-pkcs12';
import { type CertificateContent, signCertificate } from '../src/x509/sign-certificate';

/** A valid file of each kind, for the benchmark of inspections. */

export const PASSWORD = 'bench';
export const NOW = Date.UTC(2025, 0, 1);
const YEAR = 365 * 86_400_000;

const source = committedSource();
const keyOf = (ordinal: number): KeyPair => keyPair(source.key(2048, ordinal));
const [rootKey, serverKey] = [keyOf(0), keyOf(1)];

const NONE = {
  keyUsage: [],
  extendedKeyUsage: [],
  subjectAlternativeNames: [],
  crlDistributionPoints: [],
  authorityInformationAccess: [],
} as const;

function certificate(changes: Partial<CertificateContent> & Pick<CertificateContent, 'subject'>): CertificateContent {
  return {
    ...NONE,
    publicKey: serverKey,
    serialNumber: '61',
    notBefore: NOW - YEAR,
    notAfter: NOW + YEAR,
    hash: 'sha256',
    isCa: false,
    ...changes,
  };
}

const ROOT = certificate({ subject: distinguishedName('CN=Root'), publicKey: rootKey, isCa: true });
export const root: Certificate = signCertificate(ROOT, { keyPair: rootKey });
const issuer = { certificate: root, keyPair: rootKey };

/** A certificate of a server with that name. */
export function serverCertificate(name: string): Certificate {
  const subject = distinguishedName(`CN=${name}`);
  const names = { subjectAlternativeNames: [name], extendedKeyUsage: ['serverAuth'] };
  return signCertificate(certificate({ subject, ...names, crlDistributionPoints: ['http://a.b/c.crl'] }), issuer);
}

/** A PKCS #12 file around the bytes of its content, with the right MAC: changes of the content then reach its reader. */
export function withRightMac(safe: Uint8Array): Uint8Array {
  const [password] = passwordForms(PASSWORD);
  if (!password) throw new Error('a password has no form');
  const mac = macStructure(safe, { password, scheme: 'TripleDES-SHA1', salt, purpose: 'mac' });
  return toDer(sequence(integer(3), sequence(oid(OID.data), tagged(0, octetString(safe))), mac));
}

/** The bytes that such a file has around them. */
export function safeOf(name: string): Uint8Array {
  const { 'PKCS #12': file = new Uint8Array(0) } = filesFor(name);
  const [, contents] = sequenceOf(readElement(file));
  return readOctets(onlyElement(sequenceOf(contents)[1]));
}

const salt = (length: number) => new Uint8Array(length).fill(7);

/** A valid file of each kind for a server with that name. */
export function filesFor(name: string): Readonly<Record<string, Uint8Array>> {
  const server = serverCertificate(name);
  const content = { certificates: [{ certificate: server }, { certificate: root }], keys: [{ keyPair: serverKey }] };
  const subject = distinguishedName(`CN=${name}`);
  const request = createRequest({ subject, keyPair: serverKey, subjectAlternativeNames: [name] });
  const dates = { thisUpdate: NOW - YEAR, nextUpdate: NOW + YEAR };
  const revoked = [{ serialNumber: '62', at: NOW }];
  return {
    certificate: server.der,
    'certificate in PEM': Buffer.from(certificatePem(server)),
    'PKCS #7': writePkcs7([server, root]),
    'PKCS #7 in PEM': Buffer.from(pkcs7Pem(writePkcs7([server, root]))),
    'PKCS #12': writePkcs12(content, { password: PASSWORD, profile: 'TripleDES-SHA1', salt }),
    'PKCS #12 with AES': writePkcs12(content, { password: PASSWORD, profile: 'AES256-SHA256', salt }),
    request: Buffer.from(requestPem(request)),
    'revocation list': signCrl({ issuer, number: 1, ...dates, revoked, hash: 'sha256' }).der,
    policy: Buffer.from(`[NewRequest]\r\nSubject = "CN=${name}"\r\nMachineKeySet = TRUE\r\nExportable = TRUE\r\n`),
    'private key': Buffer.from(serverKey.privateKeyPem),
  };
}
