import { test } from 'node:test';
import { expect } from 'chai';
import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import { plansOf } from '../../src/exploration/random/plan';
import { PASSWORD } from '../../src/operator/named-values';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import type { Deployment } from '../../src/world/deployment';
import { certificatePem, readCertificate } from '../../src/x509/certificate';
import { readRequest, requestPem } from '../../src/x509/certificate-request';
import { contentKind } from '../../src/x509/content-kind';
import { readPkcs7, writePkcs7 } from '../../src/x509/pkcs7';
import { readPkcs12 } from '../../src/x509/pkcs12/pkcs12';
import { writePkcs12 } from '../../src/x509/pkcs12/write-pkcs12';
import { fc } from '../support/properties';
import { refusalOf } from '../x509/authorities';
import { startingIn } from './starting';

/** Certificates and files that random operations have left are equal after they are written and read again. */

const SEED = 7;
const explored = fc
  .sample(plansOf(SYSTEM), { seed: SEED, numRuns: 50 })
  .flatMap(({ setting, operations }): Deployment[] => {
    const last = runOf(cachedChecker(SYSTEM), startingIn(setting), operations).steps.at(-1);
    return last ? [last.after.console.deployment] : [];
  });
const machines = explored.flatMap((deployment) => [...deployment.machines.values()]);
const disks = [...machines, ...explored.flatMap(({ media }) => media)].map(({ disk }) => disk);
const files = disks.flatMap(({ files: all }) => [...all.values()].map(({ bytes }) => bytes));

function filesOf(kind: string): readonly Uint8Array[] {
  const some = [...new Set(files.filter((bytes) => contentKind(bytes) === kind))];
  expect(some, `files of the kind ${kind}`).to.not.be.empty;
  return some;
}

test('every store, as PKCS #7 and as certificates in PEM', () => {
  const stores = machines.flatMap(({ stores: all }) => Object.values(all).flatMap((of) => Object.values(of)));
  const snapshots = stores.map((store) => store.map(({ certificate }) => certificate)).filter((one) => one.length > 0);
  expect(snapshots.length).to.be.greaterThan(100);
  for (const snapshot of snapshots) {
    expect(readPkcs7(writePkcs7(snapshot))).to.deep.equal(snapshot);
    for (const one of snapshot) expect(readCertificate(Buffer.from(certificatePem(one)))).to.deep.equal(one);
  }
});

test('every PKCS #7 file', () => {
  for (const bytes of filesOf('pkcs7')) {
    const certificates = readPkcs7(bytes);
    expect(readPkcs7(writePkcs7(certificates))).to.deep.equal(certificates);
  }
});

test('every PKCS #10 file', () => {
  for (const bytes of filesOf('request')) {
    const request = readRequest(bytes);
    expect(readRequest(Buffer.from(requestPem(request)))).to.deep.equal(request);
  }
});

test('every PKCS #12 file, which the empty password opens or the usual one', () => {
  const salt = (length: number): Uint8Array => new Uint8Array(length).fill(7);
  for (const bytes of filesOf('pkcs12')) {
    const password = refusalOf(() => readPkcs12(bytes, PASSWORD)) === undefined ? PASSWORD : '';
    const content = readPkcs12(bytes, password);
    const written = writePkcs12(content, { password: 'another', profile: 'AES256-SHA256', salt });
    expect(readPkcs12(written, 'another')).to.deep.equal(content);
  }
});
