import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { readCertificate } from '../../src/x509/certificate';
import { readPkcs7 } from '../../src/x509/pkcs7';
import { connectedBrowser, mayBeLeftOut, missing, PATIENCE } from '../runbook/browser/chromium';
import { ask, curl, type FirstLine, manage, requestFor, type Served, serve, stopServers } from './served';

/** The walk of the document in a real browser, by the labels that it names (04952-134 to 04952-138, 2416b). */

mayBeLeftOut('the site of the authority is used in a browser');

describe('certsrv in Chromium', { skip: missing && 'Chromium is not installed' }, () => {
  let server: Served;
  let browser: Browser;
  before(async () => {
    server = await serve('--password', 'Rehearse!1');
    browser = await connectedBrowser();
  });
  after(async () => {
    await browser.close();
    await stopServers();
  });

  async function opened({ url, username, password }: FirstLine = server) {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, httpCredentials: { username, password } });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  const title = async (page: Page) => (await page.locator('#locPageTitle').textContent())?.trim();

  /** The bytes that the link gives. */
  async function downloaded(page: Page, name: string): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).to.equal(/chain$/.test(name) ? 'certnew.p7b' : 'certnew.cer');
    return await buffer(await download.createReadStream());
  }

  /** Submits a request with the form that the links of the home page lead to. */
  async function submit(page: Page, request: string, template: string): Promise<void> {
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Request a certificate' }).click();
    await page.getByRole('link', { name: 'advanced certificate request' }).click();
    await page.getByRole('link', { name: /^Submit a certificate request by using a base-64-encoded CMC/ }).click();
    await page.getByLabel(/^Base-64-encoded certificate request/).fill(request);
    const value = await page
      .locator('#lbCertTemplateID option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
    const chosen = value.find((one) => one.split(';')[1] === template) ?? '';
    await page.getByLabel('Certificate Template:').selectOption({ value: chosen });
    await page.getByRole('button', { name: 'Submit >' }).click();
  }

  const isPem = (bytes: Buffer) => /^-----BEGIN CERTIFICATE-----\r\n/.test(bytes.toString('latin1'));

  it('downloads the certification chain', async () => {
    const page = await opened();
    await page.getByRole('link', { name: 'Download a CA certificate, certificate chain, or CRL' }).click();
    await page.getByLabel('Base 64').check();
    const bytes = await downloaded(page, 'Download CA certificate chain');
    expect(isPem(bytes)).to.equal(true);
    const chain = readPkcs7(bytes);
    expect(chain.map(({ selfSigned }) => selfSigned)).to.deep.equal([false, true]);
    await page.context().close();
  });

  it('downloads the certificate from before a renewal, if it is selected', async () => {
    await manage(server, '/renew', { key: 'new' });
    const page = await opened();
    await page.getByRole('link', { name: 'Download a CA certificate, certificate chain, or CRL' }).click();
    const thumbprints: string[] = [];
    for (const label of ['Previous [Contoso Issuing CA]', 'Current [Contoso Issuing CA(1)]']) {
      await page.getByLabel('CA certificate:').selectOption({ label });
      thumbprints.push(readCertificate(await downloaded(page, 'Download CA certificate')).thumbprint);
    }
    const known = ['0', '1'].map(async (renewal) => {
      const { body } = await ask(server, `certnew.cer?ReqID=CACert&Renewal=${renewal}&Enc=bin`);
      return readCertificate(body).thumbprint;
    });
    expect(thumbprints).to.deep.equal(await Promise.all(known));
    await page.context().close();
  });

  it('submits a request, and downloads the certificate, also in an encoding that was not asked for', async () => {
    const page = await opened();
    await submit(page, requestFor('edgepool.contoso.com'), 'WebServer');
    expect(await title(page)).to.equal('Certificate Issued');
    await page.getByLabel('Base 64 encoded').check();
    const bytes = await downloaded(page, 'Download certificate');
    expect(isPem(bytes)).to.equal(true);
    const certificate = readCertificate(bytes);
    expect(certificate.extendedKeyUsage).to.deep.equal(['serverAuth']);
    const ordered = await manage(server, '/faults', { fault: 'wrong-encoding', times: 1 });
    expect(ordered.status).to.equal(200);
    const swapped = await downloaded(page, 'Download certificate');
    expect(isPem(swapped)).to.equal(false);
    expect(readCertificate(swapped).thumbprint).to.equal(certificate.thumbprint);
    await page.context().close();
  });

  it('lists a request that waits, and collects the certificate when it is issued', async () => {
    const page = await opened();
    await submit(page, requestFor('edgepool.contoso.com'), 'WebServerManual');
    expect(await title(page)).to.equal('Certificate Pending');
    const id = /Your Request Id is (\d+)\./.exec((await page.locator('body').textContent()) ?? '')?.[1];
    const status = async () => {
      await page.goto(server.url);
      await page.getByRole('link', { name: 'View the status of a pending certificate request' }).click();
      await page.getByRole('button', { name: /^Saved-Request Certificate/ }).click();
    };
    await status();
    expect(await page.locator('body').textContent()).to.contain('still pending');
    await manage(server, `/requests/${id}/issue`, {});
    await status();
    expect(await title(page)).to.equal('Certificate Issued');
    const { serialNumber } = readCertificate(await downloaded(page, 'Download certificate'));
    expect(serialNumber).to.equal((await manage(server, `/requests/${id}`)).body.serialNumber);
    await page.context().close();
  });

  it('shows why a request is denied', async () => {
    const page = await opened();
    await submit(page, 'this is no request', 'WebServer');
    expect(await title(page)).to.equal('Certificate Request Denied');
    expect(await page.locator('body').textContent()).to.match(/The disposition message is "Error Parsing Request/);
    await page.context().close();
  });

  it('logs on with NTLM that is bound to the TLS connection', async () => {
    const bound = await serve('--authentication', 'ntlm', '--extended-protection', 'required');
    const page = await opened(bound);
    expect(await title(page)).to.equal('Welcome');
    await page.context().close();
    const curled = curl(bound, '', '--ntlm', '--output', join(bound.folder, 'page'), '--write-out', '%{http_code}');
    expect(curled.stdout).to.equal('401');
    await bound.stop();
  });
});
