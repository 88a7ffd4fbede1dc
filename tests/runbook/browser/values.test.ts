import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { inTemporaryFolder, rehearse } from '../../support/rehearse';
import { sampled } from '../page-sample';
import { fullRun } from '../whole-run/full-run';
import { accessibilityViolations } from './axe';
import { InBrowser, mayBeLeftOut, missing, textOf } from './chromium';
import { kindsOn } from './condensed';
import { adaptedText, give, inputOf } from './own-values';

const REQUEST = 'procedure-create-the-certificate-request.html';
const PLAN = 'plan-edgepool.contoso.com.html';
const SUBMIT = 'procedure-submit-the-request.html';
const EXPORT = 'procedure-export-the-certificate.html';
const ADAPTED = 'Text adapted, not verified with these values';
const HOSTILE = '<img src=x onerror="window.ran = 1"> & `$HOME';

describe('The reader’s own values', () => {
  const { files } = fullRun();
  const browser = new InBrowser(files);
  mayBeLeftOut('the form with the reader’s own values is tried');

  it('stand in steps, commands, pictures and tables, in the place of the example’s', { skip: missing }, async () => {
    const { page, requests, complaints } = await browser.open(REQUEST);
    await give(page, 'Edge pool', 'edgepool.contoso.com', 'pool.fabrikam.example');
    await give(page, 'Edge Server', 'edge01.contoso.com', 'a.edge01.contoso.com');
    await give(page, 'Certificate request', 'C:\\Certificates\\edge-internal.req', 'D:\\pki\\pool.req');
    await give(page, 'Organization', 'Contoso', 'Fabrikam');
    const text = await adaptedText(page);
    expect(text).to.include('-ComputerFqdn "a.edge01.contoso.com"').and.include('-Organization "Fabrikam" -OU "IT"');
    expect(text).to.include('CN=pool.fabrikam.example, OU=IT, O=Fabrikam, L=Redmond');
    expect(text).to.include('edge02.contoso.com');
    expect(text).not.to.match(/edgepool\.contoso|edge-internal\.req|(?<!a\.|dub-)edge01\.contoso|a\.a\./);
    const shown = await page.locator('.field-value, .machines').allTextContents();
    expect(shown).to.include.members(['D:\\pki\\pool.req', 'Fabrikam', 'a.edge01.contoso.com']);
    expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(REQUEST)], complaints: [] });
    await browser.release(page);
  });

  it('are in the bar and in the signed table after each change', { skip: missing }, async () => {
    const { page, complaints } = await browser.open(PLAN);
    const step = page.locator('[data-machine="edge02.contoso.com"] .step:visible').first();
    const bar = page.locator('.bar .place');
    const goTo = async () => {
      await step.evaluate((card) => {
        card.setAttribute('tabindex', '-1');
        card.scrollIntoView();
        card.focus();
      });
      await page.evaluate("dispatchEvent(new Event('scroll'))");
    };
    for (const own of ['own.fabrikam.example', 'other.fabrikam.example']) {
      await goTo();
      await give(page, 'Edge Server', 'edge02.contoso.com', own);
      await goTo();
      expect(await bar.textContent()).to.include(own);
      expect(await page.locator('.change-record tbody').textContent())
        .to.include(own)
        .and.not.include('edge02.contoso.com');
    }
    expect(complaints).to.deep.equal([]);
    await browser.release(page);
  });

  it('open in place, by the keyboard alone, and go back to the form', { skip: missing }, async () => {
    const { page, complaints } = await browser.open(PLAN);
    const link = page.locator('.step-title a[href^="#value-"]', { hasText: 'edge02.contoso.com' }).first();
    const hash = (await link.getAttribute('href')) ?? '';
    await link.focus();
    await page.keyboard.press('Enter');
    const field = page.locator(`.step .field ${hash}`);
    expect(await field.evaluate((input) => input.matches(':focus'))).to.equal(true);
    expect(await page.locator('.step .field label').textContent()).to.equal('Edge Server 2');
    await page.keyboard.type('nobody');
    await page.keyboard.press('Enter');
    expect(await page.locator('.step .field .refused').textContent()).to.match(/^Give a fully qualified domain name/);
    await field.fill('own.fabrikam.example');
    await page.keyboard.press('Enter');
    expect(await page.locator('.step .field').count()).to.equal(0);
    expect(await page.locator(`.yours form ${hash}`).inputValue()).to.equal('own.fabrikam.example');
    const focused = await page.evaluate<string>('document.activeElement.textContent');
    expect(focused).to.equal('own.fabrikam.example');
    await page.keyboard.press('Enter');
    await page.keyboard.type('other.fabrikam.example');
    await page.keyboard.press('Escape');
    expect(await page.evaluate<string>('document.activeElement.textContent')).to.equal('own.fabrikam.example');
    expect(await page.locator('.step .field').count()).to.equal(0);
    expect(complaints).to.deep.equal([]);
    await browser.release(page);

    const plain = await browser.open(PLAN, { javaScriptEnabled: false });
    await plain.page.locator('.step-title a[href^="#value-"]').first().click();
    const target = plain.page.locator('.yours p', { has: plain.page.locator(':target') });
    expect(await target.isVisible()).to.equal(true);
    expect(await target.locator('input').isDisabled()).to.equal(true);
    await browser.release(plain.page);
  });

  it('reach shares, URLs, names of other servers and the domain within a certificate’s name', {
    skip: missing,
  }, async () => {
    const { page } = await browser.open(EXPORT);
    await give(page, 'Share', 'Certificates$', 'pki$');
    await give(page, 'Exported certificate with private key', 'C:\\Certificates\\edge-internal.pfx', 'D:\\x\\own.pfx');
    await give(page, 'Active Directory domain, SIP domain', 'contoso.com', 'fabrikam.example');
    await give(page, 'Certification authority', 'Contoso Issuing CA', 'Fabrikam CA');
    const exported = await adaptedText(page);
    expect(exported).to.include('\\\\edge01.fabrikam.example\\pki$\\own.pfx');
    await page.goto(browser.address('procedure-import-on-the-other-servers.html'));
    expect(await adaptedText(page)).to.include('D:\\x\\own-certificate.cer');
    await page.goto(browser.address('procedure-revocation.html'));
    expect(await adaptedText(page)).to.include('http://pki.fabrikam.example/CertEnroll/Fabrikam%20CA.crl');
    await page.goto(browser.address('procedure-pool-members.html'));
    const pools = await adaptedText(page);
    expect(pools)
      .to.include('edge02.fabrikam.example')
      .and.not.match(/contoso\.com/i);
    await page.goto(browser.address('procedure-the-whole-procedure.html'));
    const whole = await adaptedText(page);
    expect(whole).to.include('"\\\\edge201.fabrikam.example\\pki`$\\own.pfx"');
    expect(whole).to.include('CN=Contoso Root CA, DC=fabrikam, DC=example');
    await browser.release(page);
  });

  it('are found in capitals as well, and not in what only begins or ends alike', { skip: missing }, async () => {
    const { page } = await browser.open(REQUEST);
    const texts = ['EDGE01.Contoso.COM', 'xedge01.contoso.com', 'edge01.contoso.com.tw', 'edge01.contoso.community'];
    await page.evaluate(`document.querySelector('main').append(...${JSON.stringify(texts)}.map((text) => {
      const made = document.createElement('p'); made.className = 'planted'; made.textContent = text; return made; }))`);
    await give(page, 'Edge Server', 'edge01.contoso.com', 'own.example');
    expect(await page.locator('.planted').allTextContents()).to.deep.equal(['own.example', ...texts.slice(1)]);
    await browser.release(page);
  });

  it('leave what was recorded as it was, and say so there', { skip: missing }, async () => {
    const { page } = await browser.open(SUBMIT);
    const recorded = () => page.locator('main .recorded').allTextContents();
    const before = await recorded();
    expect(before.join()).to.include('edgepool.contoso.com').and.include('Contoso Issuing CA');
    await give(page, 'Active Directory domain, SIP domain', 'contoso.com', 'fabrikam.example');
    await give(page, 'Certification authority', 'Contoso Issuing CA', 'Fabrikam CA');
    expect(await recorded()).to.deep.equal(before);
    const unsaid = `[...document.querySelectorAll('main .recorded')].filter((part) =>
      !part.previousElementSibling?.matches('.of-example, .recorded')).length`;
    expect(await page.evaluate(unsaid)).to.equal(0);
    expect(await page.locator('.of-example').first().textContent()).to.equal('As recorded with the verified values');
    await browser.release(page);
  });

  it('turn every mark that says verified, until the reader goes back', { skip: missing }, async () => {
    const { page } = await browser.open(REQUEST);
    const good = page.locator('.mark-verified, .mark-refused');
    const marks = await good.count();
    const html = await page.evaluate('document.querySelector("main").innerText');
    expect(marks).to.be.above(20);
    await give(page, 'Edge pool', 'edgepool.contoso.com', 'pool.fabrikam.example');
    expect(await good.count()).to.equal(0);
    expect(await page.locator('.facts .mark').textContent()).to.equal(ADAPTED);
    expect(await page.locator('.step > .proof > p .mark').allTextContents()).to.include(ADAPTED);
    const adapted = page.locator('.mark-adapted:not(.notice *)');
    expect(await adapted.count()).to.be.above(20);
    await page.locator('.yours summary').click();
    await page.getByRole('button', { name: 'Back to the verified values' }).click();
    expect(await page.evaluate('document.querySelector("main").innerText')).to.equal(html);
    expect([await good.count(), await adapted.count()]).to.deep.equal([marks, 0]);
    await browser.release(page);
  });

  it('are the same after a reload, on every other page and in the other language', { skip: missing }, async () => {
    const { page } = await browser.open('index.html');
    await give(page, 'Edge pool', 'edgepool.contoso.com', 'pool.fabrikam.example');
    await page.reload();
    expect(await adaptedText(page))
      .to.include('pool.fabrikam.example')
      .and.not.include('edgepool.contoso.com');
    expect(await page.locator('.mark-verified').count(), 'no mark says that adapted text is verified').to.equal(0);
    for (const [name, said] of [
      [REQUEST, ADAPTED],
      [`zh-TW/${REQUEST}`, '文字已改寫，尚未以這些值驗證'],
      ['troubleshooting.html', ADAPTED],
      ['zh-TW/index.html', '文字已改寫，尚未以這些值驗證'],
    ] as const) {
      await page.goto(browser.address(name));
      expect(await page.locator('.notice .mark').textContent(), name).to.equal(said);
      expect(await adaptedText(page), name).not.to.include('edgepool.contoso.com');
    }
    await page.locator('.reset').click();
    await page.goto(browser.address(REQUEST));
    expect(await page.locator('.notice').isVisible()).to.equal(false);
    expect(await adaptedText(page)).to.include('edgepool.contoso.com');
    await browser.release(page);
  });

  it('are refused where the environment file would refuse them, and the text stays', { skip: missing }, async () => {
    const { page } = await browser.open(REQUEST);
    const refused: readonly (readonly [label: string, verified: string, value: string, says: RegExp])[] = [
      ['Edge pool', 'edgepool.contoso.com', 'edgepool', /fully qualified/],
      ['Edge pool', 'edgepool.contoso.com', `${'a'.repeat(60)}.contoso.com`, /64 characters/],
      ['Edge pool', 'edgepool.contoso.com', 'EDGE01.contoso.com', /the same already.*Edge Server/],
      ['Edge Server', 'edge02.contoso.com', HOSTILE, /fully qualified/],
      ['Certification authority', 'Contoso Issuing CA', 'contoso root ca', /the same already/],
      ['Account', 'CONTOSO\\lyncadmin', 'a@b', /an account such as/],
      ['Country', 'US', 'usa', /ISO 3166-1/],
      ['Certificate request', 'C:\\Certificates\\edge-internal.req', 'edge.req', /full Windows path/],
      ['Issued certificate', 'C:\\Certificates\\edge-internal.cer', 'c:\\certificates\\CHAIN.p7b', /the same already/],
    ];
    for (const [label, verified, value, says] of refused) {
      await give(page, label, verified, value);
      const input = inputOf(page, label, verified);
      expect(await input.getAttribute('aria-invalid'), value).to.equal('true');
      const [, told = ''] = ((await input.getAttribute('aria-describedby')) ?? '').split(' ');
      expect(await page.locator(`#${told}`).textContent(), value).to.match(says);
      expect(await page.locator('.notice').isVisible(), value).to.equal(false);
      await give(page, label, verified, verified);
      expect(await input.getAttribute('aria-invalid'), value).to.equal('false');
    }
    await browser.release(page);
  });

  it('are text, whatever they hold, in a command as PowerShell quotes it', { skip: missing }, async () => {
    const { page, complaints } = await browser.open(REQUEST, { permissions: ['clipboard-read', 'clipboard-write'] });
    await give(page, 'Organization', 'Contoso', HOSTILE);
    expect(await page.locator('.field-value').allTextContents()).to.include(HOSTILE);
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
    const command = page.locator('.command:visible', { hasText: 'Request-CsCertificate' }).first();
    await Promise.all([command.getByText('Copied').waitFor(), command.locator('.copy').click()]);
    expect(await page.evaluate('navigator.clipboard.readText()')).to.include(
      '-Organization "<img src=x onerror=`"window.ran = 1`"> & ```$HOME" -OU "IT"',
    );
    await page.reload();
    expect(await page.locator('.field-value').allTextContents()).to.include(HOSTILE);
    expect([await page.evaluate('window.ran'), complaints]).to.deep.equal([undefined, []]);
    await browser.release(page);
  });

  it('are not taken from a store that somebody has spoiled', { skip: missing }, async () => {
    const { page, complaints } = await browser.open(REQUEST);
    const key = await page.evaluate<string>(`'values ' + document.querySelector('.yours').dataset.key`);
    for (const kept of ['{', 'null', '[1]', '{"sites.0.pools.0.fqdn":"no name","sites.0.pools.0.servers.0.fqdn":{}}']) {
      await page.evaluate(`localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(kept)})`);
      await page.reload();
      expect(await page.locator('.notice').isVisible(), kept).to.equal(false);
    }
    expect(complaints).to.deep.equal([]);
    await browser.release(page);
  });

  it('stand on paper with their badge, and the form does not', { skip: missing }, async () => {
    const { page } = await browser.open(REQUEST, { viewport: { width: 794, height: 1123 } });
    await give(page, 'Edge pool', 'edgepool.contoso.com', 'pool.fabrikam.example');
    expect(await page.locator('.chosen').isVisible()).to.equal(false);
    await page.emulateMedia({ media: 'print' });
    const chosen = page.locator('.chosen');
    expect([await chosen.isVisible(), await page.locator('.notice .mark').isVisible()]).to.deep.equal([true, true]);
    expect(await chosen.textContent()).to.equal('Edge poolpool.fabrikam.example (verified: edgepool.contoso.com)');
    expect([
      await page.locator('.yours input:visible').count(),
      await page.locator('.reset').isVisible(),
    ]).to.deep.equal([0, false]);
    await browser.release(page);
  });

  it('cannot be given without JavaScript, and nothing else is missing', { skip: missing }, async () => {
    const { page } = await browser.open(REQUEST, { javaScriptEnabled: false });
    expect(await page.locator('.yours input:enabled').count()).to.equal(0);
    expect(await page.locator('main').textContent()).to.include('-ComputerFqdn "edge01.contoso.com"');
    await browser.release(page);
  });

  /** The test of the accessibility of a whole run looks at these pages without own values. Here axe looks at the rest. */
  for (const name of sampled([REQUEST, `zh-TW/${REQUEST}`, 'zh-TW/index.html'], [REQUEST])) {
    it(`keep nobody from reading ${name}`, { skip: missing }, async () => {
      const { page } = await browser.open(name, { bypassCSP: true });
      const known = await kindsOn(page);
      const [pool, request] = ['#value-1', 'input[data-place="files.request"]'].map((input) => page.locator(input));
      await page.locator('.yours summary').click();
      await pool?.fill('pool.fabrikam.example');
      await request?.fill('nonsense');
      await pool?.focus();
      expect(await page.locator('.notice').isVisible()).to.equal(true);
      expect(await page.locator('.refused:not(:empty)').count()).to.equal(1);
      expect(await accessibilityViolations(page, { known })).to.deep.equal([]);
      await browser.release(page);
    });
  }

  it('go into an environment file with which the procedures are verified', { skip: missing }, async () => {
    const { page } = await browser.open(REQUEST);
    await give(page, 'Active Directory domain, SIP domain', 'contoso.com', 'fabrikam.example');
    await give(page, 'NetBIOS name of the domain', 'CONTOSO', 'FABRIKAM');
    await give(page, 'Organization', 'Contoso', `${HOSTILE}: D'Söhne, “台灣”`);
    await give(page, 'Organizational unit', 'IT', '$True `"');
    await give(page, 'Load balancer', 'hardware', 'dns');
    await give(page, 'Certificate template', 'WebServer', 'FabrikamEdge');
    await give(page, 'Display name of the certificate template', 'Web Server', 'Fabrikam Edge');
    await give(page, 'Bit length', '2048', '4096');
    await give(page, 'Certificate request', 'C:\\Certificates\\edge-internal.req', 'C:\\私 pki\\pool.req');
    expect(await page.locator('.notice .copyable code').textContent()).to.equal(
      'rehearse run --environment rehearsal.yaml',
    );
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.notice .download').click()]);
    const text = await textOf(download);
    const adapted = await fieldValues(page);
    await page.goto(browser.address(SUBMIT));
    const submitted = await fieldValues(page);
    expect(adapted.filter((text) => text.includes('-OU "`$True ```""') && text.includes('\nwrote '))).to.have.lengthOf(
      2,
    );
    expect(adapted).to.include('4096 (selected) 2 select');
    expect(submitted).to.include.members(['Fabrikam Edge (selected)', '"FabrikamEdge"']);
    await browser.release(page);
    expect([download.suggestedFilename(), text.match(/contoso\.com/gi)]).to.deep.equal(['rehearsal.yaml', null]);
    expect(text)
      .to.match(/loadBalancer: "dns"[\s\S]*loadBalancer: none/)
      .and.match(/bitLength: 4096\n/);
    const verified = await verifiedWith(text);
    const good = { state: 'Verified', notice: false, hostile: undefined };
    expect(verified).to.deep.equal([adapted, submitted].map((values) => ({ values, ...good })));
  });

  /** What the same pages show after a run with that environment file. */
  async function verifiedWith(text: string) {
    const own = inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'rehearsal.yaml'), text);
      const ran = rehearse(['run', '--environment', 'rehearsal.yaml', '--out', 'out'], folder);
      expect(ran.status, ran.stdout + ran.stderr).to.equal(0);
      return [REQUEST, SUBMIT].map((name) => readFileSync(join(folder, 'out', 'runbook', name), 'utf8'));
    });
    const { page } = await browser.open('codes.html');
    const found = [];
    for (const html of own) {
      await page.setContent(html);
      const state = await page.locator('.facts .mark').textContent();
      const notice = await page.locator('.notice').isVisible();
      found.push({ values: await fieldValues(page), state, notice, hostile: await page.evaluate('window.ran') });
    }
    await browser.release(page);
    return found;
  }
});

/**
 * The values of fields and list items in all pictures, and the values in commands, without requests and thumbprints.
 */
async function fieldValues(page: Page): Promise<readonly string[]> {
  const values = await page
    .locator(
      '.step .field-value, .step .selected, .step .parameter, .step .command code, .example pre.text > code:not(.recorded *)',
    )
    .allTextContents();
  return values
    .filter((text) => !text.includes('-----BEGIN'))
    .map((text) => text.replace(/[0-9A-F]{40}/g, 'thumbprint'));
}
