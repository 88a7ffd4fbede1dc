import { describe, it } from 'node:test';
import { expect } from 'chai';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { grounded, unmoved } from '../recording/grounded';
import { Rendered } from '../rendered';
import { recordSample, sampleLedger } from '../sample';
import { accessibilityViolations } from './axe';
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

describe('Everybody can read the pages', () => {
  const browser = new InBrowser(new Map([...paged, ...Object.entries(whole)]));
  mayBeLeftOut('accessibility and reflow are looked at');

  for (const file of [...paged.keys(), ...Object.keys(whole)]) {
    it(`${file} has no accessibility violation and does not scroll sideways`, { skip: missing }, async () => {
      const { page, requests, complaints } = await browser.open(file, { bypassCSP: true });
      await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
      expect(await accessibilityViolations(page)).to.deep.equal([]);
      expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(file)], complaints: [] });
      await page.context().close();
    });
  }
});
