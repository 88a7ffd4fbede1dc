import { type Fact, factsOf } from '../fact';
import { refusalsOf } from '../refusal';
import { ENCODING_FACTS } from './der/encoding-error';

/** What this room refuses, in English, and the facts that its refusals name. */

/** What a file can hold, where the file refuses, and why an encoding cannot be read. */
export const X509_FACTS = {
  ...ENCODING_FACTS,
  'x509.the-file': 'the file',
  'x509.the-key': 'the key',
  'x509.the-name': 'the name "{name}"',
  'content.certificate': 'a certificate (X.509)',
  'content.request': 'a certificate request (PKCS #10)',
  'content.pkcs7': 'certificates without a key (PKCS #7)',
  'content.pkcs12': 'personal information exchange (PKCS #12)',
  'content.crl': 'a certificate revocation list',
  'content.private-key': 'a private key',
  'content.text': 'text',
  'content.unknown': 'content of an unknown kind',
  'content.nothing': 'nothing (it is empty)',
  'alternative-name.not-a-host-name': 'it is not a host name',
  'alternative-name.not-ascii': 'it has characters other than ASCII',
  'alternative-name.not-an-address': 'it is not an IP address',
} as const;

export const x509Fact = factsOf(X509_FACTS);

/** The file that refuses, as long as its machine is not known. */
export const THE_FILE: Fact = x509Fact('x509.the-file');

const OTHER_CONTENT = {
  detail: 'the file does not hold {wanted}; it holds {found}',
  remedy: 'give a file that holds {wanted}',
  hresult: 'CRYPT_E_ASN1_BADTAG',
} as const;
const UNREADABLE = {
  detail: 'the file begins as {wanted} and cannot be read',
  remedy: 'copy or download the file again',
  hresult: 'CRYPT_E_ASN1_BADTAG',
} as const;
const MALFORMED = { ...UNREADABLE, detail: 'the file begins as {wanted} and cannot be read: {reason}' } as const;
const UNSUPPORTED = 'export the file again with a password and the encryption TripleDES-SHA1 or AES256-SHA256';
const NAME_FORM = {
  remedy: 'write the name as CN=name, OU=unit, O="organization, with comma", L=city, S=state, C=US',
  hresult: 'CERTSRV_E_BAD_REQUESTSUBJECT',
} as const;

export const X509_REFUSALS = {
  'not-a-certificate': OTHER_CONTENT,
  'not-a-certificate.unreadable': UNREADABLE,
  'not-a-certificate.malformed': MALFORMED,
  'not-a-request': OTHER_CONTENT,
  'not-a-request.unreadable': UNREADABLE,
  'not-a-request.malformed': MALFORMED,
  'not-a-pkcs7': OTHER_CONTENT,
  'not-a-pkcs7.unreadable': UNREADABLE,
  'not-a-pkcs7.malformed': MALFORMED,
  'not-a-pkcs12': OTHER_CONTENT,
  'not-a-pkcs12.unreadable': UNREADABLE,
  'not-a-pkcs12.malformed': MALFORMED,
  'not-a-crl': OTHER_CONTENT,
  'not-a-crl.unreadable': UNREADABLE,
  'not-a-crl.malformed': MALFORMED,
  'wrong-password': {
    detail: 'the password does not open the file, or the file was changed after it was written',
    remedy: 'type the password that was set when the file was exported',
    hresult: 'ERROR_INVALID_PASSWORD',
  },
  'wrong-password.none-given': {
    detail: 'the file is protected by a password and none was given, which is not the same as an empty one',
    remedy: 'type the password that was set when the file was exported',
    hresult: 'ERROR_INVALID_PASSWORD',
  },
  unreadable: {
    detail: 'the file begins as personal information exchange (PKCS #12) and cannot be read: {reason}',
    remedy: 'copy or export the file again',
    hresult: 'CRYPT_E_ASN1_BADTAG',
  },
  'unsupported.iterations': {
    detail: 'the file asks for {iterations} iterations to derive its keys; at most {most} are supported',
    remedy: UNSUPPORTED,
  },
  'unsupported.mac': { detail: 'the MAC of the file uses {algorithm}, which is not supported', remedy: UNSUPPORTED },
  'unsupported.mac-scheme': {
    detail: 'the MAC of the file uses {scheme} with {derivation}, which is not supported',
    remedy: UNSUPPORTED,
  },
  'unsupported.public-key-encryption': {
    detail: 'the file is encrypted for the holder of a key and not with a password',
    remedy: UNSUPPORTED,
  },
  'unsupported.key-kind': { detail: 'the file holds a private key of an unknown kind', remedy: UNSUPPORTED },
  'unsupported.no-mac': {
    detail: 'the file has no MAC, so a change of it cannot be detected',
    remedy: UNSUPPORTED,
  },
  'unsupported.signed': {
    detail: 'the file is protected with a certificate and not with a password',
    remedy: UNSUPPORTED,
  },
  'unsupported.derivation': {
    detail: 'the key of the file is derived with {algorithm}, which is not supported',
    remedy: UNSUPPORTED,
  },
  'unsupported.encryption': {
    detail: 'the file is encrypted with {algorithm}, which is not supported',
    remedy: UNSUPPORTED,
  },
  'unsupported.encryption-scheme': {
    detail: 'the file is encrypted with {cipher} and a key derived with {derivation}, which is not supported',
    remedy: UNSUPPORTED,
  },
  'empty-pkcs7': {
    detail: 'the PKCS #7 file holds no certificate',
    remedy: 'ask for the file again',
    hresult: 'CRYPT_E_NOT_FOUND',
  },
  'invalid-alternative-name': {
    detail: 'the name cannot be a subject alternative name: {reason}',
    remedy:
      'write a host name such as lsedge.contoso.com, ip:10.0.0.1, email:user@contoso.com or uri:http://contoso.com/',
  },
  'invalid-distinguished-name': {
    detail: 'a part is not written as TYPE=value, or a quotation mark is not closed',
    ...NAME_FORM,
  },
  'invalid-distinguished-name.attribute-type': {
    detail: '"{type}" is not an attribute type; known types are {known}',
    ...NAME_FORM,
  },
  'invalid-distinguished-name.object-identifier': { detail: '"{type}" is not an object identifier', ...NAME_FORM },
  'invalid-distinguished-name.no-value': { detail: '{type} has no value', ...NAME_FORM },
  'invalid-distinguished-name.country': {
    detail: 'C is "{value}" and not a code of two letters (ISO 3166)',
    ...NAME_FORM,
  },
  'invalid-distinguished-name.not-ascii': {
    detail: '{type} is "{value}" and must hold ASCII characters only',
    ...NAME_FORM,
  },
  'not-a-private-key': {
    detail: 'the text is not a private key in PEM form without a password ({reason})',
    remedy: 'give a PKCS #8 PEM file that begins with BEGIN PRIVATE KEY',
  },
} as const;

export const x509Refusal = refusalsOf(X509_REFUSALS, X509_FACTS);
