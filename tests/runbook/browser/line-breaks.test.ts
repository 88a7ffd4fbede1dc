import { describe, it } from 'node:test';
import { expect } from 'chai';
import { withLineBreaks } from '../../../src/runbook/pages/line-breaks';
import { sampled } from '../page-sample';
import { fullRun } from '../whole-run/full-run';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

/** A page of each kind. */
const SAMPLE = [
  'index.html',
  'troubleshooting.html',
  'coverage.html',
  'codes.html',
  'files.html',
  'plan-external-edgepool.contoso.com.html',
  'procedure-private-keys-and-export.html',
  'zh-TW/plan-edgepool.contoso.com.html',
];

describe('The lines of a page on a phone', () => {
  const { files } = fullRun();
  const browser = new InBrowser(files);
  const pages = sampled([...files.keys()], SAMPLE);
  mayBeLeftOut('the lines of pages are looked at');

  it('are not broken inside a word, and a thumbprint only between groups of four', { skip: missing }, async () => {
    let words = 0;
    const { page, show } = await browser.open('index.html', { viewport: { width: 400, height: 800 } });
    for (const name of pages) {
      await show(name);
      const { broken, looked, sideways } = await page.evaluate<{
        readonly broken: readonly string[];
        readonly looked: number;
        readonly sideways: number;
      }>(BROKEN);
      expect(broken, name).to.deep.equal([]);
      expect(sideways, name).to.equal(0);
      words += looked;
    }
    await browser.release(page);
    expect(words).to.be.above(10_000);
  });
});

describe('Places for line breaks', () => {
  const inPage = (text: string) => /<p>(.*)<\/p>/.exec(withLineBreaks(`<body><p>${text}</p><script>a.b</script>`))?.[1];

  it('are after the separators of long names, and between the groups of a digest', () => {
    expect(inPage('C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys')).to.equal(
      'C:\\<wbr>ProgramData\\<wbr>Microsoft\\<wbr>Crypto\\<wbr>RSA\\<wbr>MachineKeys',
    );
    expect(inPage('http://pki.contoso.com/CertEnroll/Issuing%20CA.crl')).to.equal(
      'http://<wbr>pki.<wbr>contoso.<wbr>com/<wbr>CertEnroll/<wbr>Issuing%20<wbr>CA.<wbr>crl',
    );
    const digest = inPage('its thumbprint 9CC62DEDB43597F862A317B8EE180D9EC6979C90: no key') ?? '';
    expect(digest.split('<wbr>').map(({ length }) => length)).to.deep.equal([19, 4, 4, 4, 4, 4, 4, 4, 4, 12]);
    expect(
      inPage('x'.repeat(90))
        ?.split('<wbr>')
        .map(({ length }) => length),
    ).to.deep.equal([20, 20, 20, 20, 10]);
  });

  it('are not in short names, attributes, options, pictures and scripts', () => {
    const name = 'a-long-name.that-has.many-parts.and-dots.example.com.and.more';
    for (const html of [
      '<body><p>edge01.contoso.com</p><script></script>',
      `<head><title>${name}</title></head><body><a title="${name}">a</a></body>`,
      `<body><option>${name}</option><svg><text>${name}</text><desc>${name}</desc></svg>`,
      `<body><p>a</p><script>${name}</script></body>`,
    ])
      expect(withLineBreaks(html)).to.equal(html);
  });
});

/**
 * The words whose letters are on several lines, with everything unfolded. PEM has no words, and scripts write the rows of the signed table.
 */
const BROKEN = `(() => {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const broken = [];
  let looked = 0;
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node.parentElement.textContent.includes('-----BEGIN ') || !node.parentElement.checkVisibility() || node.parentElement.closest('.aside, .signed, script, option')) continue;
    for (const { 0: word, index } of node.data.matchAll(/%20|[0-9A-F]{32,}|[A-Za-z0-9+\\/]{64,}|[A-Za-z0-9]+/g)) {
      const isDigest = /^[0-9A-F]{32,}$/.test(word);
      if (word === '%20' || (!isDigest && word.length >= 64)) continue;
      const parts = isDigest ? word.match(/.{1,4}/g) : [word];
      parts.forEach((part, at) => {
        range.setStart(node, index + 4 * at);
        range.setEnd(node, index + 4 * at + part.length);
        looked += 1;
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(part + ' in ' + node.data.trim().slice(0, 80));
      });
    }
  }
  return { broken, looked, sideways: document.documentElement.scrollWidth - innerWidth };
})()`;
