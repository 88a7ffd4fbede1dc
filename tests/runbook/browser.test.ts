import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { runbookModel } from '../../src/runbook/model';
import { renderRunbook } from '../../src/runbook/render';
import { recordSample, sampleLedger, templates } from './sample';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const APPEARANCES: Readonly<Record<string, BrowserContextOptions>> = {
  'in light colours': { colorScheme: 'light' },
  'in dark colours': { colorScheme: 'dark' },
  'in forced colours': { forcedColors: 'active' },
  '320 px wide': { viewport: { width: 320, height: 640 } },
  'as printed': { viewport: { width: 794, height: 1123 } },
};

describe('The pages in a browser', () => {
  let browser: Browser;
  let folder: string;
  let address: string;
  let findings: string;
  const model = runbookModel(recordSample(), sampleLedger());

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'runbook-page-'));
    for (const [name, html] of renderRunbook(model, templates())) writeFileSync(join(folder, name), html);
    address = pathToFileURL(join(folder, 'index.html')).href;
    findings = pathToFileURL(join(folder, 'findings.html')).href;
    if (missing) return;
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it('is looked at where Chromium is installed; CI has to have it', (t) => {
    if (!missing) return;
    expect(process.env.CI, `no ${CHROMIUM}, and CI must not leave the browser out`).not.to.equal('true');
    t.skip(`no ${CHROMIUM}: accessibility, reflow, printing, requests and reading without JavaScript are not checked`);
  });

  for (const file of ['index.html', 'findings.html']) {
    for (const [name, options] of Object.entries(APPEARANCES)) {
      it(`${file} has no accessibility violation and does not scroll sideways ${name}`, { skip: missing }, async () => {
        const where = file === 'index.html' ? address : findings;
        const { page, requests, complaints } = await open({ ...options, bypassCSP: true }, where);
        if (name === 'as printed') await page.emulateMedia({ media: 'print' });
        await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
        await page.evaluate(AXE);
        expect(await violations(page, name === 'as printed' ? ['target-size'] : [])).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).to.equal(0);
        expect({ requests, complaints }).to.deep.equal({ requests: [where], complaints: [] });
        await page.context().close();
      });
    }

    it(`${file} asks for nothing, and its policy stops none of its own parts`, { skip: missing }, async () => {
      const where = file === 'index.html' ? address : findings;
      const { page, requests, complaints } = await open({}, where);
      expect(await page.locator('.copy').count()).to.be.above(0);
      expect(await page.evaluate(`getComputedStyle(document.querySelector('.masthead')).borderBottomStyle`)).to.equal(
        'solid',
      );
      expect({ requests, complaints }).to.deep.equal({ requests: [where], complaints: [] });
      await page.context().close();
    });
  }

  it('copies the command as it is written', { skip: missing }, async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.command .copy').first().click();
    await page.getByText('Copied').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).to.equal(
      'Request-CsCertificate -New -Type Internal -Output "C:\\cert_internal_edge.req" -PrivateKeyExportable $true',
    );
    await page.context().close();
  });

  it('opens what a link leads into', { skip: missing }, async () => {
    const { page } = await open({});
    await page.goto(`${address}#example-request-04952-187`);
    expect(await page.locator('#example-request-04952-187').getAttribute('open')).to.equal('');
    await page.context().close();
  });

  it('can be read without JavaScript: every step of every walk is visible', { skip: missing }, async () => {
    const { page } = await open({ javaScriptEnabled: false });
    const steps = model.procedures.flatMap(({ walks }) => walks.flatMap((walk) => walk.steps));
    for (const { id, text } of steps) {
      const title = page.locator(`#${id} > .step-title .step-text`);
      expect([await title.isVisible(), await title.textContent()]).to.deep.equal([true, text]);
    }
    await page.context().close();
  });

  it('shows every finding without JavaScript, and leads to it and back', { skip: missing }, async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.locator('.contents a[href="findings.html"]').click();
    expect(page.url()).to.equal(findings);
    for (const { detail } of model.findings.deployment)
      expect(await page.getByText(detail).first().isVisible()).to.equal(true);
    for (const { title } of model.findings.codes) expect(await page.getByText(title).isVisible()).to.equal(true);
    await page.locator('main a', { hasText: 'Renewed in time' }).click();
    expect(page.url()).to.equal(`${address}#example-judgement-renewed-in-time`);
    await page.context().close();
  });

  it('prints everything that is folded on the screen', { skip: missing }, async () => {
    const { page } = await open({ javaScriptEnabled: false, viewport: { width: 794, height: 1123 } });
    await page.emulateMedia({ media: 'print' });
    const folded = page.locator('details.example .example-step');
    const visible = await Promise.all((await folded.all()).map((step) => step.isVisible()));
    expect(visible.length).to.be.above(0);
    expect(visible).not.to.include(false);
    await page.context().close();
  });

  async function open(options: BrowserContextOptions, where = address) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => request.url().startsWith('data:') || requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(where);
    return { page, requests, complaints };
  }
});

/** What axe finds against its rules; paper has no targets to touch, so that rule can be left out. */
async function violations(page: Page, except: readonly string[]): Promise<readonly string[]> {
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  const how = { runOnly: { type: 'tag', values: RULES }, rules };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(how)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  );
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}
