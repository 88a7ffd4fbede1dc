import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { Refusal } from '../../src/refusal';
import { faultPlan } from '../../src/server/fault-plan';
import { readCertificate } from '../../src/x509/certificate';
import { readPkcs7 } from '../../src/x509/pkcs7';
import { execute, withPrograms } from '../support/programs';
import { ask, manage, requestFor, serve, stopServers, submitted } from './served';

/** Faults on order: each occurs as often as ordered, is named in the answer, and is over after that. */

const CHAIN = 'certnew.p7b?ReqID=CACert&Enc=bin';
const CERTIFICATE = 'certnew.cer?ReqID=CACert&Enc=b64';

describe('rehearse serve --fault', () => {
  after(stopServers);
  const request = requestFor('edgepool.contoso.com');

  it('refuses right credentials once, cuts a chain once, and swaps an encoding twice', async () => {
    const server = await serve('--fault', 'unauthorized', '--fault', 'truncated-chain', '--fault', 'wrong-encoding=2');
    const refused = await ask(server, '');
    expect([refused.status, refused.headers['x-rehearse-fault']]).to.deep.equal([401, 'unauthorized']);
    for (const _ of [1, 2]) {
      const swapped = await ask(server, CERTIFICATE);
      expect(swapped.headers['x-rehearse-fault']).to.equal('wrong-encoding');
      expect(swapped.body[0]).to.equal(0x30);
    }
    const cut = await ask(server, CHAIN);
    expect([cut.status, cut.headers['x-rehearse-fault']]).to.deep.equal([200, 'truncated-chain']);
    expect(() => readPkcs7(cut.body)).to.throw(Refusal);
    const whole = await ask(server, CHAIN);
    expect([readPkcs7(whole.body).length, whole.headers['x-rehearse-fault']]).to.deep.equal([2, undefined]);
    expect((await ask(server, CERTIFICATE)).body.toString()).to.match(/^-----BEGIN CERTIFICATE-----\r\n/);
    await server.stop();
  });

  it('lets a request wait for the ordered number of polls, and denies another', async () => {
    const server = await serve('--fault', 'pending=2', '--fault', 'denied');
    const denied = await ask(server, 'certfnsh.asp', form(request));
    expect(denied.body.toString()).to.contain('Your certificate request was denied.');
    const id = await submitted(server, request, 'WebServer');
    const poll = async () => (await ask(server, 'certfnsh.asp', { Mode: 'chkpnd', ReqID: `${id}` })).body.toString();
    expect([await poll(), await poll()].map((page) => page.includes('still pending'))).to.deep.equal([true, true]);
    expect(await poll()).to.contain(`certnew.cer?ReqID=${id}&amp;Enc=b64`);
    const next = await submitted(server, request, 'WebServer');
    const { body } = await ask(server, `certnew.cer?ReqID=${next}&Enc=bin`);
    expect(readCertificate(body).thumbprint).to.match(/^[0-9A-F]{40}$/);
    await server.stop();
  });

  it('has the fault that a header orders for this request alone, also one that comes late', async () => {
    const server = await serve('--slowness', '1');
    const faulty = async (fault: string, path: string) => {
      const { status, headers } = await ask(server, path, undefined, { 'X-Rehearse-Fault': fault });
      return [status, headers['x-rehearse-fault']];
    };
    expect(await faulty('unauthorized', '')).to.deep.equal([401, 'unauthorized']);
    expect(await faulty('slow', '')).to.deep.equal([200, 'slow']);
    expect(await faulty('truncated-chain', CHAIN)).to.deep.equal([200, 'truncated-chain']);
    expect(await faulty('nonsense', CHAIN)).to.deep.equal([200, undefined]);
    expect((await ask(server, '')).headers['x-rehearse-fault']).to.equal(undefined);
    expect((await manage(server, '/faults', { fault: 'unauthorized', times: 1 })).status).to.equal(200);
    expect([(await ask(server, '')).status, (await ask(server, '')).status]).to.deep.equal([401, 200]);
    await server.stop();
  });

  it('has an expired TLS certificate, which clients refuse', async (t) => {
    const server = await serve('--fault', 'expired-certificate');
    withPrograms(t, ['curl'], () => {
      const { status, all } = execute('curl', ['-sS', '--cacert', server.rootCertificate, `${server.url}/`]);
      expect(status).to.equal(60);
      expect(all).to.contain('certificate has expired');
    });
    await server.stop();
  });
});

describe('The plan of faults', () => {
  it('gives the same faults for the same seed, in about the ordered share', () => {
    const drawn = (seed: string): readonly boolean[] => {
      const plan = faultPlan({}, { rate: 0.25, seed });
      return Array.from({ length: 400 }, () => plan.occurs('slow', undefined));
    };
    expect(drawn('a')).to.deep.equal(drawn('a'));
    expect(drawn('a')).to.not.deep.equal(drawn('b'));
    expect(drawn('a').filter(Boolean).length).to.be.within(70, 130);
    const none = faultPlan({}, { rate: 0, seed: 'a' });
    expect(Array.from({ length: 100 }, () => none.occurs('slow', undefined)).some(Boolean)).to.equal(false);
  });
});

function form(request: string) {
  return { Mode: 'newreq', CertRequest: request, CertAttrib: 'CertificateTemplate:WebServer' };
}
