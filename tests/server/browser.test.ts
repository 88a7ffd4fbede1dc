import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { type Browser, chromium } from 'playwright-core';
import { readCertificate } from '../../src/x509/certificate';
import { readPkcs7 } from '../../src/x509/pkcs7';
import { CHROMIUM_OPTIONS, missing, PATIENCE } from '../runbook/browser/chromium';
import { ask, manage, requestFor, type Served, serve, stopServers } from './served';

/** The walk of the document in a real browser, by the labels that it names (04952-134 to 04952-138, 2416b). */

describe('certsrv in Chromium', { skip: missing && 'Chromium is not installed' }, () => {
  let server: Served;
  let browser: Browser;
  before(async () => {
    server = await serve('--password', 'Rehearse!1');
    browser = await chromium.launch(CHROMIUM_OPTIONS);
  });
  after(async () => {
    await browser.close();
    stopServers();
  });

  async function opened() {
    const { url, username, password } = server;
    const context = await browser.newContext({ ignoreHTTPSErrors: true, httpCredentials: { username, password } });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  it('downloads the certification chain', async () => {
    const page = await opened();
    await page.getByRole('link', { name: 'Download a CA certificate, certificate chain, or CRL' }).click();
    await page.getByLabel('Base 64').check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download CA certificate chain' }).click(),
    ]);
    expect(download.suggestedFilename()).to.equal('certnew.p7b');
    const bytes = readFileSync(await download.path());
    expect(bytes.toString('latin1')).to.match(/^-----BEGIN CERTIFICATE-----\r\n/);
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
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download CA certificate', exact: true }).click(),
      ]);
      thumbprints.push(readCertificate(readFileSync(await download.path())).thumbprint);
    }
    const known = ['0', '1'].map(async (renewal) => {
      const { body } = await ask(server, `certnew.cer?ReqID=CACert&Renewal=${renewal}&Enc=bin`);
      return readCertificate(body).thumbprint;
    });
    expect(thumbprints).to.deep.equal(await Promise.all(known));
    await page.context().close();
  });

  it('submits a request and downloads the certificate', async () => {
    const page = await opened();
    await page.getByRole('link', { name: 'Request a certificate' }).click();
    await page.getByRole('link', { name: 'advanced certificate request' }).click();
    await page.getByRole('link', { name: /^Submit a certificate request by using a base-64-encoded CMC/ }).click();
    await page.getByLabel(/^Base-64-encoded certificate request/).fill(requestFor('edgepool.contoso.com'));
    await page.getByLabel('Certificate Template:').selectOption({ label: 'Web Server' });
    await page.getByRole('button', { name: 'Submit >' }).click();
    expect((await page.locator('#locPageTitle').textContent())?.trim()).to.equal('Certificate Issued');
    await page.getByLabel('Base 64 encoded').check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download certificate', exact: true }).click(),
    ]);
    const certificate = readCertificate(readFileSync(await download.path()));
    expect(readFileSync(await download.path(), 'latin1')).to.match(/^-----BEGIN CERTIFICATE-----\r\n/);
    expect(certificate.extendedKeyUsage).to.deep.equal(['serverAuth']);
    await page.context().close();
  });

  it('shows a request that waits in the list of its browser, until it is issued', async () => {
    const page = await opened();
    const { origin, pathname } = new URL(server.url);
    await page.goto(`${origin}${pathname}/certrqxt.asp`);
    await page.getByLabel(/^Base-64-encoded certificate request/).fill(requestFor('edgepool.contoso.com'));
    await page.getByLabel('Certificate Template:').selectOption({ value: await optionFor('WebServerManual') });
    await page.getByRole('button', { name: 'Submit >' }).click();
    expect((await page.locator('#locPageTitle').textContent())?.trim()).to.equal('Certificate Pending');
    await page.goto(server.url);
    await page.getByRole('link', { name: 'View the status of a pending certificate request' }).click();
    await page.getByRole('button', { name: /^Saved-Request Certificate/ }).click();
    expect(await page.locator('body').textContent()).to.contain('still pending');
    await page.context().close();

    async function optionFor(template: string): Promise<string> {
      const options = await page
        .locator('#lbCertTemplateID option')
        .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
      return options.find((one) => one.split(';')[1] === template) ?? '';
    }
  });
});
