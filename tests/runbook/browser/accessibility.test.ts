import { describe, it } from 'node:test';
import { expect } from 'chai';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { grounded, unmoved } from '../recording/grounded';
import { Rendered } from '../rendered';
import { recordSample, sampleLedger } from '../sample';
import { accessibilityViolations, unfolded } from './axe';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

const messages = recordSample();
const paged = new Rendered(messages).files;
const single = new Rendered(messages, { singleFile: true }).files;
const recorded = messages.map(grounded);
const present = { ...unmoved(recorded), steps: 'other' };
const stale = new Rendered(runbookModel(recorded, sampleLedger(), { failures: [], document: null, present }), {
  singleFile: true,
}).files;
const whole = { 'single.html': single.get('index.html') ?? '', 'stale.html': stale.get('index.html') ?? '' };

/** Files that contain the pages of another file: axe looks only at the kinds of elements that the other does not have. */
const LIKE: Readonly<Record<string, string>> = { 'stale.html': 'single.html' };

describe('Everybody can read the pages', () => {
  const browser = new InBrowser(new Map([...paged, ...Object.entries(whole)]));
  mayBeLeftOut('accessibility and reflow are looked at');

  for (const file of [...paged.keys(), ...Object.keys(whole)]) {
    it(`${file} has no accessibility violation and does not scroll sideways`, { skip: missing }, async () => {
      const { page, scope, requests, complaints } = await unfolded(browser, file, LIKE[file]);
      expect(await accessibilityViolations(page, scope)).to.deep.equal([]);
      expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(file)], complaints: [] });
      await browser.release(page);
    });
  }

  it('is checked in each appearance: a barrier in one appearance, in one of many items, is found', {
    skip: missing,
  }, async () => {
    const { page } = await browser.open('index.html', { bypassCSP: true });
    await page.addStyleTag({ content: '@media (prefers-color-scheme: dark) { main b[title] { color: #222 } }' });
    await page.evaluate(`document.querySelector('main').append(Object.assign(document.createElement('ul'), {
      innerHTML: '<li>an item</li><li>an item</li><li>an <b title="rare">item</b></li><li>an item</li>',
    }))`);
    const found = await accessibilityViolations(page);
    expect(found).to.have.lengthOf(1);
    expect(found[0]).to.match(/^in dark colours: color-contrast: <b title="rare">item<\/b>/);
    expect(await page.locator('main > ul:last-child > li').allTextContents()).to.deep.equal(['an item', 'an item']);
    await browser.release(page);
  });
});
