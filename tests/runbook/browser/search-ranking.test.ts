import { describe, it } from 'node:test';
import { expect } from 'chai';
import { fullRun } from '../whole-run/full-run';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

/** Queries with the address of the best answer. */
const ENGLISH: readonly (readonly [query: string, best: string])[] = [
  ['rollback', 'glossary.html#term-rollback'],
  ['private key', 'glossary.html#term-privateKey'],
  ['key-not-exportable', 'codes.html#code-key-not-exportable'],
  ['certification chain', 'glossary.html#term-chain'],
  ['export the certificate', 'procedure-export-the-certificate.html'],
  ['import the certificate', 'procedure-import-the-certificate.html'],
  ['create request', 'procedure-create-the-certificate-request.html'],
  ['expired certificate', 'codes.html#code-expired'],
  ['sign off', 'review.html#sign-off'],
  ['thumbprnt', 'glossary.html#term-thumbprint'],
  ['edgepool change', 'plan-edgepool.contoso.com.html'],
  ['dub-edge01', 'plan-dub-edge01.contoso.com.html'],
  ['secret key', 'glossary.html#term-privateKey'],
  ['the clock of the server', 'codes.html#code-clock-skew'],
];

const CHINESE: typeof ENGLISH = [
  ['回復', 'glossary.html#term-rollback'],
  ['私鑰', 'glossary.html#term-privateKey'],
  ['私密金鑰', 'glossary.html#term-privateKey'],
  ['憑證鏈結', 'glossary.html#term-chain'],
  ['匯入憑證', 'procedure-import-the-certificate.html'],
  ['建立憑證要求', 'procedure-create-the-certificate-request.html'],
  ['檢核代碼', 'codes.html'],
  ['簽核', 'review.html#sign-off'],
  ['憑證過期', 'codes.html#code-expired'],
  ['指紋', 'glossary.html#term-thumbprint'],
  ['rollback', 'glossary.html#term-rollback'],
  ['key-not-exportable', 'codes.html#code-key-not-exportable'],
  ['edgepool 變更', 'plan-edgepool.contoso.com.html'],
  ['時鐘不正確', 'codes.html#code-clock-skew'],
  ['thumbprnt', 'glossary.html#term-thumbprint'],
];

describe('The best answer of the search', () => {
  const browser = new InBrowser(fullRun().files);
  mayBeLeftOut('the order of results is looked at');

  for (const [name, queries] of [
    ['search.html', ENGLISH],
    ['zh-TW/search.html', CHINESE],
  ] as const) {
    it(`is first on ${name}`, { skip: missing }, async () => {
      const { page } = await browser.open(name);
      const wrong: string[] = [];
      for (const [query, best] of queries) {
        await page.locator('#query').fill(query);
        const first = (await page.locator('.result > a').count()) > 0 ? page.locator('.result > a').first() : null;
        const href = await first?.getAttribute('href');
        if (href !== best) wrong.push(`${query}: ${href ?? 'nothing'}`);
      }
      expect(wrong).to.deep.equal([]);
      expect(queries.length).to.be.at.least(10);
      await browser.release(page);
    });
  }

  it('is explained by a snippet with the words that were found, in both languages', { skip: missing }, async () => {
    for (const [file, query, found] of [
      ['search.html', 'the clock of the server', 'clock'],
      ['zh-TW/search.html', '時鐘不正確', '時鐘'],
    ] as const) {
      const { page } = await browser.open(`${file}#?q=${encodeURIComponent(query)}`);
      const marked = page.locator('.result').first().locator('mark');
      expect((await marked.allTextContents()).join(' ').toLowerCase()).to.include(found);
      await browser.release(page);
    }
  });

  it('is about the nearest spelling in Chinese as well, with what was understood', { skip: missing }, async () => {
    const { page } = await browser.open('zh-TW/search.html#?q=thumbprnt');
    expect(await page.locator('.count').textContent()).to.match(/^找不到「thumbprnt」，以下是「thumbprint」的結果。/);
    await browser.release(page);
  });

  it('is about passwords for a near spelling, and says so', { skip: missing }, async () => {
    const { page } = await browser.open('search.html#?q=pasword');
    expect(await page.locator('.count').textContent()).to.match(/^Nothing was found for "pasword"\. .*"password"\./);
    expect(await page.locator('.result > a').first().textContent()).to.match(/password/i);
    await browser.release(page);
  });
});
