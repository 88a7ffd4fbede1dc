import { test } from 'node:test';
import { expect } from 'chai';
import { type CertificationAuthority, currentGeneration } from '../../src/adcs/authority';
import { NAME_BOUNDS } from '../../src/adcs/name-bounds';
import { LONG_EXTENSIONS } from '../../src/adcs/registry';
import { submit } from '../../src/adcs/submission';
import type { Requester } from '../../src/adcs/template';
import { takeKey } from '../../src/determinism';
import { Refusal } from '../../src/refusal';
import { issuingAuthority } from '../../src/world/deployment';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import type { DistinguishedName } from '../../src/x509/names/distinguished-name';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';

const START = deploymentOf(environmentOf({}), {});
const AUTHORITY = issuingAuthority(START);
const ADMINISTRATOR: Requester = { account: 'CONTOSO\\lyncadmin', groups: ['RTCUniversalServerAdmins'] };
const [PEM] = takeKey(START.determinism, 2048);

function sent(
  subject: DistinguishedName,
  names: readonly string[] = [],
  authority: CertificationAuthority = AUTHORITY,
  requester = ADMINISTRATOR,
) {
  const request = createRequest({ subject, keyPair: keyPair(PEM), subjectAlternativeNames: names });
  const attributes = { certificatetemplate: 'WebServer' };
  return submit(authority, { requester, request: Buffer.from(requestPem(request)), attributes }, START.determinism);
}

function outcome(...parameters: Parameters<typeof sent>): string {
  const { disposition } = sent(...parameters).row;
  return disposition.kind === 'denied' ? disposition.hresult : disposition.kind;
}

const BAD = 'CERTSRV_E_BAD_REQUESTSUBJECT';

/** A value of that length that the encoding of the type allows. */
const value = (length: number): string => 'A'.repeat(length);

for (const [type, most] of Object.entries(NAME_BOUNDS)) {
  test(`${type} has at most ${most} characters`, () => {
    const named = (length: number): string => outcome([{ type, value: value(length) }], ['a.contoso.com']);
    expect(named(most)).to.equal('issued');
    expect(named(most + 1)).to.equal(BAD);
  });
}

test('a country of one letter is refused, and no length is checked without EnforceX500NameLengths', () => {
  expect(outcome([{ type: 'C', value: 'U' }])).to.equal(BAD);
  const settings = { ...AUTHORITY.settings, enforceX500NameLengths: false };
  const free = { ...AUTHORITY, settings };
  expect(outcome([{ type: 'OU', value: value(93) }], ['a.contoso.com'], free)).to.equal('issued');
  expect(outcome([], [], free)).to.equal(BAD);
});

test('the authority’s name and no name at all are refused; alternative names alone are a name', () => {
  expect(outcome(currentGeneration(AUTHORITY).certificate.subject)).to.equal(BAD);
  expect(outcome([])).to.equal(BAD);
  expect(outcome([], ['a.contoso.com'])).to.equal('issued');
});

test('an extension has 4096 bytes at most, or 16384 after DBFlags were changed', () => {
  const subject = [{ type: 'CN', value: 'a.contoso.com' }];
  // a name of 20 bytes takes 22, and the sequence around 186 of them four more: 4096
  const names = (count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${String(index).padStart(8, 'a')}.contoso.com`);
  expect(outcome(subject, names(186))).to.equal('issued');
  expect(outcome(subject, names(187))).to.equal('JET_errColumnTooBig');
  const expanded = { ...AUTHORITY, settings: { ...AUTHORITY.settings, dbFlags: LONG_EXTENSIONS } };
  expect(outcome(subject, names(187), expanded)).to.equal('issued');
  expect(outcome(subject, names(745), expanded)).to.equal('JET_errColumnTooBig');
});

test('parsing comes before the policy module, has a row, and is event 22', () => {
  const stranger = { account: 'CONTOSO\\user01', groups: [] };
  const failed = sent([{ type: 'OU', value: value(93) }], [], AUTHORITY, stranger);
  expect(failed.row.disposition).to.deep.include({ kind: 'denied', hresult: BAD });
  expect(failed.authority.requests).to.have.lengthOf(1);
  expect(failed.authority.events.map(({ id, message }) => [id, message])).to.deep.equal([
    [
      22,
      `Active Directory Certificate Services could not process request 5 due to an error: The request subject name is invalid or too long. 0x80094001 (-2146877439 CERTSRV_E_BAD_REQUESTSUBJECT).  The request was for OU=${value(93)}.  Additional information: Error Parsing Request`,
    ],
  ]);
  expect(outcome([{ type: 'CN', value: 'a' }], [], AUTHORITY, stranger)).to.equal('CERTSRV_E_TEMPLATE_DENIED');
});

test('a file that is cut short has another error than one that is no request', () => {
  const whole = createRequest({
    subject: [{ type: 'CN', value: 'a' }],
    keyPair: keyPair(PEM),
    subjectAlternativeNames: [],
  });
  const read = (request: Uint8Array): string => {
    const { disposition } = submit(
      AUTHORITY,
      { requester: ADMINISTRATOR, request, attributes: {} },
      START.determinism,
    ).row;
    return disposition.kind === 'denied' ? disposition.message : disposition.kind;
  };
  expect(read(whole.der.slice(0, 200))).to.equal(
    'Error Parsing Request  ASN1 unexpected end of data. 0x80093102 (-2146881278 CRYPT_E_ASN1_EOD)',
  );
  expect(read(Buffer.from('no request'))).to.match(/^Error Parsing Request {2}.*CRYPT_E_ASN1_BADTAG/);
  const forged = Uint8Array.from(whole.der);
  forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
  expect(read(forged)).to.match(/^Error Verifying Request Signature or Signing Certificate {2}.*NTE_BAD_SIGNATURE/);
});

test('a requester without the right to request gets no row, unless that is assumed', () => {
  const closed = { ...AUTHORITY, permissions: { ...AUTHORITY.permissions, requestCertificates: ['Nobody'] } };
  const name = [{ type: 'CN', value: 'a.contoso.com' }];
  expect(() => sent(name, [], closed)).to.throw(Refusal, /enroll-denied/);
  const recorded = sent(name, [], { ...closed, recordsEnrollDenials: true });
  expect(recorded.row.disposition).to.deep.equal({
    kind: 'denied',
    hresult: 'CERTSRV_E_ENROLL_DENIED',
    message:
      'Denied by Policy Module  0x80094011, The permissions on this certification authority do not allow the current user to enroll for certificates.',
  });
});

test('a template that takes the names from the directory needs the DNS name of the account', () => {
  const templates = AUTHORITY.templates.map((one) => ({ ...one, subjectFrom: 'directory' as const }));
  const authority = { ...AUTHORITY, templates };
  const name = [{ type: 'CN', value: 'a.contoso.com' }];
  expect(outcome(name, [], authority)).to.equal('CERTSRV_E_SUBJECT_DNS_REQUIRED');
  const computer = { ...ADMINISTRATOR, dnsHostName: 'web01.contoso.com' };
  const { disposition } = sent(name, ['b.contoso.com'], authority, computer).row;
  if (disposition.kind !== 'issued') throw new Error(disposition.kind);
  expect(disposition.certificate.subject).to.deep.equal([{ type: 'CN', value: 'web01.contoso.com' }]);
  expect(disposition.certificate.subjectAlternativeNames).to.deep.equal(['web01.contoso.com']);
});

test('an authority whose service is stopped refuses requests', () => {
  const stopped = { ...AUTHORITY, service: { stoppedAt: START.determinism.now, unscheduledLists: [] } };
  expect(() => sent([{ type: 'CN', value: 'a' }], [], stopped)).to.throw(Refusal, /authority-stopped/);
});
