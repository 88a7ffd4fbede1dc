import type { Browser, BrowserContext } from 'playwright-core';
import type { PageSource } from '../../evidence/page-pictures';
import { InputError } from '../../input-error';
import { existing } from '../input/existing-path';
import { withPackages } from '../input/optional-packages';

/** Chromium, driven by playwright-core, which is not a dependency of the package: only pictures need it. */

export interface PictureBrowser {
  /** such as `Chromium 140.0.7339.185` */
  readonly name: string;
  /** a PNG of the whole page with its form filled in */
  readonly picture: (source: PageSource) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** What could make two pictures of a page differ on one machine. */
const APPEARANCE = {
  viewport: { width: 560, height: 240 },
  deviceScaleFactor: 1,
  locale: 'en-US',
  timezoneId: 'UTC',
  colorScheme: 'light',
  serviceWorkers: 'block',
} as const;

const SCREENSHOT = { type: 'png', fullPage: true, animations: 'disabled', caret: 'hide' } as const;

/** Starts the browser at this path. Throws an InputError if it or playwright-core is missing or does not start. */
export async function openBrowser(path: string): Promise<PictureBrowser> {
  existing(path, `there is no browser ${path}; give the path of Chromium or Google Chrome`);
  const load = (): typeof import('playwright-core') => require('playwright-core');
  const { chromium } = withPackages(load, '--browser', ['playwright-core@1']);
  let browser: Browser;
  try {
    browser = await chromium.launch({ executablePath: path, args: ['--disable-gpu'] });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new InputError(`${path} does not start as a browser (${reason}); give the path of Chromium or Google Chrome`);
  }
  const context = await browser.newContext(APPEARANCE);
  return {
    name: `Chromium ${browser.version()}`,
    picture: (source) => pictureOf(context, source),
    close: () => browser.close(),
  };
}

/** The browser gets the page at its address, and nothing else: no request leaves it. */
async function pictureOf(context: BrowserContext, { address, html, form }: PageSource): Promise<Buffer> {
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().url() === address
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await page.goto(address);
  for (const [name, value] of Object.entries(form)) {
    const named = `[name=${JSON.stringify(name)}]`;
    const [text, list] = [page.locator(`textarea${named}`), page.locator(`select${named}`)];
    const radio = page.locator(`input[type=radio][id=${JSON.stringify(value)}]${named}`);
    if ((await text.count()) > 0) await text.fill(value);
    else if ((await list.count()) > 0) await list.selectOption({ value });
    else if ((await radio.count()) > 0) await radio.check();
  }
  const picture = await page.screenshot(SCREENSHOT);
  await page.close();
  return picture;
}
