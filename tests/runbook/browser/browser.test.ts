import { describe, it } from 'node:test';
import { expect } from 'chai';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { Rendered } from '../rendered';
import { recordSample, sampleLedger } from '../sample';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

const model = runbookModel(recordSample(), sampleLedger());
const { files } = new Rendered(model);
const REQUEST = 'procedure-request.html';

describe('The pages in a browser', () => {
  const browser = new InBrowser(files);
  mayBeLeftOut('copying, searching, printing, requests and reading without JavaScript are looked at');

  for (const file of files.keys()) {
    it(`${file} asks for nothing, and its policy stops none of its own parts`, { skip: missing }, async () => {
      const { page, requests, complaints } = await browser.open(file);
      const border = `getComputedStyle(document.querySelector('.masthead')).borderBottomStyle`;
      expect(await page.evaluate(border)).to.equal('solid');
      expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(file)], complaints: [] });
      await browser.release(page);
    });
  }

  it('copies the command as it is written', { skip: missing }, async () => {
    const { page } = await browser.open(REQUEST, { permissions: ['clipboard-read', 'clipboard-write'] });
    const step = page.locator('.step', { has: page.locator('.command') }).first();
    await step.locator('.proof > summary').click();
    const told = step.getByText('Copied').waitFor();
    await Promise.all([told, step.locator('.command .copy').first().click()]);
    expect(await page.evaluate('navigator.clipboard.readText()')).to.equal(
      'Request-CsCertificate -New -Type Internal -Output "C:\\cert_internal_edge.req" -PrivateKeyExportable $true',
    );
    await browser.release(page);
  });

  it('marks in the contents the part that is being read', { skip: missing }, async () => {
    const { page } = await browser.open(REQUEST, { viewport: { width: 1440, height: 900 } });
    const links = page.locator('.contents a');
    expect(await links.count()).to.be.above(2);
    for (const nth of [2, 0]) {
      const href = await links.nth(nth).getAttribute('href');
      await page.evaluate(`document.querySelector('${href}').scrollIntoView()`);
      await page.locator(`.contents a[href="${href}"][aria-current]`).waitFor();
      expect(await page.locator('.contents a[aria-current]').count()).to.equal(1);
    }
    await browser.release(page);
  });

  it('opens what a link leads into', { skip: missing }, async () => {
    const id = 'example-assign-the-answer-of-another-section';
    const { page } = await browser.open(`${REQUEST}#${id}`);
    expect(await page.locator(`#${id}`).getAttribute('open')).to.equal('');
    await browser.release(page);
  });

  it('can be read without JavaScript: every step of every walk is visible', { skip: missing }, async () => {
    for (const { file, runs } of model.procedures) {
      const { page } = await browser.open(file, { javaScriptEnabled: false });
      for (const { id, card } of runs.flatMap((walk) => walk.steps)) {
        const text = card.title.parts.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
        const title = page.locator(`[id="${id}"] > .step-title .step-text`);
        expect([await title.isVisible(), await title.textContent()]).to.deep.equal([true, text]);
      }
      await browser.release(page);
    }
  });

  it('shows every finding and code without JavaScript, and leads from code to scenario', {
    skip: missing,
  }, async () => {
    const { page } = await browser.open('index.html', { javaScriptEnabled: false });
    await page.locator('.places a[href="review.html"]').click();
    await page.locator('main a[href="findings.html"]').first().click();
    await page.waitForURL(browser.address('findings.html'));
    for (const { detail } of model.findings.deployment)
      expect(await page.getByText(detail).first().isVisible()).to.equal(true);
    await page.locator('main a[href^="codes.html#"]').first().click();
    await page.waitForURL((url) => url.pathname.endsWith('/codes.html'));
    for (const { title } of model.findings.codes)
      expect(await page.locator('main h3', { hasText: title }).isVisible()).to.equal(true);
    await page.locator('main a', { hasText: 'The deployment as it stands' }).first().click();
    await page.waitForURL(browser.address('procedure-judgement.html#example-judgement-the-deployment-as-it-stands'));
    await browser.release(page);
  });

  it('prints everything that is folded on the screen', { skip: missing }, async () => {
    const { page } = await browser.open(REQUEST, {
      javaScriptEnabled: false,
      viewport: { width: 794, height: 1123 },
    });
    await page.emulateMedia({ media: 'print' });
    const folded = page.locator('details.example .example-step');
    const visible = await Promise.all((await folded.all()).map((step) => step.isVisible()));
    expect(visible.length).to.be.above(0);
    expect(visible).not.to.include(false);
    await browser.release(page);
  });
});
