import { test } from 'node:test';
import { expect } from 'chai';
import type { CertificationAuthority } from '../../src/adcs/authority';
import { renew } from '../../src/adcs/hierarchy';
import { afterPeriod, readPeriod, years } from '../../src/adcs/period';
import { listTimes, publicationAt } from '../../src/adcs/publication';
import { defaultRegistry, registryValue } from '../../src/adcs/registry';
import { revocationList } from '../../src/adcs/revocation-list';
import { submit } from '../../src/adcs/submission';
import { takeKey } from '../../src/determinism';
import { issuingAuthority } from '../../src/world/deployment';
import { signedBy } from '../../src/x509/certificate';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';

const START = deploymentOf(environmentOf({}), {});
const AUTHORITY = issuingAuthority(START);
const NOW = START.determinism.now;
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
const at = (text: string): number => Date.parse(`${text}Z`);

test('periods in every unit; months end on the last day of a shorter month', () => {
  const after = (text: string, from = '2012-01-31T00:00'): string => {
    const period = readPeriod(text);
    return period ? iso(afterPeriod(at(from), period)) : 'no period';
  };
  expect(after('36 hours')).to.equal('2012-02-01T12:00');
  expect(after('1 day')).to.equal('2012-02-01T00:00');
  expect(after('2 weeks')).to.equal('2012-02-14T00:00');
  expect(after('1 month')).to.equal('2012-02-29T00:00');
  expect(after('13 months')).to.equal('2013-02-28T00:00');
  expect(after('5 years')).to.equal('2017-01-31T00:00');
  for (const wrong of ['0 days', '2 fortnights', 'years', '1.5 years']) expect(after(wrong)).to.equal('no period');
});

/** The end of a certificate that the authority issues now with this template and registry. */
function endWith(template: string, registry: string, change: Partial<CertificationAuthority> = {}): string {
  const [validity, longest] = [readPeriod(template), readPeriod(registry)];
  if (!validity || !longest) throw new Error('two periods are expected');
  const templates = AUTHORITY.templates.map((one) => ({ ...one, validity }));
  const settings = { ...AUTHORITY.settings, validity: longest };
  const [pem] = takeKey(START.determinism, 2048);
  const subject = distinguishedName('CN=edgepool.contoso.com');
  const request = createRequest({ subject, keyPair: keyPair(pem), subjectAlternativeNames: [] });
  const { row } = submit(
    { ...AUTHORITY, templates, settings, ...change },
    {
      requester: { account: 'CONTOSO\\lyncadmin', groups: ['RTCUniversalServerAdmins'] },
      request: Buffer.from(requestPem(request)),
      attributes: { certificatetemplate: 'WebServer' },
    },
    START.determinism,
  );
  return row.disposition.kind === 'issued' ? iso(row.disposition.certificate.notAfter) : row.disposition.kind;
}

test('a certificate ends with the least of template, registry and the authority itself', () => {
  expect(endWith('5 years', '2 years')).to.equal('2015-11-07T09:00');
  expect(endWith('1 year', '2 years')).to.equal('2014-11-07T09:00');
  expect(endWith('5 years', '36 hours')).to.equal('2013-11-08T21:00');
  const own = AUTHORITY.generations[0]?.certificate.notAfter ?? 0;
  expect(endWith('20 years', '20 years')).to.equal(iso(own));
  expect(endWith('20 years', '20 years', { validityEndsWithIssuer: false })).to.equal('2033-11-07T09:00');
});

test('the installation allows two years on an enterprise CA and one year on a stand-alone CA', () => {
  expect(defaultRegistry('enterprise').validity).to.deep.equal(years(2));
  expect(defaultRegistry('standalone').validity).to.deep.equal(years(1));
});

test('values of the registry are read and written as certutil does it', () => {
  const registry = defaultRegistry('enterprise');
  const written = (name: string, value: string): string | undefined => {
    const known = registryValue(name);
    const next = known?.write(registry, value);
    return next && known?.read(next);
  };
  expect(written('ca\\ValidityPeriodUnits', '5')).to.equal('5');
  expect(written('CA\\ValidityPeriodUnits', '0')).to.equal(undefined);
  expect(written('CA\\ValidityPeriodUnits', 'five')).to.equal(undefined);
  expect(written('CA\\CRLOverlapUnits', '0')).to.equal('0');
  expect(written('CA\\ValidityPeriod', 'days')).to.equal('Days');
  expect(written('CA\\ValidityPeriod', 'Decades')).to.equal(undefined);
  expect(written('CA\\EnforceX500NameLengths', '0')).to.equal('0');
  expect(written('CA\\EnforceX500NameLengths', '2')).to.equal(undefined);
  expect(written('DBFlags', '+0x1000')).to.equal('0x1000');
  expect(written('CA\\CRLFlags', '+CRLF_REVCHECK_IGNORE_OFFLINE')).to.equal('0x8');
  expect(written('CA\\CRLFlags', '-8')).to.equal('0x0');
  expect(written('CA\\CRLFlags', '+NO_SUCH_FLAG')).to.equal(undefined);
  expect(registryValue('CA\\NoSuchValue')).to.equal(undefined);
});

test('a CRL begins before its publication and is valid beyond the next one', () => {
  const times = (change: Partial<CertificationAuthority['settings']>): readonly string[] => {
    const settings = { ...AUTHORITY.settings, ...change };
    const { thisUpdate, nextPublish, nextUpdate } = listTimes({ ...AUTHORITY, settings }, at('2013-11-07T09:00'));
    return [thisUpdate, nextPublish, nextUpdate].map(iso);
  };
  expect(times({})).to.deep.equal(['2013-11-07T08:50', '2013-11-14T09:00', '2013-11-14T21:10']);
  expect(times({ crl: { count: 1, unit: 'days' } })[2]).to.equal('2013-11-08T11:34');
  expect(times({ crl: { count: 1, unit: 'hours' } })[2]).to.equal('2013-11-07T10:25');
  expect(times({ crlOverlap: { count: 3, unit: 'days' } })[2]).to.equal('2013-11-17T09:10');
  expect(times({ crlOverlap: { count: 3, unit: 'weeks' } })[2]).to.equal('2013-11-21T09:10');
});

test('CRLs follow one another while the service runs, with a number that grows', () => {
  const generation = AUTHORITY.generations[0];
  if (!generation) throw new Error('no certificate');
  const DAY = 86_400_000;
  const published = (days: number, authority = AUTHORITY): readonly [number, number] => {
    const { at: instant, number } = publicationAt(authority, generation, NOW + days * DAY);
    return [(NOW + days * DAY - instant) / DAY, number];
  };
  const [age, number] = published(0);
  expect(age).to.be.within(0, 7);
  expect(published(7)).to.deep.equal([age, number + 1]);
  const stopped = { ...AUTHORITY, service: { stoppedAt: NOW, unscheduledLists: [] } };
  expect(published(21, stopped)).to.deep.equal([21 + age, number]);
  const started = { ...AUTHORITY, service: { stoppedAt: null, unscheduledLists: [NOW] } };
  expect(published(1, started)[0]).to.equal(1);
  const carried = { ...AUTHORITY, handPublished: { published: NOW, distributed: NOW - 100 * DAY } };
  expect(published(0, carried)[0]).to.equal(100);
  expect(iso(revocationList(carried, NOW).nextUpdate)).to.equal(iso(listTimes(carried, NOW - 100 * DAY).nextUpdate));
});

test('a renewal with the same key keeps the key; a root with a new key certifies each key with the other', () => {
  const [root] = [...START.authorities.values()];
  if (!root) throw new Error('no root');
  const same = renew(AUTHORITY, root, START.determinism, 'same').authority;
  const [before, after] = same.generations.map(({ certificate }) => certificate);
  expect(after?.publicKeyId).to.equal(before?.publicKeyId);
  const later = NOW + 1000;
  expect(revocationList(same, later).number).to.equal(revocationList(AUTHORITY, later).number + 1);
  expect(after?.thumbprint).not.to.equal(before?.thumbprint);
  expect(same.crossCertificates).to.deep.equal([]);
  expect(renew(AUTHORITY, root, START.determinism).authority.crossCertificates).to.deep.equal([]);
  const renewed = renew(root, undefined, START.determinism).authority;
  const [old, fresh] = renewed.generations.map(({ certificate }) => certificate);
  const [forFresh, forOld] = renewed.crossCertificates;
  if (!old || !fresh || !forFresh || !forOld)
    throw new Error('two generations and two cross certificates are expected');
  expect([forFresh.publicKeyId, forOld.publicKeyId]).to.deep.equal([fresh.publicKeyId, old.publicKeyId]);
  expect([signedBy(forFresh, old), signedBy(forOld, fresh)]).to.deep.equal([true, true]);
  expect([forFresh.selfSigned, forFresh.notAfter]).to.deep.equal([false, old.notAfter]);
});
