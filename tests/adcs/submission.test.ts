import { test } from 'node:test';
import { expect } from 'chai';
import type { CertificationAuthority } from '../../src/adcs/authority';
import { approve, deny, revoke } from '../../src/adcs/certificate-manager';
import { renew } from '../../src/adcs/hierarchy';
import { revocationList } from '../../src/adcs/revocation-list';
import { submit } from '../../src/adcs/submission';
import { takeKey } from '../../src/determinism';
import { Refusal } from '../../src/refusal';
import { issuingAuthority, PUBLIC_AUTHORITY } from '../../src/world/deployment';
import { signedBy } from '../../src/x509/certificate';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { readCrl } from '../../src/x509/crl';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';
import { fc } from '../support/properties';

const START = deploymentOf(environmentOf({}), {});
const AUTHORITY = issuingAuthority(START);
const ADMINISTRATOR = { account: 'CONTOSO\\lyncadmin', groups: ['RTCUniversalServerAdmins'] };
const MANAGER = { account: 'CONTOSO\\certmanager', groups: [] };

function requestOf(bits: 1024 | 2048 = 2048, template?: string): Uint8Array {
  const [pem] = takeKey(START.determinism, bits);
  const request = createRequest({
    subject: distinguishedName('CN=edgepool.contoso.com, O=Contoso'),
    keyPair: keyPair(pem),
    subjectAlternativeNames: ['edgepool.contoso.com'],
    ...(template ? { templateName: template } : {}),
  });
  return Buffer.from(requestPem(request));
}

function dispositionOf(authority: CertificationAuthority, attributes: Record<string, string>, request = requestOf()) {
  return submit(authority, { requester: ADMINISTRATOR, request, attributes }, START.determinism).row.disposition;
}

test('a certificate carries the names of the request, and usage, lifetime and addresses of template and authority', () => {
  const disposition = dispositionOf(AUTHORITY, { certificatetemplate: 'WebServer' });
  if (disposition.kind !== 'issued') throw new Error(disposition.kind);
  const { certificate } = disposition;
  expect(certificate.subjectAlternativeNames).to.deep.equal(['edgepool.contoso.com']);
  expect(certificate.extendedKeyUsage).to.deep.equal(['serverAuth']);
  expect(certificate.templateName).to.equal('WebServer');
  expect(certificate.crlDistributionPoints).to.deep.equal([
    'http://pki.contoso.com/CertEnroll/Contoso%20Issuing%20CA.crl',
  ]);
  expect(START.determinism.now - certificate.notBefore).to.equal(10 * 60_000);
  expect(new Date(certificate.notAfter).toISOString()).to.equal('2015-11-07T09:00:00.000Z');
  expect(signedBy(certificate, AUTHORITY.generations[0]?.certificate ?? certificate)).to.equal(true);
});

const DENIALS = [
  ['CERTSRV_E_NO_CERT_TYPE', {}, requestOf()],
  ['CERTSRV_E_UNSUPPORTED_CERT_TYPE', { certificatetemplate: 'Web Server' }, requestOf()],
  ['CERTSRV_E_KEY_LENGTH', { certificatetemplate: 'WebServer' }, requestOf(1024)],
  ['CRYPT_E_ASN1_BADTAG', { certificatetemplate: 'WebServer' }, Buffer.from('this is no request')],
] as const;

for (const [hresult, attributes, request] of DENIALS) {
  test(`denied: ${hresult}`, () => {
    const disposition = dispositionOf(AUTHORITY, attributes, request);
    expect(disposition.kind === 'denied' && disposition.hresult).to.equal(hresult);
  });
}

test('the template in the request counts, and the attribute counts more', () => {
  const manual = dispositionOf(AUTHORITY, {}, requestOf(2048, 'WebServerManual'));
  expect(manual.kind).to.equal('under submission');
  const issued = dispositionOf(AUTHORITY, { certificatetemplate: 'WebServer' }, requestOf(2048, 'WebServerManual'));
  expect(issued.kind).to.equal('issued');
});

test('a request whose signature is not that of its key is denied', () => {
  const request = Buffer.from(requestOf());
  const text = request.toString().split('\r\n');
  const middle = text[10] ?? '';
  text[10] = middle.slice(0, 5) + (middle[5] === 'A' ? 'B' : 'A') + middle.slice(6);
  const disposition = dispositionOf(AUTHORITY, { certificatetemplate: 'WebServer' }, Buffer.from(text.join('\r\n')));
  expect(disposition.kind).to.equal('denied');
});

test('names asked for with the attribute san: count only where the authority honours it', () => {
  const attributes = { certificatetemplate: 'WebServer', san: 'dns=a.example&dns=b.example' };
  const names = [false, true].map((sanAttribute) => {
    const disposition = dispositionOf({ ...AUTHORITY, sanAttribute }, attributes);
    return disposition.kind === 'issued' ? disposition.certificate.subjectAlternativeNames : [];
  });
  expect(names).to.deep.equal([['edgepool.contoso.com'], ['a.example', 'b.example']]);
});

test('a certificate never outlives its authority, unless that is assumed', () => {
  const late = { ...START.determinism, now: START.determinism.now + 8.5 * 365.25 * 86_400_000 };
  const ends = [true, false].map((validityEndsWithIssuer) => {
    const { row } = submit(
      { ...AUTHORITY, validityEndsWithIssuer },
      { requester: ADMINISTRATOR, request: requestOf(), attributes: { certificatetemplate: 'WebServer' } },
      late,
    );
    return row.disposition.kind === 'issued' ? row.disposition.certificate.notAfter : 0;
  });
  expect(ends[0]).to.equal(AUTHORITY.generations[0]?.certificate.notAfter);
  expect(ends[1]).to.be.greaterThan(ends[0] ?? 0);
});

test('a certificate manager issues, denies and revokes what is in the state for it, and nobody else does', () => {
  const pending = submit(
    { ...AUTHORITY, managerApproval: true },
    { requester: ADMINISTRATOR, request: requestOf(), attributes: { certificatetemplate: 'WebServer' } },
    START.determinism,
  );
  const { id } = pending.row;
  expect(() => approve(pending.authority, ADMINISTRATOR, id, pending.determinism)).to.throw(
    Refusal,
    /not-a-certificate-manager/,
  );
  expect(() => revoke(pending.authority, MANAGER, id, { now: 0, reason: 1 })).to.throw(Refusal, /wrong-disposition/);
  expect(() => approve(pending.authority, MANAGER, id + 1, pending.determinism)).to.throw(Refusal, /no-such-request/);
  expect(deny(pending.authority, MANAGER, id).requests[0]?.disposition.kind).to.equal('denied');
  const issued = approve(pending.authority, MANAGER, id, pending.determinism);
  expect(() => deny(issued.authority, MANAGER, id)).to.throw(Refusal, /wrong-disposition/);
  const revoked = revoke(issued.authority, MANAGER, id, { now: START.determinism.now, reason: 4 });
  const list = readCrl(revocationList(revoked, START.determinism.now).der);
  expect(list.revoked.map(({ reason }) => reason)).to.deep.equal([4]);
  expect(readCrl(revocationList(issued.authority, START.determinism.now).der).revoked).to.deep.equal([]);
});

test('after a renewal the new key signs, and what was signed before stays as it was', () => {
  const root = [...START.authorities.values()][0];
  const { authority } = renew(AUTHORITY, root, START.determinism);
  const [before, after] = authority.generations.map(({ certificate }) => certificate);
  if (!before || !after) throw new Error('two generations are expected');
  const disposition = dispositionOf(authority, { certificatetemplate: 'WebServer' });
  if (disposition.kind !== 'issued') throw new Error(disposition.kind);
  expect(signedBy(disposition.certificate, after)).to.equal(true);
  expect(signedBy(disposition.certificate, before)).to.equal(false);
  expect(before.subject).to.deep.equal(after.subject);
});

test('serial numbers and request ids are never given twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), (count) => {
      let authority = START.authorities.get(PUBLIC_AUTHORITY) ?? AUTHORITY;
      let { determinism } = START;
      for (let n = 0; n < count; n++) {
        const sent = submit(authority, { requester: ADMINISTRATOR, request: requestOf(), attributes: {} }, determinism);
        ({ authority, determinism } = approve(sent.authority, ADMINISTRATOR, sent.row.id, sent.determinism));
      }
      const serials = authority.requests.map(
        ({ disposition }) => disposition.kind === 'issued' && disposition.certificate.serialNumber,
      );
      expect(new Set(serials).size).to.equal(count);
      expect(new Set(authority.requests.map(({ id }) => id)).size).to.equal(count);
    }),
    { numRuns: 10 },
  );
});
