import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Rendered } from '../rendered';
import { recordSample } from '../sample';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

/** A query, and a link that its results must contain. */
const QUERIES: readonly (readonly [query: string, found: string])[] = [
  ['friendly name', 'Go through Delayed or Immediate Requests and Name and Security Settings'],
  ['FRIENDLY', 'Go through Delayed or Immediate Requests and Name and Security Settings'],
  ['exportable', 'Go through Delayed or Immediate Requests and Name and Security Settings'],
  ['Request-CsCertificate', 'Go through Delayed or Immediate Requests and Name and Security Settings'],
  ['Delayed or Immediate', 'Go through Delayed or Immediate Requests and Name and Security Settings'],
  ['內部邊緣', 'Go through Delayed or Immediate Requests and Name and Security Settings'],
  ['0x80094811', 'The key is too short'],
  ['CERTSRV_E_KEY_LENGTH', 'The key is too short'],
  ['key-too-short', 'The key is too short'],
  ['asks for 2048 bits', 'The key is too short'],
  ['<script>alert', 'The key is too short'],
  ['1024', 'The key is too short'],
  ['Denied by Policy Module', 'The answer of another section'],
  ['04952-187', '04952-187'],
  ['04952-193', 'In Request Summary, press Next'],
  ['run again edge01', 'The button reads Run again on edge01'],
  ['wrong thumbprint', 'In Deploy, press Run'],
  ['differ: expected', 'In Deploy, press Run'],
  ['root-not-trusted', 'The root authority is not trusted <on the server>'],
  ['event 14428', 'The root authority is not trusted <on the server>'],
  ['certutil -store', 'In Command Prompt, run certutil'],
  ['cert_internal_edge.req', 'edge01.contoso.com/cert_internal_edge.req'],
  ['renewed before it ends', 'A certificate is renewed before it ends'],
  ['ｋｅｙ too', 'The key is too short'],
];

const SEARCH = 'search.html';

describe('The search', () => {
  const browser = new InBrowser(new Rendered(recordSample()).files);
  mayBeLeftOut('the search is tried');

  it('finds things by any part of their words, codes, sentences and contents', { skip: missing }, async () => {
    const { page } = await browser.open(SEARCH);
    const wrong: string[] = [];
    for (const [query, wanted] of QUERIES) {
      await page.locator('#query').fill(query);
      const found = await page.locator('.result > a').allTextContents();
      const count = await page.locator('.count').textContent();
      const right = found.some((text) => same(text, wanted)) && count?.includes(`${found.length} found.`);
      if (!right) wrong.push(`${query}: ${count}: ${found.join(' | ')}`);
    }
    expect(wrong).to.deep.equal([]);
    await browser.release(page);
  });

  it('says what it looked for when nothing is found, and takes the nearest spelling', { skip: missing }, async () => {
    const { page } = await browser.open(SEARCH);
    await page.locator('#query').fill('qqqq zzzz');
    expect(await page.locator('.count').textContent()).to.equal(
      'Nothing was found. The search looked in titles, codes and texts for: “qqqq”, “zzzz”.',
    );
    expect(await page.locator('.result').count()).to.equal(0);
    await page.locator('#query').fill('thumbprnt');
    expect(await page.locator('.count').textContent()).to.match(
      /^Nothing was found for "thumbprnt"\. These are the results for "thumbprint"\. \d+ found\. Also searched: fingerprint,/,
    );
    expect(await page.locator('.result mark').first().textContent()).to.match(/^thumbprint$/i);
    await browser.release(page);
  });

  it('marks what was found in titles and in texts', { skip: missing }, async () => {
    const { page } = await browser.open(`${SEARCH}#?q=KEY+too`);
    const marks = await page
      .locator('.result', { hasText: 'The key is too short' })
      .first()
      .locator('mark')
      .allTextContents();
    expect(marks.map((text) => text.toLowerCase())).to.include.members(['key', 'too']);
    await page.locator('#query').fill('asks for 2048 bits');
    expect(await page.locator('.snippet').first().textContent()).to.include('asks for 2048 bits');
    await browser.release(page);
  });

  it('narrows to a state and to a tag, and shows all again', { skip: missing }, async () => {
    const { page } = await browser.open(SEARCH);
    const shown = () => page.locator('.result > a').allTextContents();
    await page.locator('#only-state').selectOption({ label: 'Failing' });
    expect(await shown()).to.deep.equal([
      'In Deploy, press Run, then select All Tasks in Shortcut menu',
      '04952-247',
      '04952-249',
    ]);
    await page.locator('#only-state').selectOption('');
    await page.locator('#only-tag').selectOption('@retried');
    expect(await shown()).to.deep.equal(['Works the second time']);
    await page.locator('#only-tag').selectOption('');
    expect(await page.locator('.group:visible').count()).to.equal(await page.locator('.group').count());
    await browser.release(page);
  });

  it('begins with what the address asks for', { skip: missing }, async () => {
    const { page } = await browser.open(`${SEARCH}#?q=0x80094811&state=refused`);
    expect(await page.locator('.result > a').allTextContents()).to.have.members([
      'The key is too short for the <script>alert("authority")</script>',
      'The answer of another section',
    ]);
    await page.locator('#query').fill('two');
    expect(await page.evaluate('location.hash')).to.equal('#?q=two&state=refused');
    await browser.release(page);
  });

  it('is asked from every page', { skip: missing }, async () => {
    const { page } = await browser.open('codes.html');
    await page.locator('#query').fill('key too short');
    await page.locator('#query').press('Enter');
    await page.waitForURL(`${browser.address(SEARCH)}#?q=key+too+short`);
    expect(await page.locator('.result > a').first().textContent()).to.match(/^The key is too short/);
    await browser.release(page);
  });

  it('is a list of all pages without JavaScript', { skip: missing }, async () => {
    const { page } = await browser.open('index.html', { javaScriptEnabled: false });
    expect(await page.locator('.seek').isVisible()).to.equal(false);
    await page.locator('.all-pages').click();
    await page.waitForURL(browser.address(SEARCH));
    expect(await page.locator('form.search').isVisible()).to.equal(false);
    expect(await page.locator('.thing').count()).to.be.above(40);
    await browser.release(page);
  });
});

function same(text: string, wanted: string): boolean {
  return text.toLowerCase().startsWith(wanted.toLowerCase());
}
