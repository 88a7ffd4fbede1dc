import { describe, it } from 'node:test';
import { expect } from 'chai';
import { obstacles } from './axe';
import { InBrowser, mayBeLeftOut, missing } from './chromium';
import { Rendered } from './rendered';
import { recordSample } from './sample';

const messages = recordSample();
const paged = new Rendered(messages).files;
const single = new Rendered(messages, { singleFile: true }).files;

describe('Everybody can read the pages', () => {
  const browser = new InBrowser(new Map([...paged, ['single.html', single.get('index.html') ?? '']]));
  mayBeLeftOut('accessibility and reflow are looked at');

  for (const file of [...paged.keys(), 'single.html']) {
    it(`${file} has no accessibility violation and does not scroll sideways`, { skip: missing }, async () => {
      const { page, requests, complaints } = await browser.open(file, { bypassCSP: true });
      await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
      expect(await obstacles(page)).to.deep.equal([]);
      expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(file)], complaints: [] });
      await page.context().close();
    });
  }
});
