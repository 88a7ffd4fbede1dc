import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { InBrowser, mayBeLeftOut, missing } from './chromium';
import { Rendered } from './rendered';
import { recordSample } from './sample';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const WIDE = { width: 1280, height: 720 };

/** How a page can be looked at. */
const APPEARANCES: Readonly<Record<string, Appearance>> = {
  'in light colours': { media: { colorScheme: 'light' }, size: WIDE },
  'in dark colours': { media: { colorScheme: 'dark' }, size: WIDE },
  'in forced colours': { media: { forcedColors: 'active' }, size: WIDE },
  '320 px wide': { media: {}, size: { width: 320, height: 640 } },
  'as printed': { media: { media: 'print' }, size: { width: 794, height: 1123 } },
};

interface Appearance {
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  readonly size: { readonly width: number; readonly height: number };
}

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
      await page.evaluate(AXE);
      for (const [name, { media, size }] of Object.entries(APPEARANCES)) {
        await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...media });
        await page.setViewportSize(size);
        const except = media.media === 'print' ? ['target-size'] : [];
        expect(await violations(page, except), name).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), name).to.equal(0);
      }
      expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(file)], complaints: [] });
      await page.context().close();
    });
  }
});

/** What axe finds against its rules; paper has no targets to touch, so that rule can be left out. */
async function violations(page: Page, except: readonly string[]): Promise<readonly string[]> {
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  const how = { runOnly: { type: 'tag', values: RULES }, rules, resultTypes: ['violations'], preload: false };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(how)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  );
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}
