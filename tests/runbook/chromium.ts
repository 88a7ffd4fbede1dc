import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import {
  type Browser,
  type BrowserContextOptions,
  type BrowserServer,
  chromium,
  type Download,
  type Page,
} from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** The address of the browser of the test session, which `scripts/test.mjs` starts; each test has contexts of its own. */
const SHARED = process.env.TEST_BROWSER;

/** How long anything may take, in milliseconds: a machine that is busy with something else is slow, and not wrong. */
const PATIENCE = 180_000;

const HOW = {
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  timeout: PATIENCE,
};

/** Starts a browser that several processes use; undefined where there is none. */
export async function browserServer(): Promise<BrowserServer | undefined> {
  return missing ? undefined : await chromium.launchServer(HOW);
}

/** Whether there is no Chromium, so that nothing can be looked at. */
export const missing = !existsSync(CHROMIUM);

/** A page in the browser, what it asked for besides its own data, and what the browser complained about. */
export interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  /** Shows another file in the same page, and forgets what was asked for and complained about before. */
  readonly show: (name: string) => Promise<void>;
}

/** Rendered files in a browser: written to a folder before the tests of the suite, opened as files. */
export class InBrowser {
  #browser: Browser | undefined;
  #folder = '';
  readonly #files: ReadonlyMap<string, string>;

  /** To be made inside `describe`; registers what has to be done before and after its tests. */
  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
    before(async () => {
      this.#folder = mkdtempSync(join(tmpdir(), 'runbook-page-'));
      for (const [name, html] of files) {
        mkdirSync(dirname(join(this.#folder, name)), { recursive: true });
        writeFileSync(join(this.#folder, name), html);
      }
      if (missing) return;
      this.#browser = await (SHARED === undefined ? chromium.launch(HOW) : chromium.connect(SHARED));
    });
    after(async () => {
      await this.#browser?.close();
      rmSync(this.#folder, { recursive: true });
    });
  }

  /** The address of a file, or of a place in it. */
  address(name: string): string {
    const [, file = '', query = ''] = /^([^?#]*)(.*)$/.exec(name) ?? [];
    if (!this.#files.has(file)) throw new Error(`there is no ${file}`);
    return `${pathToFileURL(join(this.#folder, file)).href}${query}`;
  }

  /** Opens a file in a context of its own; close it with `page.context().close()`. */
  async open(name: string, options: BrowserContextOptions = {}): Promise<Opened> {
    if (!this.#browser) throw new Error('the browser has not been started');
    const context = await this.#browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => request.url().startsWith('data:') || requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const show = async (file: string) => {
      requests.length = 0;
      complaints.length = 0;
      await page.goto(this.address(file));
    };
    await show(name);
    return { page, requests, complaints, show };
  }
}

/**
 * Waits until another page finds what the page has stored: Chromium hands it to a process of its own, and a page that
 * is loaded at the same moment may read before it has arrived.
 */
export async function kept(page: Page): Promise<void> {
  const stored = await page.evaluate<string | null>(STORED);
  if (stored === null) return;
  const other = await page.context().newPage();
  // the listing of the folder: a page without scripts of ours, and all files share one storage
  await other.goto(new URL('.', page.url()).href);
  await other.waitForFunction(`${STORED} === ${JSON.stringify(stored)}`, undefined, { polling: 20 });
  await other.close();
}

/** What is in the local storage, as text; null where the browser has none. */
const STORED = `(() => {
  try {
    return JSON.stringify(Object.entries(localStorage).sort());
  } catch {
    return null;
  }
})()`;

/** The text of a downloaded file. */
export async function textOf(download: Download): Promise<string> {
  return text(await download.createReadStream());
}

/** A test that says what is left out without Chromium, and fails where it must not be left out. */
export function mayBeLeftOut(what: string): void {
  it(`${what} where Chromium is installed; CI has to have it`, (t) => {
    if (!missing) return;
    expect(process.env.CI, `no ${CHROMIUM}, and CI must not leave the browser out`).not.to.equal('true');
    t.skip(`no ${CHROMIUM}: it is left out that ${what}`);
  });
}
