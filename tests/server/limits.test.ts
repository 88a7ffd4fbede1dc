import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { committedSource } from '../../src/package/rehearsal-keys';
import { readCertificate } from '../../src/x509/certificate';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import { formatName } from '../../src/x509/names/distinguished-name';
import { rehearse } from '../support/rehearse';
import { ask, manage, requestFor, type Served, serve, stopServers, submitted } from './served';

/** What a client cannot do, by error or on purpose. */

describe('The limits of rehearse serve', () => {
  let server: Served;
  before(async () => {
    server = await serve();
  });
  after(stopServers);

  it('listens on the loopback address only', async () => {
    expect([server.url, server.http, server.management].map((url) => new URL(url).hostname)).to.deep.equal([
      '127.0.0.1',
      '127.0.0.1',
      '127.0.0.1',
    ]);
    const ports = [server.url, server.http, server.management].map((url) => Number(new URL(url).port));
    const foreign = ports.map(
      (port) =>
        new Promise((done) => {
          const socket = connect({ host: '127.0.0.2', port });
          socket.on('error', ({ message }) => done(message.includes('ECONNREFUSED')));
          socket.on('connect', () => done(false));
        }),
    );
    expect(await Promise.all(foreign)).to.deep.equal([true, true, true]);
  });

  it('refuses a form that is too large, a header that is too large, and a method that it does not have', async () => {
    const large = await ask(server, 'certfnsh.asp', { CertRequest: 'A'.repeat(600 * 1024) });
    expect(large.status).to.equal(413);
    expect((await ask(server, '', undefined, { Cookie: 'x'.repeat(20_000) })).status).to.equal(431);
    const method = await fetch(`${server.http}/certsrv/`, { method: 'DELETE' });
    expect(method.status).to.equal(405);
    expect((await ask(server, '')).status).to.equal(200);
  });

  it('serves no files, whatever the path is', async () => {
    const paths = [
      '/certsrv/../../etc/passwd',
      '/certsrv/%2e%2e/%2e%2e/etc/passwd',
      '/certsrv/..%5c..%5cwin.ini',
      '//etc/passwd',
    ];
    for (const path of paths) expect((await ask(server, path)).status, path).to.be.oneOf([400, 404]);
    const published = await fetch(`${server.http}/CertEnroll/..%2f..%2fetc/passwd`);
    expect(published.status).to.equal(404);
  });

  it('answers only for its own names, so that no foreign page reaches it through a name of its own', async () => {
    expect((await ask(server, '', undefined, { Host: 'attacker.example' })).status).to.equal(400);
    expect((await ask(server, '', undefined, { Host: 'ca01.contoso.com' })).status).to.equal(200);
    const management = await fetch(`${server.management}/requests`);
    expect([management.status, (await management.text()).includes('Authorization: Bearer')]).to.deep.equal([401, true]);
  });

  it('escapes the subject of a request in every page', async () => {
    const subject = [{ type: 'CN', value: '<script>alert(1)</script>' }];
    const pair = keyPair(committedSource().key(2048, 7));
    const request = requestPem(createRequest({ subject, keyPair: pair, subjectAlternativeNames: [] }));
    const id = await submitted(server, request, 'WebServerManual');
    const template = '"><script>alert(2)</script>';
    const form = { Mode: 'newreq', CertRequest: request, CertAttrib: `CertificateTemplate:${template}` };
    const pages = [
      await ask(server, 'certfnsh.asp', form),
      await ask(server, 'certfnsh.asp', { Mode: 'chkpnd', ReqID: `${id}` }),
      await ask(server, `certnew.cer?ReqID=${id}`),
      await ask(server, 'certckpn.asp', undefined, { Cookie: 'Requests=[5,0,yes,"><script>alert(3)</script>]' }),
    ];
    expect(pages[0]?.body.toString()).to.contain('&lt;script&gt;alert(2)');
    for (const { body } of pages) expect(body.toString()).to.not.match(/<script>alert/);
  });

  it('gives clients at once separate ids and serial numbers, and stores what it answers', async () => {
    const requests = ['edge1', 'edge2', 'edge3', 'edge4'].map((name) => requestFor(`${name}.contoso.com`));
    const client = async (number: number) => {
      const answers = [];
      for (let turn = 0; turn < 10; turn += 1) {
        const subject = (number + turn) % requests.length;
        const id = await submitted(server, requests[subject] ?? '', 'WebServer');
        const { body } = await ask(server, `certnew.cer?ReqID=${id}&Enc=bin`);
        answers.push({ id, subject: `CN=edge${subject + 1}.contoso.com`, certificate: readCertificate(body) });
      }
      return answers;
    };
    const answers = (await Promise.all(Array.from({ length: 20 }, (_, number) => client(number)))).flat();
    expect(answers.length).to.equal(200);
    expect(new Set(answers.map(({ id }) => id)).size).to.equal(200);
    expect(new Set(answers.map(({ certificate }) => certificate.serialNumber)).size).to.equal(200);
    for (const { id, subject, certificate } of answers) {
      const { body } = await manage(server, `/requests/${id}`);
      expect([body.disposition, body.subject, body.serialNumber]).to.deep.equal([
        'issued',
        subject,
        certificate.serialNumber,
      ]);
      expect(formatName(certificate.subject)).to.equal(subject);
    }
  });

  it('says what is wrong with its options, without starting', () => {
    const port = new URL(server.url).port;
    const wrong: readonly (readonly [string[], RegExp])[] = [
      [['--port', port], new RegExp(`port ${port} of 127\\.0\\.0\\.1 is in use; give another one, or 0 for any`)],
      [['--port', '70000'], /whole number from 0 to 65535/],
      [['--fault', 'sleepy'], /give one of slow, unauthorized/],
      [['--authentication', 'kerberos'], /give some of negotiate, ntlm, basic/],
      [['--extended-protection', 'maybe'], /Allowed choices are off, required/],
      [['--environment', 'missing.yaml'], /there is no environment file missing\.yaml; make one with: rehearse init/],
    ];
    for (const [args, message] of wrong) {
      const ran = rehearse(['serve', ...args]);
      expect([ran.status, ran.stdout], args.join(' ')).to.deep.equal([2, '']);
      expect(ran.stderr).to.match(message);
    }
  });

  it('prints the lines for the hosts file', () => {
    const { stdout, status } = rehearse(['serve', '--hosts']);
    expect(status).to.equal(0);
    expect(stdout).to.contain('127.0.0.1 ca01.contoso.com\n').and.to.contain('127.0.0.1 pki.contoso.com\n');
  });
});
