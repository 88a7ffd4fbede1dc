import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { type CertificationAuthority, currentGeneration, pathOf } from '../../src/adcs/authority';
import { revoke } from '../../src/adcs/certificate-manager';
import { respond } from '../../src/adcs/certsrv/site';
import { renew } from '../../src/adcs/hierarchy';
import { deltaListTimes, publicationAt } from '../../src/adcs/publication';
import { defaultRegistry, registryValue } from '../../src/adcs/registry';
import { deltaRevocationList, revocationList } from '../../src/adcs/revocation-list';
import { submit } from '../../src/adcs/submission';
import { DAY, takeKey } from '../../src/determinism';
import { publishedFile } from '../../src/server/publication-points';
import { machineOf } from '../../src/windows/machine';
import { issuingAuthority, withAuthority } from '../../src/world/deployment';
import { revocationStatus } from '../../src/world/revocation';
import { type Certificate, certificatePem } from '../../src/x509/certificate';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { type Crl, readCrl } from '../../src/x509/crl';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';

/** Delta CRLs: what was revoked since the base CRL, at the address that the base CRL names. */

const START = deploymentOf(environmentOf({}), {});
const WEEKLY = issuingAuthority(START);
const DAILY: CertificationAuthority = {
  ...WEEKLY,
  settings: { ...WEEKLY.settings, crlDelta: { count: 1, unit: 'days' } },
};
const MANAGER = { account: 'CONTOSO\\certmanager', groups: [] };
const NOW = START.determinism.now;
/** the last base CRL by schedule, and the next one */
const BASE = publicationAt(DAILY, currentGeneration(DAILY), NOW).at;
const NEXT = BASE + 7 * DAY;

/** The authority after it has issued a certificate and revoked it at that time. */
function revokedAt(at: number): readonly [CertificationAuthority, Certificate] {
  const [key, determinism] = takeKey({ ...START.determinism, now: at - 1 }, 2048);
  const subject = distinguishedName('CN=edgepool.contoso.com');
  const pem = requestPem(createRequest({ subject, keyPair: keyPair(key), subjectAlternativeNames: [] }));
  const requester = { account: 'CONTOSO\\administrator', groups: ['Domain Admins'] };
  const order = { requester, request: Buffer.from(pem), attributes: { certificatetemplate: 'WebServer' } };
  const { authority, row } = submit(DAILY, order, determinism);
  if (row.disposition.kind !== 'issued') throw new Error('nothing was issued');
  return [revoke(authority, MANAGER, row.id, { now: at, reason: 1 }), row.disposition.certificate];
}

const lists = (authority: CertificationAuthority, now: number): readonly [Crl, Crl] => {
  const delta = deltaRevocationList(authority, now);
  if (!delta) throw new Error('there is no delta CRL');
  return [readCrl(revocationList(authority, now).der), readCrl(delta.der)];
};
const serials = ({ revoked }: Crl) => revoked.map(({ serialNumber }) => serialNumber);

test('a revocation is in the delta CRL until the next base CRL has it', () => {
  const [authority, { serialNumber }] = revokedAt(BASE + DAY / 2);
  const [early, empty] = lists(authority, BASE + DAY / 4);
  expect([serials(early), serials(empty), empty.deltaOf]).to.deep.equal([[], [], early.number]);
  const [base, delta] = lists(authority, BASE + DAY / 2);
  expect([serials(base), serials(delta)]).to.deep.equal([[], [serialNumber]]);
  expect([delta.deltaOf, base.number]).to.deep.equal([early.number, early.number]);
  const [later, next] = [lists(authority, NEXT - 1), lists(authority, NEXT)];
  expect([serials(later[0]), serials(later[1])]).to.deep.equal([[], [serialNumber]]);
  expect([serials(next[0]), serials(next[1]), next[1].deltaOf]).to.deep.equal([[serialNumber], [], next[0].number]);
  const numbers = [base, delta, later[1], next[0]].map(({ number }) => number);
  expect(numbers).to.deep.equal([...new Set(numbers)].sort((one, other) => one - other));
  expect(deltaRevocationList(WEEKLY, NOW)).to.equal(undefined);
});

test('a delta CRL is valid for its period, half a day, and the clock skew on both sides', () => {
  const { thisUpdate, nextPublish, nextUpdate } = deltaListTimes(DAILY, NOW);
  const minutes = (from: number, to: number) => (to - from) / 60_000;
  expect([minutes(thisUpdate, NOW), minutes(NOW, nextPublish), minutes(nextPublish, nextUpdate)]).to.deep.equal([
    10,
    24 * 60,
    12 * 60 + 10,
  ]);
  const registry = defaultRegistry('enterprise');
  expect(registryValue('CA\\CRLDeltaPeriodUnits')?.write(registry, '2')?.crlDelta).to.deep.equal({
    count: 2,
    unit: 'days',
  });
});

test('OpenSSL finds the revocation with the delta CRL only, and the address in the base CRL', (t) => {
  withPrograms(t, ['openssl'], () => {
    const [authority, certificate] = revokedAt(BASE + DAY / 2);
    const now = BASE + DAY;
    const [base, delta] = lists(authority, now);
    inTemporaryFolder((folder) => {
      const write = (name: string, text: string | Uint8Array): string => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      };
      const pem = (crl: Crl): string =>
        execute('openssl', ['crl', '-inform', 'DER', '-in', write('list.der', crl.der)]).stdout;
      const path = pathOf(authority).map(certificatePem);
      const trust = ['-no-CAfile', '-no-CApath', '-trusted', write('root.pem', path.at(-1) ?? '')];
      const files = ['-untrusted', write('path.pem', path.join('')), '-attime', `${Math.floor(now / 1000)}`];
      const leaf = write('leaf.pem', certificatePem(certificate));
      const verified = (...crls: readonly Crl[]): string => {
        const given = ['-CRLfile', write('lists.pem', crls.map(pem).join(''))];
        const options = ['-crl_check', '-extended_crl', '-use_deltas', ...given];
        return execute('openssl', ['verify', ...trust, ...files, ...options, leaf]).all;
      };
      expect(verified(base)).to.match(/leaf\.pem: OK\n$/);
      expect(verified(base, delta)).to.contain('error 23 at 0 depth lookup: certificate revoked');
      const shown = (crl: Crl): string =>
        execute('openssl', ['crl', '-inform', 'DER', '-noout', '-text', '-in', write('list.der', crl.der)]).stdout;
      const address = 'http://pki.contoso.com/CertEnroll/Contoso%20Issuing%20CA+.crl';
      expect(shown(base))
        .to.match(/X509v3 Freshest CRL:/)
        .and.to.contain(`URI:${address}`);
      expect(shown(delta))
        .to.match(/X509v3 Delta CRL Indicator: critical/)
        .and.not.to.contain('Freshest');
    });
  });
});

test('the delta CRL is at its address and on the web site, also of a renewed key', () => {
  const { authority } = renew(DAILY, START.authorities.get('Contoso Root CA'), START.determinism, 'new');
  const file = (name: string, of = authority) => {
    const path = `/CertEnroll/${name}`;
    return publishedFile([of], { host: 'pki.contoso.com', path }, NOW)?.body;
  };
  const [old, current] = authority.generations;
  expect(file('Contoso%20Issuing%20CA+.crl')).to.deep.equal(deltaRevocationList(authority, NOW, old)?.der);
  expect(file('Contoso%20Issuing%20CA(1)+.crl')).to.deep.equal(deltaRevocationList(authority, NOW, current)?.der);
  expect(file('Contoso%20Issuing%20CA+.crl', WEEKLY)).to.equal(undefined);
  const ask = (of: CertificationAuthority, target: string) => {
    const site = { authority: of, determinism: START.determinism };
    const order = {
      scheme: 'https',
      method: 'GET',
      target: `/certsrv/${target}`,
      form: {},
      requester: MANAGER,
    } as const;
    return respond(site, order).response;
  };
  const delta = ask(authority, 'certcrl.crl?Type=delta&Renewal=1&Enc=bin');
  expect([delta.contentType, delta.body]).to.deep.equal([
    'application/pkix-crl',
    deltaRevocationList(authority, NOW, current)?.der,
  ]);
  const page = (of: CertificationAuthority) => Buffer.from(ask(of, 'certcarc.asp').body).toString();
  expect(page(authority)).to.contain('Type=delta&amp;Renewal=1&amp;Enc=bin">Download latest delta CRL<');
  expect(page(WEEKLY)).to.not.contain('delta');
  expect(ask(WEEKLY, 'certcrl.crl?Type=delta&Enc=bin').contentType).to.equal('text/html');
});

test('a machine refuses a certificate that only the delta CRL lists, and checks nothing with an old delta CRL', () => {
  const [authority, certificate] = revokedAt(BASE + DAY / 2);
  const now = NEXT - DAY / 2;
  const machine = machineOf(START, START.environment.internalServer.fqdn);
  const status = (of: CertificationAuthority) => {
    const deployment = withAuthority({ ...START, determinism: { ...START.determinism, now } }, of);
    return revocationStatus(deployment, machine, certificate);
  };
  expect(serials(revocationList(authority, now))).to.deep.equal([]);
  expect(status(authority)).to.equal('revoked');
  const service = { stoppedAt: now - 3 * DAY, unscheduledLists: [] };
  expect(status({ ...authority, service })).to.equal('unreachable');
  expect(status({ ...authority, service, settings: WEEKLY.settings })).to.equal('revoked');
});
