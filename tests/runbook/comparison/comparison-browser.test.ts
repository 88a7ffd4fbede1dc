import { describe, it } from 'node:test';
import { expect } from 'chai';
import { compared } from '../../../src/runbook/comparison/compare';
import { renderComparison } from '../../../src/runbook/pages/render';
import { accessibilityViolations } from '../browser/axe';
import { InBrowser, mayBeLeftOut, missing } from '../browser/chromium';
import { recordFeatures } from '../recorded-features';
import { readStream, templates } from '../sample';
import { filesOf } from './comparison-edits';

describe('The page of what has changed', () => {
  const [before, after] = (['before', 'after'] as const).map((side) => readStream(recordFeatures(filesOf(side))));
  const html = renderComparison(compared(before ?? [], after ?? []), templates());
  const browser = new InBrowser(new Map([['diff.html', html]]));
  mayBeLeftOut('it is looked at');

  it('can be read by everybody, and asks for nothing', { skip: missing }, async () => {
    const { page, requests, complaints } = await browser.open('diff.html', { bypassCSP: true });
    expect(await accessibilityViolations(page)).to.deep.equal([]);
    expect({ requests, complaints }).to.deep.equal({ requests: [browser.address('diff.html')], complaints: [] });
    await browser.release(page);
  });

  it('has its own style under its policy, and every change without JavaScript', { skip: missing }, async () => {
    const { page, complaints } = await browser.open('diff.html', { javaScriptEnabled: false });
    expect(await page.getByText('the operator types a friendly name').isVisible()).to.equal(true);
    expect(await page.locator('ins', { hasText: 'friendly' }).isVisible()).to.equal(true);
    const header = page.locator('.masthead');
    expect((await header.boundingBox())?.height).to.be.above(0);
    expect(complaints).to.deep.equal([]);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/diff.png`, fullPage: true });
    await browser.release(page);
  });
});
