import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { expect } from 'chai';
import { type CertificationAuthority, currentGeneration } from '../../src/adcs/authority';
import { renew } from '../../src/adcs/hierarchy';
import { revocationList } from '../../src/adcs/revocation-list';
import { submit } from '../../src/adcs/submission';
import { templateOid } from '../../src/adcs/template-extensions';
import { takeKey } from '../../src/determinism';
import { issuingAuthority } from '../../src/world/deployment';
import type { Certificate } from '../../src/x509/certificate';
import { createRequest, type RequestContent } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';

/** The fields that Active Directory Certificate Services and certreq add, as OpenSSL reads them. */

const START = deploymentOf(environmentOf({}), {});
const AUTHORITY = issuingAuthority(START);
const [ROOT] = [...START.authorities.values()];
const REQUESTER = { account: 'CONTOSO\\lyncadmin', groups: ['RTCUniversalServerAdmins'] };

function requestOf(changes: Partial<RequestContent> = {}) {
  const [pem] = takeKey(START.determinism, 2048);
  return createRequest({
    subject: distinguishedName('CN=edgepool.contoso.com'),
    keyPair: keyPair(pem),
    subjectAlternativeNames: ['edgepool.contoso.com'],
    ...changes,
  });
}

/** What Windows adds to a request. */
const FROM_WINDOWS: Partial<RequestContent> = {
  keyUsage: ['digitalSignature', 'keyEncipherment'],
  extendedKeyUsage: ['serverAuth'],
  client: {
    osVersion: '6.3.9600.2',
    machine: 'edge01.contoso.com',
    user: 'EDGE01\\Administrator',
    process: 'powershell.exe',
    provider: 'Microsoft RSA SChannel Cryptographic Provider',
  },
};

function issuedBy(authority: CertificationAuthority, request = requestOf()): Certificate {
  const attributes = { certificatetemplate: 'WebServer' };
  const { disposition } = submit(
    authority,
    { requester: REQUESTER, request: request.der, attributes },
    START.determinism,
  ).row;
  if (disposition.kind !== 'issued') throw new Error(disposition.kind);
  return disposition.certificate;
}

/** The object identifiers of the extensions, in the order of the encoding. */
function extensionsOf(der: Uint8Array): readonly string[] {
  return [...parsed(der).matchAll(/OBJECT +:([\w. -]+)\n(?:.*BOOLEAN.*\n)?.*OCTET STRING/g)].map(
    ([, name = '']) => name,
  );
}

function parsed(der: Uint8Array): string {
  let text = '';
  inTemporaryFolder((folder) => {
    const path = join(folder, 'file');
    writeFileSync(path, der);
    const run = execute('openssl', ['asn1parse', '-inform', 'DER', '-in', path]);
    expect(run.status, run.all).to.equal(0);
    text = run.stdout;
  });
  return text;
}

/** The hexadecimal digits of an extension's value. */
function extensionValue(der: Uint8Array, id: string): string | undefined {
  const escaped = id.replaceAll('.', '\\.');
  return new RegExp(`OBJECT +:${escaped}\\n(?:.*BOOLEAN.*\\n)?.*OCTET STRING +\\[HEX DUMP\\]:([0-9A-F]+)`).exec(
    parsed(der),
  )?.[1];
}

function withOpenssl(t: TestContext, check: () => void): void {
  withPrograms(t, ['openssl'], check);
}

const ADDED = [
  'X509v3 Subject Key Identifier',
  'X509v3 Authority Key Identifier',
  'X509v3 CRL Distribution Points',
  'Authority Information Access',
  '1.3.6.1.4.1.311.20.2',
];

test('the extensions of the request come first, then those of the authority, then those of the template', (t) => {
  withOpenssl(t, () => {
    const [ku, eku, san] = ['X509v3 Key Usage', 'X509v3 Extended Key Usage', 'X509v3 Subject Alternative Name'];
    expect(extensionsOf(issuedBy(AUTHORITY).der)).to.deep.equal([san, ...ADDED, ku, eku]);
    expect(extensionsOf(issuedBy(AUTHORITY, requestOf(FROM_WINDOWS)).der)).to.deep.equal([ku, eku, san, ...ADDED]);
  });
});

test('a template of version 2 is named by its object identifier, with application policies', (t) => {
  withOpenssl(t, () => {
    const templates = AUTHORITY.templates.map((template) => ({ ...template, version: 2 as const }));
    const certificate = issuedBy({ ...AUTHORITY, templates });
    expect(extensionsOf(certificate.der).slice(-4)).to.deep.equal([
      '1.3.6.1.4.1.311.21.7',
      'X509v3 Key Usage',
      'X509v3 Extended Key Usage',
      '1.3.6.1.4.1.311.21.10',
    ]);
    expect(certificate.templateName).to.equal(templateOid('WebServer'));
    // SEQUENCE { OBJECT IDENTIFIER, INTEGER 100, INTEGER 2 }
    expect(extensionValue(certificate.der, '1.3.6.1.4.1.311.21.7')).to.match(/^30..06[0-9A-F]+020164020102$/);
    expect(extensionValue(certificate.der, '1.3.6.1.4.1.311.21.10')).to.equal('300C300A06082B06010505070301');
  });
});

test('a serial number holds the index of the authority certificate and the request ID', () => {
  const first = submit(
    AUTHORITY,
    { requester: REQUESTER, request: requestOf().der, attributes: {} },
    START.determinism,
  );
  const certificate = issuedBy(first.authority);
  expect(certificate.serialNumber).to.match(/^6[0-9a-f]{7}000000000006$/);
  const { authority } = renew(AUTHORITY, ROOT, START.determinism);
  expect(issuedBy(authority).serialNumber).to.match(/^6[0-9a-f]{7}000100000005$/);
  expect(AUTHORITY.generations[0]?.certificate.serialNumber).to.match(/^6[0-9a-f]{7}000000000002$/);
  expect(ROOT?.generations[0]?.certificate.serialNumber).to.match(/^1[0-9a-f]{31}$/);
});

test('an authority names its version; a renewed one also its previous certificate, and new addresses', (t) => {
  withOpenssl(t, () => {
    const before = currentGeneration(AUTHORITY).certificate;
    expect(extensionsOf(before.der).slice(0, 5)).to.deep.equal([
      '1.3.6.1.4.1.311.21.1',
      'X509v3 Subject Key Identifier',
      '1.3.6.1.4.1.311.20.2',
      'X509v3 Key Usage',
      'X509v3 Basic Constraints',
    ]);
    expect(extensionValue(before.der, '1.3.6.1.4.1.311.21.1')).to.equal('020100');
    const { authority } = renew(AUTHORITY, ROOT, START.determinism);
    const { certificate } = currentGeneration(authority);
    expect(extensionValue(certificate.der, '1.3.6.1.4.1.311.21.1')).to.equal('0203010001');
    expect(extensionValue(certificate.der, '1.3.6.1.4.1.311.21.2')).to.equal(`0414${before.thumbprint}`);
    const issued = issuedBy(authority);
    const file = 'http://pki.contoso.com/CertEnroll/Contoso%20Issuing%20CA(1)';
    expect(issued.crlDistributionPoints).to.deep.equal([`${file}.crl`]);
    expect(issued.authorityInformationAccess).to.deep.equal([`${file}.crt`]);
    const directory = ['ldap:///CN=Contoso,CN=CDP,DC=contoso,DC=com?certificateRevocationList'];
    expect(issuedBy({ ...authority, crlDistributionPoints: directory }).crlDistributionPoints).to.deep.equal([
      'ldap:///CN=Contoso(1),CN=CDP,DC=contoso,DC=com?certificateRevocationList',
    ]);
  });
});

test('the root of an enterprise names the template CA, a standalone root names none', (t) => {
  withOpenssl(t, () => {
    const { environment } = START;
    const single = { ...environment.pki, authorities: environment.pki.authorities.slice(-1) };
    const enterprise = issuingAuthority(deploymentOf({ ...environment, pki: single }, {}));
    expect(currentGeneration(enterprise).certificate.templateName).to.equal('CA');
    const root = ROOT && currentGeneration(ROOT).certificate;
    expect(root?.templateName).to.equal(undefined);
    expect(root && extensionsOf(root.der)).to.deep.equal([
      'X509v3 Key Usage',
      'X509v3 Basic Constraints',
      'X509v3 Subject Key Identifier',
      '1.3.6.1.4.1.311.21.1',
    ]);
  });
});

test('a CRL overlaps the next one, and names its key and the next publication', (t) => {
  withOpenssl(t, () => {
    const { now } = START.determinism;
    const crl = revocationList({ ...AUTHORITY, handPublished: { published: now, distributed: now } }, now);
    const [minute, hour] = [60_000, 3_600_000];
    expect([now - crl.thisUpdate, crl.nextUpdate - now]).to.deep.equal([
      10 * minute,
      (7 * 24 + 12) * hour + 10 * minute,
    ]);
    expect(extensionsOf(crl.der)).to.deep.equal([
      'X509v3 Authority Key Identifier',
      '1.3.6.1.4.1.311.21.1',
      'X509v3 CRL Number',
      '1.3.6.1.4.1.311.21.4',
    ]);
    const published = new Date(now + 7 * 24 * hour)
      .toISOString()
      .replace(/[-:T]|\.000/g, '')
      .slice(2);
    expect(extensionValue(crl.der, '1.3.6.1.4.1.311.21.4')).to.equal(
      `170D${Buffer.from(published).toString('hex').toUpperCase()}`,
    );
  });
});

test('a request of Windows names system, client and provider, in the order of DER, and its key identifier', (t) => {
  withOpenssl(t, () => {
    const text = parsed(requestOf(FROM_WINDOWS).der);
    const attributes = [...text.matchAll(/OBJECT +:(1\.3\.6\.1\.4\.1\.311\.[\d.]+|Extension Request)\n/g)];
    expect(attributes.map(([, id]) => id)).to.deep.equal([
      '1.3.6.1.4.1.311.13.2.3',
      '1.3.6.1.4.1.311.21.20',
      '1.3.6.1.4.1.311.13.2.2',
      'Extension Request',
    ]);
    expect(text)
      .to.match(/IA5STRING +:6\.3\.9600\.2/)
      .and.match(
        /UTF8STRING +:edge01\.contoso\.com\n.*UTF8STRING +:EDGE01\\Administrator\n.*UTF8STRING +:powershell\.exe/,
      )
      .and.match(/INTEGER +:01\n.*l= {2}90 prim: BMPSTRING/)
      .and.match(/X509v3 Subject Key Identifier/);
    expect(parsed(requestOf().der)).not.to.match(/1\.3\.6\.1\.4\.1\.311/);
  });
});
