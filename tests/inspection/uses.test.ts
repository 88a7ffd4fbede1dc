import { describe, it } from 'node:test';
import { expect } from 'chai';
import { DAY } from '../../src/determinism';
import type { InspectionOptions } from '../../src/inspection/inspection-options';
import { type Certificate, certificateFrom, certificatePem } from '../../src/x509/certificate';
import { createRequest, type RequestContent } from '../../src/x509/certificate-request';
import { signCrl } from '../../src/x509/crl';
import { armor } from '../../src/x509/der/armor';
import { bitString, encodedStructure, oid, sequence, toDer } from '../../src/x509/der/write-der';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { writePkcs7 } from '../../src/x509/pkcs7';
import type { Pkcs12Content } from '../../src/x509/pkcs12/pkcs12-content';
import { writePkcs12 } from '../../src/x509/pkcs12/write-pkcs12';
import { type CertificateContent, signCertificate } from '../../src/x509/sign-certificate';
import { readSigned } from '../../src/x509/signed-structure';
import { derWithField } from '../x509/altered-certificate';
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
import { CONTENT, protection } from '../x509/pkcs12-files';
import { codes, deploymentWith, inspected } from './setting';

/** What would refuse a file, and what its certificate would break: the errors of each kind, and the steps that name them. */

const IMPORT_RESPONSE = 'Import the certificate on the server that made the request: Import Certificate';
const IMPORT_EXPORTED = 'Import the exported certificate on the other servers of the pool: Import Certificate';
const ASSIGN = 'Assign the internal certificate on every Edge Server: Certificate Store';

const TRUST = { roots: [root], chain: [issuing] };

function leaf(changes: Partial<CertificateContent> = {}): Certificate {
  return signCertificate(content({ publicKey: serverKey, ...changes }), { certificate: issuing, keyPair: issuingKey });
}

function pfx(changes: Partial<Pkcs12Content> = {}, profile: 'TripleDES-SHA1' | 'AES256-SHA256' = 'TripleDES-SHA1') {
  return writePkcs12({ ...CONTENT, ...changes }, protection('x', profile));
}

/** The errors of a file with the steps or the pool that they name. */
function errors(name: string, bytes: Uint8Array | string, changes: Partial<InspectionOptions> = {}) {
  const { ok, findings } = inspected(name, bytes, changes);
  expect(ok).to.equal(true);
  return findings.flatMap(({ severity, code, on }) => (severity === 'error' ? [[code, on]] : []));
}

describe('A certificate', () => {
  it('without a fault has no finding, with and without the roots', () => {
    expect(inspected('a.cer', server.der).findings).to.deep.equal([]);
    expect(inspected('a.cer', server.der, { ...TRUST, pool: HOST }).findings).to.deep.equal([]);
  });

  const expired = leaf({ notAfter: NOW - 1000, notBefore: NOW - DAY });
  const cases: readonly (readonly [what: string, certificate: Certificate, found: readonly (readonly string[])[]])[] = [
    ['expired', expired, [['expired', ASSIGN]]],
    ['not valid yet', leaf({ notBefore: NOW + DAY }), [['not-yet-valid', ASSIGN]]],
    ['for clients only', leaf({ extendedKeyUsage: ['clientAuth'] }), [['wrong-usage', ASSIGN]]],
    ['with MD5', leaf({ hash: 'md5' }), [['weak-signature', HOST]]],
    ['without a revocation address', leaf({ crlDistributionPoints: [] }), []],
  ];
  for (const [what, certificate, found] of cases) {
    for (const [how, options] of [
      ['with the root', TRUST],
      ['without the root', {}],
    ] as const) {
      it(`${what}: ${how}`, () => {
        expect(errors('a.cer', certificate.der, options)).to.deep.equal(found);
      });
    }
  }

  it('of another name is found if the pool is given, and only then', () => {
    expect(codes(inspected('a.cer', server.der, { pool: 'other.contoso.com' }))).to.deep.equal(['subject-mismatch']);
    const environment = deploymentWith([HOST, 'edges.contoso.com']);
    const own = { deployment: environment, isExample: false };
    expect(codes(inspected('a.cer', server.der, own))).to.deep.equal(['subject-mismatch']);
    const dublin = inspected('a.cer', server.der, { ...own, pool: 'dub-edge01.contoso.com' });
    expect(dublin.findings[0]?.detail).to.contain('not dub-edge01.contoso.com');
    expect(dublin.findings[0]?.server).to.equal('dub-edge01.contoso.com');
  });

  it('with a wildcard for its name is a warning', () => {
    const wild = leaf({ subject: distinguishedName('CN=*.contoso.com'), subjectAlternativeNames: ['*.contoso.com'] });
    expect(codes(inspected('a.cer', wild.der), 'warning')).to.include('wildcard-name');
  });

  it('whose issuer is missing is an error only if the roots are given', () => {
    expect(errors('a.cer', server.der, { roots: [root] })).to.deep.equal([['chain-incomplete', ASSIGN]]);
    expect(errors('a.cer', server.der, { chain: [issuing] })).to.deep.equal([]);
  });

  it('that signs itself is trusted only if it is given as a root', () => {
    const own = signCertificate(content({ publicKey: serverKey }), { keyPair: serverKey });
    expect(errors('a.cer', own.der)).to.deep.include(['root-not-trusted', ASSIGN]);
    expect(errors('a.cer', own.der, { roots: [own] })).not.to.deep.include(['root-not-trusted', ASSIGN]);
  });

  it('that ends soon, or above which one ends, is a warning', () => {
    expect(codes(inspected('a.cer', leaf({ notAfter: NOW + 9 * DAY }).der), 'warning')).to.deep.equal(['ends-soon']);
    expect(codes(inspected('a.cer', leaf({ notAfter: NOW + 31 * DAY }).der), 'warning')).to.deep.equal([]);
  });

  it('with only an ldap address for revocation is a warning, because the servers are in no domain', () => {
    const ldap = leaf({ crlDistributionPoints: ['ldap:///CN=Contoso'] });
    expect(codes(inspected('a.cer', ldap.der), 'warning')).to.deep.equal(['revocation-unreachable']);
  });

  it('followed by others in one file is imported alone', () => {
    const bundle = [server, issuing].map(certificatePem).join('');
    expect(codes(inspected('a.cer', bundle), 'warning')).to.deep.equal(['several-certificates']);
  });
});

describe('A certification path', () => {
  it('without a fault has no finding', () => {
    expect(inspected('chain.p7b', writePkcs7([issuing, root])).findings).to.deep.equal([]);
    expect(inspected('root.cer', root.der).findings).to.deep.equal([]);
  });

  it('without its root is a warning, unless the root is given', () => {
    expect(codes(inspected('chain.p7b', writePkcs7([issuing])), 'warning')).to.deep.equal(['no-root']);
    expect(codes(inspected('chain.p7b', writePkcs7([issuing]), { roots: [root] }), 'warning')).to.deep.equal([]);
  });

  it('with a certificate that has ended is an error', () => {
    const old = signCertificate(authority('Contoso Issuing CA', { publicKey: issuingKey, notAfter: NOW - 1 }), {
      certificate: root,
      keyPair: rootKey,
    });
    expect(codes(inspected('chain.p7b', writePkcs7([old, root])))).to.deep.equal(['authority-not-valid']);
  });

  it('together with the certificate of the server is an answer to its request', () => {
    expect(errors('a.p7b', writePkcs7([server, issuing, root]))).to.deep.equal([]);
    expect(errors('a.p7b', writePkcs7([leaf({ extendedKeyUsage: ['clientAuth'] }), issuing]))).to.deep.equal([
      ['wrong-usage', ASSIGN],
    ]);
  });
});

describe('A .pfx file', () => {
  it('that Windows reads has no finding', () => {
    expect(inspected('a.pfx', pfx(), { password: 'x', ...TRUST }).findings).to.deep.equal([]);
  });

  it('with AES is refused by older versions of Windows only', () => {
    const aes = pfx({}, 'AES256-SHA256');
    expect(errors('a.pfx', aes, { password: 'x' })).to.deep.equal([['wrong-password', IMPORT_EXPORTED]]);
    const newer = deploymentWith(['windows: 2012 R2', 'windows: 2019']);
    expect(errors('a.pfx', aes, { password: 'x', deployment: newer })).to.deep.equal([]);
  });

  it('in base64 is refused, although other programs read it', () => {
    expect(errors('a.pfx', armor('PKCS12', pfx()), { password: 'x' })).to.deep.equal([
      ['wrong-password', IMPORT_EXPORTED],
    ]);
  });

  it('that is refused is judged all the same', () => {
    const content = { certificates: [{ certificate: leaf({ extendedKeyUsage: ['clientAuth'] }) }] };
    expect(errors('a.pfx', pfx(content, 'AES256-SHA256'), { password: 'x' })).to.deep.equal([
      ['wrong-password', IMPORT_EXPORTED],
      ['wrong-usage', ASSIGN],
    ]);
  });

  it('without the key of its certificate cannot be assigned', () => {
    expect(errors('a.pfx', pfx({ keys: [] }), { password: 'x' })).to.deep.equal([['private-key-missing', ASSIGN]]);
    expect(codes(inspected('a.pfx', pfx({ certificates: [] }), { password: 'x' }))).to.deep.equal(['no-certificate']);
  });

  it('with a key that belongs to nothing is a warning', () => {
    const keys = [...CONTENT.keys, { keyPair: key(5) }];
    expect(codes(inspected('a.pfx', pfx({ keys }), { password: 'x' }), 'warning')).to.deep.equal([
      'key-without-certificate',
    ]);
  });

  it('whose key is in a provider that the product cannot use is refused', () => {
    const keys = CONTENT.keys.map((one) => ({ ...one, provider: 'Microsoft Software Key Storage Provider' }));
    expect(errors('a.pfx', pfx({ keys }), { password: 'x' }).map(([code]) => code)).to.deep.equal([
      'unsupported-key-provider',
    ]);
  });

  it('with an empty password is a warning', () => {
    const open = writePkcs12(CONTENT, protection('', 'TripleDES-SHA1'));
    expect(codes(inspected('a.pfx', open, { password: '' }), 'warning')).to.deep.equal(['no-password']);
  });

  it('with the name of a response is refused there', () => {
    expect(errors('a.cer', pfx(), { password: 'x' }).map(([, on]) => on)).to.deep.equal([IMPORT_RESPONSE]);
  });
});

describe('A request', () => {
  const request = (changes: Partial<RequestContent> = {}) =>
    createRequest({
      subject: distinguishedName(`CN=${HOST}`),
      keyPair: serverKey,
      subjectAlternativeNames: [HOST],
      ...changes,
    }).der;

  it('without a fault has no finding', () => {
    expect(inspected('a.req', request()).findings).to.deep.equal([]);
  });

  it('that the authority denies says why', () => {
    const long = distinguishedName(`CN=${HOST}, OU=${'x'.repeat(70)}`);
    const found = inspected('a.req', request({ subject: long }));
    expect(codes(found)).to.deep.equal(['request-denied']);
    expect(found.findings[0]?.cause).to.equal('CERTSRV_E_BAD_REQUESTSUBJECT');
  });

  it('for another name leads to a certificate for that name', () => {
    expect(errors('a.req', request(), { pool: 'other.contoso.com' })).to.deep.equal([['subject-mismatch', ASSIGN]]);
  });

  it('that was changed after it was signed is denied', () => {
    const bytes = request();
    const changed = Uint8Array.from(bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const found = inspected('a.req', changed);
    expect([found.request?.signatureValid, codes(found)]).to.deep.equal([false, ['request-denied']]);
  });

  it('saved as a certificate is recognized, and the mistake is named', () => {
    const found = inspected('a.cer', request());
    expect(errors('a.cer', request())).to.deep.equal([['not-a-certificate', IMPORT_RESPONSE]]);
    expect(codes(found, 'warning')).to.deep.equal(['name-differs']);
    expect(found.findings[1]?.detail).to.equal(
      'the name of the file ends in .cer, and the file holds a certificate request (PKCS #10)',
    );
  });
});

describe('A policy of certreq', () => {
  const policy = (...lines: readonly string[]) =>
    ['[Version]', 'Signature="$Windows NT$"', '[NewRequest]', `Subject = "CN=${HOST}"`, ...lines].join('\r\n');
  const GOOD = ['KeyLength = 2048', 'Exportable = TRUE ; for the other servers', 'MachineKeySet = TRUE'];

  it('without a fault has no finding', () => {
    expect(inspected('a.inf', policy(...GOOD)).findings).to.deep.equal([]);
  });

  it('is tried out up to the certificate in use', () => {
    const codesOf = (...lines: readonly string[]) => codes(inspected('a.inf', policy(...lines)));
    expect(codesOf('KeyLength = 2048', 'Exportable = TRUE')).to.deep.equal(['key-in-user-profile']);
    expect(codesOf('KeyLength = 1024', 'Exportable = TRUE', 'MachineKeySet = TRUE')).to.deep.equal(['request-denied']);
    expect(codesOf('MachineKeySet = TRUE')).to.deep.equal(['key-not-exportable']);
    const provider = 'ProviderName = "Microsoft Software Key Storage Provider"';
    expect(codesOf(...GOOD, provider)).to.deep.equal(['unsupported-key-provider']);
  });

  it('with a line that is not simulated is not said to be wrong', () => {
    const found = inspected('a.inf', policy(...GOOD, 'KeyContainer = "x"'));
    expect([codes(found), codes(found, 'warning')]).to.deep.equal([[], ['policy-not-simulated']]);
    expect(found.findings[0]?.detail).to.contain('KeyContainer = "x"');
  });
});

describe('Other files', () => {
  it('a private key alone is named, and no step takes it', () => {
    expect(codes(inspected('a.key', serverKey.privateKeyPem))).to.deep.equal(['private-key-file']);
  });

  it('a private key beside its certificate is an error', () => {
    const both = `${serverKey.privateKeyPem}${certificatePem(server)}`;
    expect(codes(inspected('a.pem', both))).to.deep.equal(['private-key-beside']);
    expect(inspected('a.pem', both).kind).to.equal('certificate');
  });

  it('a revocation list is judged by its dates', () => {
    const list = (nextUpdate: number, deltaOf?: number) =>
      signCrl({
        issuer: { certificate: issuing, keyPair: issuingKey },
        number: 2,
        thisUpdate: NOW - DAY,
        nextUpdate,
        revoked: [],
        hash: 'sha256',
        ...(deltaOf === undefined ? {} : { deltaOf }),
      }).der;
    expect(inspected('a.crl', list(NOW + 1000)).findings).to.deep.equal([]);
    expect(codes(inspected('a.crl', list(NOW - 1000)))).to.deep.equal(['list-not-valid']);
    expect(codes(inspected('a.crl', list(NOW + 1000, 1)), 'info')).to.deep.equal(['delta-list']);
  });
});

describe('Algorithms that the product cannot use', () => {
  /** The certificate with another algorithm of its key and of its signature. */
  const withAlgorithm = (id: string): Uint8Array => {
    const algorithm = sequence(oid(id));
    const keyed = certificateFrom(
      derWithField(server, issuingKey, 6, sequence(algorithm, bitString(new Uint8Array(99)))),
    );
    const { toBeSigned, signature } = readSigned(derWithField(keyed, issuingKey, 2, algorithm));
    return toDer(sequence(encodedStructure(toBeSigned.der), algorithm, bitString(signature)));
  };

  for (const [id, name] of [
    ['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
    ['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
    ['2.16.840.1.101.3.4.3.20', 'SLH-DSA-SHA2-128s'],
    ['2.16.840.1.101.3.4.3.31', 'SLH-DSA-SHAKE-256f'],
    ['1.3.6.1.4.1.99999.1', '1.3.6.1.4.1.99999.1'],
  ] as const) {
    it(`${name} is read and named`, () => {
      const found = inspected('a.cer', withAlgorithm(id), { pool: HOST });
      const [certificate] = found.certificates;
      expect([found.ok, certificate?.keyAlgorithm, certificate?.signatureAlgorithm]).to.deep.equal([true, name, name]);
      expect(codes(found)).to.include('unsupported-key');
    });
  }

  it('an unknown signature is one error of the path, and not two', () => {
    const found = inspected('a.cer', withAlgorithm('1.3.6.1.4.1.99999.1'), TRUST);
    expect(codes(found).filter((code) => code === 'certification-path-invalid')).to.have.lengthOf(1);
    expect(found.path?.code).to.equal('unsupported-algorithm');
  });

  it('RSASSA-PSS is read and named, and is no supported signature', () => {
    const probabilistic = leaf({ probabilistic: true });
    const found = inspected('a.cer', probabilistic.der);
    expect(found.certificates[0]?.signatureAlgorithm).to.equal('RSASSA-PSS');
    expect(codes(found)).to.deep.equal(['unsupported-signature']);
  });
});
