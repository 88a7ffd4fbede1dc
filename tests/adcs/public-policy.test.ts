import { test } from 'node:test';
import { expect } from 'chai';
import { PUBLIC_POLICIES } from '../../src/adcs/public-policies';
import { isInternalName, longestAt, publicProfile, rulesAt } from '../../src/adcs/public-policy';
import { takeKey } from '../../src/determinism';
import { Refusal } from '../../src/refusal';
import { authorityNamed, PUBLIC_AUTHORITY } from '../../src/world/deployment';
import { createRequest } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';

const START = deploymentOf(environmentOf({}), {});
const AUTHORITY = authorityNamed(START, PUBLIC_AUTHORITY);
const on = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function profile(
  day: string,
  names: readonly string[] = ['sip.contoso.com'],
  { bits = 2048, usages = ['serverAuth'] }: { bits?: 1024 | 2048; usages?: readonly string[] } = {},
  authority = AUTHORITY,
) {
  const [pem] = takeKey(START.determinism, bits);
  const request = createRequest({
    subject: distinguishedName('CN=sip.contoso.com, OU=IT, O=Contoso, C=US'),
    keyPair: keyPair(pem),
    subjectAlternativeNames: names,
    extendedKeyUsage: usages,
  });
  return publicProfile(authority, request, on(day));
}

const days = (day: string): number => Math.round((profile(day).notAfter - on(day)) / 86_400_000);

test('the longest lifetime is that of the day of issue, its last second included', () => {
  expect(['2018-03-01', '2020-09-01', '2026-03-14', '2026-03-15', '2027-03-15', '2029-03-15'].map(days)).to.deep.equal([
    825, 398, 398, 200, 100, 47,
  ]);
  expect(profile('2026-03-15').notAfter).to.equal(on('2026-03-15') + 200 * 86_400_000 - 1000);
  expect(longestAt('baseline', on('2015-04-01'))).to.deep.equal({ count: 39, unit: 'months' });
  expect(longestAt('baseline', on('2012-07-01'))).to.deep.equal({ count: 60, unit: 'months' });
  expect(longestAt('baseline', on('2012-06-30'))).to.equal(undefined);
  expect(profile('2012-06-30').notAfter).to.equal(Number.POSITIVE_INFINITY);
});

test('client authentication is dropped from the day on which only server authentication may be issued', () => {
  const both = ['clientAuth', 'serverAuth'];
  expect(profile('2027-03-14', undefined, { usages: both }).extendedKeyUsage).to.deep.equal(both);
  expect(profile('2027-03-15', undefined, { usages: both }).extendedKeyUsage).to.deep.equal(['serverAuth']);
  expect(profile('2027-03-15', undefined, { usages: ['clientAuth'] }).extendedKeyUsage).to.deep.equal(['serverAuth']);
  expect(profile('2026-03-15', undefined, { usages: [] }).extendedKeyUsage).to.deep.equal(['serverAuth']);
});

test('the organizational unit is dropped since September 2022', () => {
  const types = (day: string): readonly string[] => profile(day).subject.map(({ type }) => type);
  expect(types('2022-08-31')).to.deep.equal(['C', 'O', 'OU', 'CN']);
  expect(types('2022-09-01')).to.deep.equal(['C', 'O', 'CN']);
});

test('short keys are refused since 2013', () => {
  expect(profile('2012-12-31', undefined, { bits: 1024 }).subjectAlternativeNames).to.have.lengthOf(1);
  expect(() => profile('2013-01-01', undefined, { bits: 1024 })).to.throw(Refusal, /key-too-short/);
});

test('alternative names are demanded since July 2012: added, or refused where that is assumed', () => {
  expect(profile('2012-06-30', []).subjectAlternativeNames).to.deep.equal([]);
  expect(profile('2012-07-01', []).subjectAlternativeNames).to.deep.equal(['sip.contoso.com']);
  const strict = { ...AUTHORITY, copiesCommonName: false };
  expect(() => profile('2012-07-01', [], {}, strict)).to.throw(Refusal, /alternative-names-missing/);
  expect(profile('2012-07-01', ['a.contoso.com'], {}, strict).subjectAlternativeNames).to.deep.equal(['a.contoso.com']);
});

test('internal names end by November 2015 and are refused afterwards', () => {
  expect(profile('2015-10-31', ['edge01.contoso.local']).notAfter).to.equal(on('2015-11-01'));
  expect(() => profile('2015-11-01', ['edge01.contoso.local'])).to.throw(Refusal, /internal-name/);
  for (const name of ['edge01', 'a.LOCAL', 'a.corp', 'ip:10.1.2.3', '192.168.0.1', 'ip:fd00::1', 'a.internal.'])
    expect(isInternalName(name), name).to.equal(true);
  for (const name of ['sip.contoso.com', 'ip:203.0.113.5', 'ip:2001:db8::1', 'email:a@contoso.local', 'a.local.com'])
    expect(isInternalName(name), name).to.equal(false);
});

test('named authorities have shorter lifetimes and earlier dates, never longer ones', () => {
  const longest = (policy: string, day: string): string => {
    const { count, unit } = longestAt(policy, on(day)) ?? { count: 0, unit: 'unlimited' };
    return `${count} ${unit}`;
  };
  expect(['2020-08-28', '2026-02-24', '2027-03-15'].map((day) => longest('digicert', day))).to.deep.equal([
    '397 days',
    '199 days',
    '100 days',
  ]);
  expect(
    ['2018-03-01', '2027-02-10', '2028-02-16', '2029-03-15'].map((day) => longest('lets-encrypt', day)),
  ).to.deep.equal(['90 days', '64 days', '45 days', '45 days']);
  expect(rulesAt('digicert', on('2025-09-30')).usages).to.equal(undefined);
  expect(rulesAt('digicert', on('2025-10-01')).usages).to.deep.equal(['serverAuth']);
  const subject = profile('2026-02-11', undefined, {}, { ...AUTHORITY, publicPolicy: 'lets-encrypt' }).subject;
  expect(subject).to.deep.equal([{ type: 'CN', value: 'sip.contoso.com' }]);
  expect(rulesAt('none', on('2029-03-15'))).to.deep.equal({});
});

test('every row of every policy has a date and a source, in the order of the dates', () => {
  for (const rows of Object.values(PUBLIC_POLICIES).flat()) {
    const dates = rows.map(({ from }) => from);
    expect(dates)
      .to.deep.equal([...new Set(dates)].sort())
      .and.not.to.have.lengthOf(0);
    expect(rows.filter(({ from, source }) => Number.isNaN(Date.parse(from)) || source === '')).to.deep.equal([]);
  }
});

test('an unknown policy is the usual one', () => {
  expect(rulesAt('unknown', on('2026-03-15'))).to.deep.equal(rulesAt('baseline', on('2026-03-15')));
});

test('an internal common name counts as much as an internal alternative name; no common name is none', () => {
  const [pem] = takeKey(START.determinism, 2048);
  const profileOf = (subject: string) => {
    const names = { subjectAlternativeNames: ['sip.contoso.com'] };
    const request = createRequest({ subject: distinguishedName(subject), keyPair: keyPair(pem), ...names });
    return publicProfile(AUTHORITY, request, on('2026-03-15'));
  };
  expect(() => profileOf('CN=edge01.contoso.local')).to.throw(Refusal, /internal-name/);
  expect(profileOf('O=Contoso').subjectAlternativeNames).to.deep.equal(['sip.contoso.com']);
});
