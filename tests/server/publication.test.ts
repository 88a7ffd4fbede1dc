import { mkdirSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { chromium } from 'playwright-core';
import { committedSource } from '../../src/package/rehearsal-keys';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { CHROMIUM_OPTIONS, missing, PATIENCE } from '../runbook/browser/chromium';
import { execute, withPrograms } from '../support/programs';
import { ask, type Served, serve, stopServers, submitted } from './served';

/** The addresses in certificates, for a browser that knows the root only. */

const HOST = 'edgepool.contoso.com';

describe('The publication points of rehearse serve', { skip: missing && 'Chromium is not installed' }, () => {
  after(stopServers);

  it('give Chromium the certificate of the authority that a web server does not send', async (t) => {
    if (execute('certutil', ['--version']).status === null) return withPrograms(t, ['certutil'], () => undefined);
    const server = await serve();
    const web = await webServer(server);
    const home = trusting(server);
    const { port: published } = new URL(server.http);
    const names = `MAP pki.contoso.com:80 127.0.0.1:${published}, MAP ${HOST} 127.0.0.1`;
    const browser = await chromium.launch({
      ...CHROMIUM_OPTIONS,
      env: { ...process.env, HOME: home },
      args: [...CHROMIUM_OPTIONS.args, `--host-resolver-rules=${names}`],
    });
    try {
      const context = await browser.newContext();
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      await page.goto(`https://${HOST}:${web.port}/`);
      expect(await page.title()).to.equal('The web server');
    } finally {
      await browser.close();
      await web.close();
    }
    expect(await server.stop()).to.equal(0);
  });
});

/** A server for HTTPS that sends its certificate without that of its issuer. */
async function webServer(server: Served) {
  const key = committedSource().key(2048, 7);
  const subject = distinguishedName(`CN=${HOST}`);
  const request = createRequest({ subject, keyPair: keyPair(key), subjectAlternativeNames: [HOST] });
  const id = await submitted(server, requestPem(request), 'WebServer');
  const { body } = await ask(server, `certnew.cer?ReqID=${id}&Enc=b64`);
  const web = createServer({ key, cert: body }, (_, response) => response.end('<title>The web server</title>'));
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  const close = (): Promise<void> =>
    new Promise((done) => {
      web.close(() => done());
      web.closeAllConnections();
    });
  const address = web.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close };
}

/** A home folder whose certificate database trusts the root of the authority. */
function trusting(server: Served): string {
  const home = join(server.folder, 'home');
  const database = join(home, '.pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  const made = execute('certutil', ['-d', `sql:${database}`, '-N', '--empty-password']);
  const added = ['-A', '-t', 'C,,', '-n', 'root', '-i', server.rootCertificate];
  const trusted = execute('certutil', ['-d', `sql:${database}`, ...added]);
  expect([made.status, trusted.status], made.all + trusted.all).to.deep.equal([0, 0]);
  return home;
}
