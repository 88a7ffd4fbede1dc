import { describe, it } from 'node:test';
import { expect } from 'chai';
import { findingCodesRecord } from '../../../src/evidence/finding-codes-record';
import { combinedTexts } from '../../../src/fact';
import { FINDING_TEXTS } from '../../../src/judge/finding-texts';
import { judgeDeployment } from '../../../src/judge/judge';
import { catalogue } from '../../../src/package/catalogue';
import { NEVER_KNOWN } from '../../../src/pool-state/unknown';
import { UNKNOWN_TEXTS, unknownFact } from '../../../src/pool-state/unknown-texts';
import { renderCheck } from '../../../src/runbook/pages/render';
import { checkView, type ServerCheck } from '../../../src/runbook/views/check/check-view';
import { translatedWords } from '../../../src/runbook/words/translated-words';
import { english } from '../../../src/runbook/words/words';
import { defaultDeployment } from '../../pool-state/default-deployment';
import { templates } from '../sample';
import { accessibilityViolations } from './axe';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

const DEPLOYMENT = defaultDeployment();
const CHINESE = translatedWords(catalogue('zh-TW'), 'zh-TW');

const CHECK: ServerCheck = {
  environment: 'contoso',
  at: '2013-11-07T09:05:00.000Z',
  findings: judgeDeployment(DEPLOYMENT),
  open: [
    { ...NEVER_KNOWN, server: '' },
    {
      codes: [],
      server: 'edge03.contoso.com',
      reason: unknownFact('unknown.server'),
      wanted: unknownFact('unknown-export.script'),
    },
  ],
  unchecked: ['edge03.contoso.com'],
  outdated: [{ replica: 'edge01.contoso.com', lastReport: '11/7/2013 9:05:00 AM' }],
  read: [{ server: 'edge01.contoso.com', files: ['states/edge01.txt', 'states/<my>.txt'] }],
  ignored: ['states/notes.txt: this file does not say the state of a server'],
  codes: findingCodesRecord(DEPLOYMENT.product.findings.pages).codes,
  texts: combinedTexts(FINDING_TEXTS, UNKNOWN_TEXTS, DEPLOYMENT.product.texts),
};

function pages(): ReadonlyMap<string, string> {
  const zh = { language: 'zh-TW', name: '中文', folder: 'zh-TW' };
  const en = { language: 'en', name: 'English', folder: '..' };
  return new Map([
    ['index.html', renderCheck(checkView(CHECK, english), templates(), { languages: [zh] })],
    ['zh-TW/index.html', renderCheck(checkView(CHECK, CHINESE), templates(), { words: CHINESE, languages: [en] })],
  ]);
}

describe('The page of a check', () => {
  const made = pages();
  const browser = new InBrowser(made);
  mayBeLeftOut('it is looked at');

  it('is the same each time, and says everything as text', () => {
    expect([...pages()]).to.deep.equal([...made]);
    const html = made.get('index.html') ?? '';
    expect(html).to.contain('states/&lt;my&gt;.txt').and.to.contain('default-src &#x27;none&#x27;; style-src ');
    expect(html).to.match(
      /<p class="outcome">\d+ errors?.* in what the states say\. 1 server is not checked\. 2 questions are open\.<\/p>/,
    );
  });

  it('has Chinese sentences for findings and for what is open', () => {
    const html = made.get('zh-TW/index.html') ?? '';
    for (const text of [
      '狀態資料不包含撤銷清單',
      '沒有這部伺服器的狀態資料',
      'rehearse collect 的指令碼',
      '未檢查 1 部伺服器',
    ]) {
      expect(html).to.contain(text);
    }
    const reasons = Object.keys(UNKNOWN_TEXTS).filter((code) => catalogue('zh-TW').facts[code] === undefined);
    expect(reasons).to.deep.equal([]);
  });

  it('shows everything without JavaScript, and its links lead to places on it', { skip: missing }, async () => {
    const { page, complaints } = await browser.open('index.html', { javaScriptEnabled: false });
    expect(await page.locator('main section h2').allTextContents()).to.have.lengthOf(6);
    for (const section of await page.locator('main section').all()) expect(await section.isVisible()).to.equal(true);
    const links = await page
      .locator('main a[href^="#"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).not.to.deep.equal([]);
    for (const href of new Set(links))
      expect(await page.locator(`[id="${href?.slice(1)}"]`).count(), `${href}`).to.equal(1);
    expect(complaints).to.deep.equal([]);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/check.png`, fullPage: true });
    await browser.release(page);
  });

  for (const name of ['index.html', 'zh-TW/index.html']) {
    it(`can be read by everybody, and asks for nothing (${name})`, { skip: missing }, async () => {
      const { page, requests, complaints } = await browser.open(name, { bypassCSP: true });
      expect(await accessibilityViolations(page)).to.deep.equal([]);
      expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(name)], complaints: [] });
      await browser.release(page);
    });
  }
});
