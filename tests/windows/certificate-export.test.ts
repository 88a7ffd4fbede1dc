import { test } from 'node:test';
import { expect } from 'chai';
import { PASSWORD } from '../../src/operator/named-values';
import { internalEntries } from '../../src/products/lync-server-2013/assignment';
import { Refusal } from '../../src/refusal';
import { type ExportAnswers, exportCertificate } from '../../src/windows/certificate-export';
import { readFile } from '../../src/windows/file-system';
import { machineOf, withMachine } from '../../src/windows/machine';
import { certificatePem } from '../../src/x509/certificate';
import { readPkcs7 } from '../../src/x509/pkcs7';
import { readPkcs12 } from '../../src/x509/pkcs12/pkcs12';
import { holding, on, pool } from '../support/one-server';

/** The content of the exported file for each choice in the wizard (04952-231 to 04952-236). */

const world = holding.deployment;
const [entry] = internalEntries(world, on, pool);
if (!entry) throw new Error('there is a certificate');
const { certificate } = entry;
const path = 'C:\\a.b';
const usual: ExportAnswers = {
  ...{ on, location: 'LocalMachine', entry, path, format: 'pkcs12', password: PASSWORD },
  ...{ includePath: true, extendedProperties: true, deleteKey: false },
};

test('a certificate is exported as DER or as Base-64', () => {
  expect(written({ format: 'der', includePath: false })).to.deep.equal(Buffer.from(certificate.der));
  expect(written({ format: 'pem', includePath: false }).toString()).to.equal(certificatePem(certificate));
});

test('PKCS #7 holds the certificate, or its path', () => {
  const thumbprints = (over: Partial<ExportAnswers>): readonly string[] =>
    readPkcs7(written({ format: 'pkcs7', ...over })).map(({ thumbprint }) => thumbprint);
  expect(thumbprints({ includePath: false })).to.deep.equal([certificate.thumbprint]);
  expect(thumbprints({})).to.have.lengthOf(3).and.include(certificate.thumbprint);
});

test('PKCS #12 holds the path, and the properties when asked to', () => {
  const plain = readPkcs12(written({ extendedProperties: false }), PASSWORD);
  expect(plain.certificates.map(({ friendlyName }) => friendlyName ?? '')).to.deep.equal(['', '', '']);
  expect(plain.keys[0]?.provider).to.equal(undefined);
  const full = readPkcs12(written({}), PASSWORD);
  expect(full.certificates.map(({ friendlyName }) => friendlyName ?? '')).to.deep.equal([entry.friendlyName, '', '']);
  expect(full.keys[0]?.provider).to.equal('Microsoft RSA SChannel Cryptographic Provider');
  expect(readPkcs12(written({ includePath: false }), PASSWORD).certificates).to.have.lengthOf(1);
});

test('the key of PKCS #12 is joined to its certificate and to no other', () => {
  const { certificates, keys } = readPkcs12(written({}), PASSWORD);
  const ids = certificates.map(({ localKeyId }) => localKeyId);
  expect(ids).to.deep.equal([keys[0]?.localKeyId, undefined, undefined]);
  expect(keys.map(({ keyPair }) => keyPair.publicKeyId)).to.deep.equal([certificate.publicKeyId]);
});

test('no two files are salted alike', () => {
  const once = exportCertificate(world, usual);
  const [first, second] = [once, exportCertificate(once, usual)].map((network) => read(network));
  expect(first).not.to.deep.equal(second);
});

test('a certificate without a private key, or with one that may not leave, is not exported as PKCS #12', () => {
  const machine = machineOf(world, on);
  const fixed = withMachine(world, { ...machine, keys: machine.keys.map((key) => ({ ...key, exportable: false })) });
  expect(() => exportCertificate(fixed, usual)).to.throw(Refusal, /key-not-exportable.*NTE_BAD_KEY_STATE/);
  const bare = withMachine(world, { ...machine, keys: [] });
  expect(() => exportCertificate(bare, usual)).to.throw(Refusal, /private-key-missing.*CRYPT_E_NO_KEY_PROPERTY/);
  expect(read(exportCertificate(bare, { ...usual, format: 'der' }))).to.deep.equal(Buffer.from(certificate.der));
});

test('the private key is deleted when asked to, and the certificate goes along if that is assumed', () => {
  for (const stays of [true, false]) {
    const assumptions = { ...world.assumptions, deletedKeyLeavesCertificate: stays };
    const { keys, stores } = machineOf(exportCertificate({ ...world, assumptions }, { ...usual, deleteKey: true }), on);
    expect(keys).to.deep.equal([]);
    expect(stores.LocalMachine.My).to.have.lengthOf(stays ? 1 : 0);
    expect(stores.LocalMachine.Root).to.equal(machineOf(world, on).stores.LocalMachine.Root);
  }
});

function written(choices: Partial<ExportAnswers>): Buffer {
  return read(exportCertificate(world, { ...usual, ...choices }));
}

function read(network: typeof world): Buffer {
  return Buffer.from(readFile(network, on, path));
}
