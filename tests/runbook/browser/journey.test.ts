import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { fullRun } from '../whole-run/full-run';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

/** The sizes of a desk, a tablet and a phone. */
const SIZES = [
  [1440, 900],
  [768, 1024],
  [400, 850],
] as const;

describe('From the first page to the first action of the change', () => {
  const browser = new InBrowser(fullRun().files);
  mayBeLeftOut('the way to the first action is looked at');

  for (const [width, height] of SIZES) {
    for (const folder of ['', 'zh-TW/']) {
      it(`are two clicks and one screen at ${width} pixels: ${folder}index.html`, { skip: missing }, async () => {
        const { page } = await browser.open(`${folder}index.html`, { viewport: { width, height } });
        let clicks = 0;
        while ((await page.locator('.plan .step').count()) === 0) {
          clicks += 1;
          expect(clicks).to.be.at.most(2);
          await start(page, height);
        }
        const title = page.locator('.plan .step .step-title').first();
        const box = await title.boundingBox();
        expect(box?.y, 'the first action').to.be.within(0, height - (box?.height ?? height));
        await browser.release(page);
      });
    }
  }
});

/** Follows the first link to a plan of the page; it is on the first screen. */
async function start(page: Page, height: number): Promise<void> {
  const link = page.locator('main a[href^="plan-"]').first();
  const box = await link.boundingBox();
  expect(box?.y, 'the link to the plan').to.be.within(0, height);
  await link.click();
  await page.locator('.plan .step').first().waitFor();
}
