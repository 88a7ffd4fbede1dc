import { test } from 'node:test';
import { expect } from 'chai';
import { databaseFact } from '../../src/adcs/adcs-refusals';
import { type CertificationAuthority, requestRow } from '../../src/adcs/authority';
import { approve, revoke } from '../../src/adcs/certificate-manager';
import { requestFormPage } from '../../src/adcs/certsrv/pages';
import { renew } from '../../src/adcs/hierarchy';
import { publicationAt } from '../../src/adcs/publication';
import { REGISTRY_NAMES, registryValue } from '../../src/adcs/registry';
import { submit } from '../../src/adcs/submission';
import type { Requester } from '../../src/adcs/template';
import { DAY, takeKey } from '../../src/determinism';
import { Refusal } from '../../src/refusal';
import { issuingAuthority } from '../../src/world/deployment';
import { createRequest, readRequest, requestPem } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import { type DistinguishedName, distinguishedName } from '../../src/x509/names/distinguished-name';
import { sizesOf } from '../../src/x509/request-sizes';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';

const START = deploymentOf(environmentOf({}), {});
const AUTHORITY = issuingAuthority(START);
const STANDALONE: CertificationAuthority = { ...AUTHORITY, kind: 'standalone', templates: [] };
const ADMINISTRATOR: Requester = { account: 'CONTOSO\\lyncadmin', groups: ['RTCUniversalServerAdmins'] };
const STRANGER: Requester = { account: 'CONTOSO\\guest', groups: [] };
const MANAGER = { account: 'CONTOSO\\certmanager', groups: [] };
const [PEM] = takeKey(START.determinism, 2048);

function requestOf(subject: DistinguishedName, extendedKeyUsage: readonly string[] = []): Uint8Array {
  const names = ['edgepool.contoso.com'];
  return Buffer.from(
    requestPem(createRequest({ subject, keyPair: keyPair(PEM), subjectAlternativeNames: names, extendedKeyUsage })),
  );
}

function sent(
  authority: CertificationAuthority,
  request = requestOf(distinguishedName('CN=edgepool.contoso.com')),
  requester = ADMINISTRATOR,
) {
  return submit(authority, { requester, request, attributes: { certificatetemplate: 'WebServer' } }, START.determinism);
}

function outcome(...parameters: Parameters<typeof sent>): string {
  const { disposition } = sent(...parameters).row;
  return disposition.kind === 'denied' ? disposition.hresult : disposition.kind;
}

function issuedUsages(usages: readonly string[]): readonly string[] {
  const { disposition } = sent(STANDALONE, requestOf(distinguishedName('CN=a.contoso.com'), usages)).row;
  return disposition.kind === 'issued' ? disposition.certificate.extendedKeyUsage : [disposition.kind];
}

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('a refusal is expected');
}

test('the refusal of an unknown request id names the id and those that are known', () => {
  const parametersFor = (authority: CertificationAuthority, id: number) =>
    refusalOf(() => requestRow(authority, id)).detail.parameters;
  const { authority, row } = sent(AUTHORITY);
  const id = row.id + 1;
  expect(parametersFor(authority, id)).to.deep.equal({ id, database: databaseFact([row.id]) });
  expect(parametersFor(AUTHORITY, 3)).to.deep.equal({ id: 3, database: databaseFact([]) });
  expect(databaseFact([]).code).to.not.equal(databaseFact([row.id]).code);
});

test('the form says that no template can be used on an enterprise authority only', () => {
  const NONE = 'No certificate templates could be found';
  expect(requestFormPage({ ...AUTHORITY, templates: [] }, ADMINISTRATOR)).to.contain(NONE);
  expect(requestFormPage(AUTHORITY, STRANGER)).to.contain(NONE);
  expect(requestFormPage(AUTHORITY, ADMINISTRATOR)).to.not.contain(NONE);
  const form = requestFormPage(STANDALONE, ADMINISTRATOR);
  expect(form).to.not.contain(NONE);
  expect(form).to.contain('name="CertRequest"').and.to.not.contain('lbCertTemplate');
});

test('only a new key of a root gives rise to cross certificates', () => {
  const [root] = [...START.authorities.values()].filter(({ superiors }) => superiors.length === 0);
  if (!root) throw new Error('a root is expected');
  const added = (key: 'new' | 'same') =>
    renew(root, undefined, START.determinism, key).authority.crossCertificates.length - root.crossCertificates.length;
  expect([added('same'), added('new') > 0]).to.deep.equal([0, true]);
  const { authority } = renew(AUTHORITY, root, START.determinism);
  expect(authority.crossCertificates).to.deep.equal(AUTHORITY.crossCertificates);
});

test('without templates, the usages of the request count, and serverAuth without any', () => {
  expect(issuedUsages(['clientAuth'])).to.deep.equal(['clientAuth']);
  expect(issuedUsages([])).to.deep.equal(['serverAuth']);
});

test('each revocation publishes a list with the next number', () => {
  const issued = sent(AUTHORITY);
  const now = START.determinism.now + DAY;
  const [generation] = AUTHORITY.generations;
  if (!generation) throw new Error('a generation is expected');
  const number = (authority: CertificationAuthority): number => publicationAt(authority, generation, now).number;
  const once = revoke(issued.authority, MANAGER, issued.row.id, { now, reason: 1 });
  expect(number(once) - number(issued.authority)).to.equal(1);
});

test('certutil -setreg takes the names that it lists, in any case', () => {
  expect(REGISTRY_NAMES).to.include.members(['CA\\ValidityPeriod', 'CA\\ValidityPeriodUnits', 'DBFlags']);
  expect(REGISTRY_NAMES.map((name) => registryValue(name.toUpperCase())?.name)).to.deep.equal(REGISTRY_NAMES);
  expect(registryValue('CA\\Unknown')).to.equal(undefined);
});

test('the column RawName takes 4096 bytes and no more', () => {
  const free = { ...AUTHORITY, settings: { ...AUTHORITY.settings, enforceX500NameLengths: false } };
  const subjectOf = (length: number) => [{ type: 'CN', value: 'A'.repeat(length) }];
  const sizeOf = (length: number): number => sizesOf(readRequest(requestOf(subjectOf(length)))).subject;
  const length = 4000 + 4096 - sizeOf(4000);
  expect(sizeOf(length)).to.equal(4096);
  expect(outcome(free, requestOf(subjectOf(length)))).to.equal('issued');
  expect(outcome(free, requestOf(subjectOf(length + 1)))).to.equal('JET_errColumnTooBig');
});

test('an authority that records denials has a row and no event for a stranger, and an event for a denial by policy', () => {
  const permissions = { ...AUTHORITY.permissions, requestCertificates: [] };
  const recording = { ...AUTHORITY, permissions, recordsEnrollDenials: true };
  const stranger = sent(recording, undefined, STRANGER);
  expect(stranger.row.disposition).to.include({ kind: 'denied', hresult: 'CERTSRV_E_ENROLL_DENIED' });
  expect(stranger.authority.events).to.deep.equal(recording.events);
  const denied = sent({ ...AUTHORITY, templates: [] });
  const [event, ...others] = denied.authority.events.slice(AUTHORITY.events.length);
  expect(others).to.deep.equal([]);
  expect(event).to.include({ id: 53, at: START.determinism.now });
  expect(event?.message).to.contain(`request ${denied.row.id} `).and.to.contain('CN=edgepool.contoso.com');
});

test('only what a file holds is a denial; a fault of the program is thrown', () => {
  expect(outcome(AUTHORITY, Buffer.from('no request'))).to.equal('CRYPT_E_ASN1_BADTAG');
  expect(() => sent(AUTHORITY, null as unknown as Uint8Array)).to.throw(TypeError);
});

test('an authority without templates issues at once, or waits for its manager', () => {
  expect(outcome(STANDALONE)).to.equal('issued');
  const pending = sent({ ...STANDALONE, managerApproval: true });
  expect(pending.row.disposition.kind).to.equal('under submission');
  const { authority } = approve(pending.authority, MANAGER, pending.row.id, pending.determinism);
  expect(requestRow(authority, pending.row.id).disposition.kind).to.equal('issued');
});
