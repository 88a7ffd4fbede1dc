import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { DAY } from '../../src/determinism';
import type { InspectionOptions } from '../../src/inspection/inspection-options';
import { type Certificate, certificateFrom, certificatePem } from '../../src/x509/certificate';
import { type Crl, signCrl } from '../../src/x509/crl';
import { armor } from '../../src/x509/der/armor';
import { OID } from '../../src/x509/der/object-identifiers';
import { integer, oid, type Structure, sequence, tagged, taggedBytes } from '../../src/x509/der/write-der';
import type { KeyPair } from '../../src/x509/keys/key-pair';
import { generalName } from '../../src/x509/names/general-names';
import { type CertificateContent, signCertificate } from '../../src/x509/sign-certificate';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';
import { type Added, withExtensions } from '../x509/altered-certificate';
import {
  authority,
  content,
  HOST,
  issuing,
  issuingKey,
  key,
  NOW,
  root,
  rootKey,
  server,
  serverKey,
} from '../x509/authorities';
import { inspected } from './setting';

/** Path states: the verdict of an inspection on each, and that of `openssl verify`. */

type Issuer = { readonly certificate: Certificate; readonly keyPair: KeyPair };
interface State {
  readonly leaf?: Certificate;
  readonly chain?: readonly Certificate[];
  readonly roots?: readonly Certificate[];
  readonly crls?: readonly Crl[];
  readonly purpose?: string;
  readonly pool?: string;
  readonly at?: number;
  /** null: the path holds */
  readonly code: string | null;
  /** more options of openssl verify */
  readonly also?: readonly string[];
  /** why openssl verify gives the other answer, where it does */
  readonly unlike?: string;
}

const byRoot: Issuer = { certificate: root, keyPair: rootKey };
const byIssuing: Issuer = { certificate: issuing, keyPair: issuingKey };

function leaf(changes: Partial<CertificateContent> = {}, by: Issuer = byIssuing): Certificate {
  return signCertificate(content({ publicKey: serverKey, ...changes }), by);
}

function ca(changes: Partial<CertificateContent> = {}, by: Issuer = byRoot, name = 'Contoso Issuing CA'): Certificate {
  return signCertificate(authority(name, { publicKey: issuingKey, serialNumber: '0e', ...changes }), by);
}

function rootWith(changes: Partial<CertificateContent>): Certificate {
  return signCertificate(authority('Contoso Root CA', { publicKey: rootKey, serialNumber: '01', ...changes }), {
    keyPair: rootKey,
  });
}

function crl(
  changes: { issuer?: Issuer; serials?: readonly string[]; from?: number; to?: number; deltaOf?: number } = {},
) {
  const { issuer = byIssuing, serials = [], from = NOW - DAY, to = NOW + DAY, deltaOf } = changes;
  return signCrl({
    issuer,
    number: 2,
    thisUpdate: from,
    nextUpdate: to,
    revoked: serials.map((serialNumber) => ({ serialNumber, at: NOW - DAY })),
    hash: 'sha256',
    ...(deltaOf === undefined ? {} : { deltaOf }),
  });
}

const issuingWith = (...added: readonly Added[]) => [withExtensions(issuing, rootKey, ...added)];
const leafWith = (...added: readonly Added[]) => withExtensions(server, issuingKey, ...added);
const purposes = (...ids: readonly string[]): Added => [OID.extendedKeyUsage, sequence(...ids.map((id) => oid(id)))];
const names = (part: number, base: Structure): Added => [
  OID.nameConstraints,
  sequence(tagged(part, sequence(base))),
  true,
];
const SERVER = '1.3.6.1.5.5.7.3.1';
const CLIENT = '1.3.6.1.5.5.7.3.2';
const middleKey = key(6);
const middle = ca({ publicKey: middleKey, serialNumber: '0f' }, byRoot, 'Contoso Policy CA');
const underMiddle = ca({ serialNumber: '10' }, { certificate: middle, keyPair: middleKey });
const limited = ca({ publicKey: middleKey, serialNumber: '0f', pathLength: 0 }, byRoot, 'Contoso Policy CA');
const underLimited = ca({ serialNumber: '10' }, { certificate: limited, keyPair: middleKey });
const otherRoot = signCertificate(authority('Other Root', { publicKey: key(7), serialNumber: '11' }), {
  keyPair: key(7),
});
const sameName = signCertificate(authority('Contoso Root CA', { publicKey: key(7), serialNumber: '12' }), {
  keyPair: key(7),
});
const crossed = ca({ serialNumber: '13' }, { certificate: otherRoot, keyPair: key(7) });
const withoutSigning = ca({ keyUsage: ['keyCertSign'], serialNumber: '14' });
const policy = (...ids: readonly string[]): Added => [
  OID.certificatePolicies,
  sequence(...ids.map((id) => sequence(oid(id)))),
];
const requireExplicit: Added = [OID.policyConstraints, sequence(taggedBytes(0, Uint8Array.of(0))), true];
const critical = (id: string): Added => [id, sequence(integer(1)), true];

const STATES: Readonly<Record<string, State>> = {
  'a complete path': { code: null },
  'a complete path with the root among the others': { chain: [issuing, root], code: null },
  'a path in any order': { chain: [root, issuing], code: null },
  'more certificates than needed': { chain: [middle, otherRoot, issuing], code: null },
  'three tiers': {
    leaf: leaf({}, { certificate: underMiddle, keyPair: issuingKey }),
    chain: [underMiddle, middle],
    code: null,
  },
  'three tiers without the middle': {
    leaf: leaf({}, { certificate: underMiddle, keyPair: issuingKey }),
    chain: [underMiddle],
    code: 'chain-incomplete',
  },
  'no issuer': { chain: [], code: 'chain-incomplete' },
  'the root alone': { leaf: root, chain: [], code: null },
  'an authority under its root': { leaf: issuing, chain: [], code: null },
  'a root that is not trusted': { chain: [issuing, root], roots: [otherRoot], code: 'root-not-trusted' },
  'no root at all': { roots: [otherRoot], code: 'chain-incomplete' },
  'a self-signed server': {
    leaf: signCertificate(content({ publicKey: serverKey }), { keyPair: serverKey }),
    code: 'root-not-trusted',
  },
  'an intermediate as the only root': { chain: [], roots: [issuing], code: 'chain-incomplete' },
  'two roots, of which one fits': { roots: [otherRoot, root], code: null },
  'a root of the same name and another key': { roots: [sameName], code: 'chain-incomplete' },
  'both roots of the same name': { roots: [sameName, root], code: null },
  'an issuer under two roots': { chain: [crossed, issuing], roots: [otherRoot], code: null },
  'an issuer under another root than the trusted one': { chain: [crossed], roots: [root], code: 'chain-incomplete' },
  'a certificate that has expired': { leaf: leaf({ notAfter: NOW - 1000 }), code: 'expired' },
  'a certificate that is not valid yet': { leaf: leaf({ notBefore: NOW + 1000 }), code: 'not-yet-valid' },
  'the last second of a certificate': { leaf: leaf({ notAfter: NOW }), code: null, unlike: 'ends a second earlier' },
  'the first second of a certificate': { leaf: leaf({ notBefore: NOW }), code: null },
  'an issuer that has expired': { chain: [ca({ notAfter: NOW - 1000 })], code: 'expired' },
  'an issuer that is not valid yet': { chain: [ca({ notBefore: NOW + 1000 })], code: 'not-yet-valid' },
  'an expired issuer beside a valid one': { chain: [ca({ notAfter: NOW - 1000 }), issuing], code: null },
  'a root that has expired': { roots: [rootWith({ notAfter: NOW - 1000 })], code: 'expired' },
  'a time before everything': { at: NOW - 400 * DAY, code: 'not-yet-valid' },
  'a time after everything': { at: Date.UTC(2049, 5, 1), code: 'expired' },
  'an issuer that is no authority': { chain: [ca({ isCa: false })], code: 'not-a-ca' },
  'an issuer that may not sign certificates': { chain: [ca({ keyUsage: ['cRLSign'] })], code: 'not-a-ca' },
  'an issuer without a key usage': { chain: [ca({ keyUsage: [] })], code: null },
  'a server that issued': {
    leaf: leaf({ publicKey: key(8), serialNumber: '15' }, { certificate: server, keyPair: serverKey }),
    chain: [server, issuing],
    code: 'not-a-ca',
  },
  'more authorities than the path length allows': {
    leaf: leaf({}, { certificate: underLimited, keyPair: issuingKey }),
    chain: [underLimited, limited],
    code: 'path-length',
  },
  'a path length that is just long enough': { chain: [ca({ pathLength: 0 })], code: null },
  'a certificate of which a byte was changed': { leaf: changed(server), code: 'bad-signature' },
  'an issuer of which a byte was changed': { chain: [changed(issuing)], code: 'bad-signature' },
  'a certificate signed with another key': {
    leaf: leaf({}, { certificate: issuing, keyPair: key(9) }),
    code: 'bad-signature',
  },
  'RSASSA-PSS': { leaf: leaf({ probabilistic: true }), code: null },
  'SHA-512': { leaf: leaf({ hash: 'sha512' }), code: null },
  'an issuer for servers only': { chain: issuingWith(purposes(SERVER)), purpose: 'serverAuth', code: null },
  'an issuer for clients only': {
    chain: issuingWith(purposes(CLIENT)),
    purpose: 'serverAuth',
    code: 'usage-not-allowed',
  },
  'an issuer for clients only, for clients': {
    leaf: leaf({ extendedKeyUsage: ['clientAuth'] }),
    chain: issuingWith(purposes(CLIENT)),
    purpose: 'clientAuth',
    code: null,
  },
  'a server for servers': { purpose: 'serverAuth', code: null },
  'a server for clients': { purpose: 'clientAuth', code: 'usage-not-allowed' },
  'a client for servers': {
    leaf: leaf({ extendedKeyUsage: ['clientAuth'] }),
    purpose: 'serverAuth',
    code: 'usage-not-allowed',
  },
  'a certificate without purposes': { leaf: leaf({ extendedKeyUsage: [] }), purpose: 'clientAuth', code: null },
  'a certificate for both': {
    leaf: leaf({ extendedKeyUsage: ['serverAuth', 'clientAuth'] }),
    purpose: 'clientAuth',
    code: null,
  },
  'a key usage that no handshake needs': {
    leaf: leaf({ keyUsage: ['nonRepudiation'] }),
    purpose: 'serverAuth',
    code: 'usage-not-allowed',
  },
  'key encipherment for a client': {
    leaf: leaf({ keyUsage: ['keyEncipherment'], extendedKeyUsage: ['clientAuth'] }),
    purpose: 'clientAuth',
    code: 'usage-not-allowed',
  },
  'key encipherment for a server': { leaf: leaf({ keyUsage: ['keyEncipherment'] }), purpose: 'serverAuth', code: null },
  'a purpose that is not asked about': { leaf: leaf({ extendedKeyUsage: ['codeSigning'] }), code: null },
  'the name of the pool': { pool: HOST, code: null },
  'the name in capitals': { pool: HOST.toUpperCase(), code: null },
  'another name': { pool: 'other.contoso.com', code: 'name-mismatch' },
  'a wildcard': { leaf: leaf({ subjectAlternativeNames: ['*.contoso.com'] }), pool: HOST, code: null },
  'a wildcard of another level': {
    leaf: leaf({ subjectAlternativeNames: ['*.com'] }),
    pool: HOST,
    code: 'name-mismatch',
  },
  'a name only in the subject': { leaf: leaf({ subjectAlternativeNames: [] }), pool: HOST, code: null },
  'a name in the subject beside other names': {
    leaf: leaf({ subjectAlternativeNames: ['a.contoso.com'] }),
    pool: HOST,
    code: 'name-mismatch',
  },
  'permitted names': { chain: issuingWith(names(0, generalName('contoso.com'))), code: null },
  'names that are not permitted': {
    chain: issuingWith(names(0, generalName('fabrikam.com'))),
    code: 'name-constraints',
  },
  'excluded names': { chain: issuingWith(names(1, generalName('contoso.com'))), code: 'name-constraints' },
  'other names excluded': { chain: issuingWith(names(1, generalName('fabrikam.com'))), code: null },
  'an address outside the permitted ones': {
    leaf: leaf({ subjectAlternativeNames: [HOST, 'ip:11.1.2.3'] }),
    chain: issuingWith(names(0, taggedBytes(7, Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0)))),
    code: 'name-constraints',
  },
  'a required policy': {
    leaf: leafWith(policy('1.2.3.4')),
    chain: issuingWith(policy('1.2.3.4'), requireExplicit),
    code: null,
  },
  'another policy than the required one': {
    leaf: leafWith(policy('1.2.3.5')),
    chain: issuingWith(policy('1.2.3.4'), requireExplicit),
    code: 'policy-required',
    also: ['-policy_check'],
  },
  'an unknown critical extension': { leaf: leafWith(critical('1.2.3.4.5')), code: 'unsupported-extension' },
  'an unknown critical extension of the issuer': {
    chain: issuingWith(critical('1.2.3.4.5')),
    code: 'unsupported-extension',
  },
  'an unknown extension that is not critical': { leaf: leafWith(['1.2.3.4.5', sequence(integer(1))]), code: null },
  'a list without the certificate': { crls: [crl()], code: null },
  'a list with the certificate': { crls: [crl({ serials: [server.serialNumber] })], code: 'revoked' },
  'a list with the issuer': {
    crls: [crl(), crl({ issuer: byRoot, serials: [issuing.serialNumber] })],
    code: 'revoked',
    also: ['-crl_check_all'],
  },
  'a list of another issuer': {
    crls: [crl({ issuer: { certificate: otherRoot, keyPair: key(7) } })],
    code: null,
    unlike: 'wants a list',
  },
  'a list that has run out': { crls: [crl({ to: NOW - 1000 })], code: 'revocation-list-outdated' },
  'a list that is not valid yet': {
    crls: [crl({ from: NOW + 1000, to: NOW + DAY })],
    code: 'revocation-list-not-yet-valid',
  },
  'a list signed with another key': {
    crls: [crl({ issuer: { certificate: issuing, keyPair: key(9) } })],
    code: 'revocation-list-bad-signature',
  },
  'a list of an issuer that may not sign lists': {
    leaf: leaf({}, { certificate: withoutSigning, keyPair: issuingKey }),
    chain: [withoutSigning],
    crls: [crl({ issuer: { certificate: withoutSigning, keyPair: issuingKey } })],
    code: 'revocation-list-not-authorized',
  },
  'an old list and a current one': { crls: [crl({ to: NOW - 1000 }), crl()], code: null },
  'a delta list alone': {
    crls: [crl({ deltaOf: 1 })],
    code: 'revocation-list-delta',
    unlike: 'takes a delta list without -use_deltas for a complete one',
  },
};

/** The certificate with one bit of its signature flipped. */
function changed({ der }: Certificate): Certificate {
  const bytes = Uint8Array.from(der);
  const at = bytes.length - 5;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return certificateFrom(bytes);
}

function options(state: State): Partial<InspectionOptions> {
  const { roots = [root], chain = [issuing], crls = [], purpose, pool, at = NOW } = state;
  return { roots, chain, crls, at, ...(purpose ? { purpose } : {}), ...(pool ? { pool } : {}) };
}

describe('The path of a certificate', () => {
  for (const [what, state] of Object.entries(STATES)) {
    it(`${what}: ${state.code ?? 'holds'}`, () => {
      const { path } = inspected('a.cer', (state.leaf ?? server).der, options(state));
      expect([path?.code, path?.ok]).to.deep.equal([state.code, state.code === null]);
      expect(path?.subjects[0]).to.be.a('string');
    });
  }

  it('is not checked if nothing is given to check it with', () => {
    expect(inspected('a.cer', server.der)).not.to.have.property('path');
  });

  it('has at least 67 states here, of which OpenSSL judges nearly all in the same way', (t) => {
    expect(Object.keys(STATES).length).to.be.greaterThanOrEqual(67);
    withPrograms(t, ['openssl'], () =>
      inTemporaryFolder((folder) => {
        const entries = Object.entries(STATES);
        const different = entries.filter(([, state]) => accepted(folder, state) !== (state.code === null));
        const known = entries.filter(([, { unlike }]) => unlike !== undefined);
        expect(different.map(([what]) => what)).to.deep.equal(known.map(([what]) => what));
        expect(known.length).to.be.lessThan(5);
      }),
    );
  });
});

/** Whether `openssl verify` accepts the path. */
function accepted(folder: string, state: State): boolean {
  const {
    leaf: one = server,
    chain = [issuing],
    roots = [root],
    crls = [],
    also = [],
    purpose,
    pool,
    at = NOW,
  } = state;
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const list = crls.map(({ der }) => armor('X509 CRL', der)).join('');
  const { status } = execute('openssl', [
    'verify',
    ...['-no-CApath', '-no-CAstore'],
    ...['-CAfile', write('roots.pem', roots.map(certificatePem).join(''))],
    ...(chain.length > 0 ? ['-untrusted', write('chain.pem', chain.map(certificatePem).join(''))] : []),
    ...(list === '' ? [] : ['-crl_check', '-CRLfile', write('crls.pem', list)]),
    ...also,
    ...(purpose === undefined ? [] : ['-purpose', purpose === 'serverAuth' ? 'sslserver' : 'sslclient']),
    ...(pool === undefined ? [] : ['-verify_hostname', pool]),
    ...['-attime', `${at / 1000}`, write('leaf.pem', certificatePem(one))],
  ]);
  return status === 0;
}
