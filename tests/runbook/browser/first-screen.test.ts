import { describe, it } from 'node:test';
import { expect } from 'chai';
import { sampled } from '../page-sample';
import { fullRun } from '../whole-run/full-run';
import { accessibilityViolations } from './axe';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

const SCREENS = [
  [1440, 900],
  [768, 1024],
  [400, 800],
] as const;

describe('The page of a procedure on a screen', () => {
  const { files } = fullRun();
  const browser = new InBrowser(files);
  mayBeLeftOut('the first screens are looked at');
  const all = [...files].filter(([, html]) => html.includes('class="steps"')).map(([name]) => name);
  const pages = sampled(
    all,
    all.filter((name) => !name.startsWith('zh-TW/procedure-')),
  );

  it('begins its first step within the screen, and does not scroll sideways', { skip: missing }, async () => {
    expect(pages.length).to.be.above(8);
    for (const name of pages) {
      const { page } = await browser.open(name);
      for (const [width, height] of SCREENS) {
        await page.setViewportSize({ width, height });
        const end = await page
          .locator('.step .step-title')
          .first()
          .evaluate((title) => title.getBoundingClientRect().bottom);
        expect(end, `${name} on ${width}×${height}`).to.be.below(height);
        const scrolled = await page.evaluate('document.documentElement.scrollWidth');
        expect(scrolled, `${name} on ${width}×${height}`).to.equal(width);
      }
      await browser.release(page);
    }
  });

  it('has no accessibility violation with its evidence unfolded', { skip: missing }, async () => {
    const name = 'procedure-export-the-certificate.html';
    const { page } = await browser.open(name, { bypassCSP: true });
    await page.evaluate(`for (const fold of document.querySelectorAll('.proof')) fold.open = true`);
    expect(await accessibilityViolations(page, { appearances: ['in light colours', 'in dark colours'] })).to.deep.equal(
      [],
    );
    await browser.release(page);
  });
});
