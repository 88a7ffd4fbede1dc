import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type BrowserServer,
  chromium,
  type Download,
  type Page,
} from 'playwright-core';

/** Chromium without the parts that draw its windows takes less processor time; else the one with all parts. */
const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The path of Chromium; `CHROMIUM_PATH` names another one. */
export const CHROMIUM = process.env.CHROMIUM_PATH ?? INSTALLED.find((path) => existsSync(path)) ?? '/usr/bin/chromium';

/** The address of the session's browser, which `scripts/test.mjs` starts; each test has separate contexts. */
const SHARED = process.env.TEST_BROWSER;

/** The time limit of every wait, in milliseconds: a busy machine is slow, not wrong. */
export const PATIENCE = 180_000;

/** The size of a page, unless a test asks for another one. */
const WIDE = { width: 1280, height: 720 };

/** How the tests start Chromium. */
export const CHROMIUM_OPTIONS = {
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  timeout: PATIENCE,
};

/** Starts a browser for several processes; undefined if Chromium is not installed. */
export async function browserServer(): Promise<BrowserServer | undefined> {
  return missing ? undefined : await chromium.launchServer(CHROMIUM_OPTIONS);
}

/** The session's browser, or a new one. */
export function connectedBrowser(): Promise<Browser> {
  return SHARED === undefined ? chromium.launch(CHROMIUM_OPTIONS) : chromium.connect(SHARED);
}

/** Whether Chromium is missing, so that pages cannot be opened. */
export const missing = !existsSync(CHROMIUM);

/** A page in the browser, its requests besides its data, and its errors. */
export interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  /** Shows another file in the same page, and clears earlier requests and errors. */
  readonly show: (name: string) => Promise<void>;
}

/** Rendered files in a browser: written to a folder before the tests of the suite, and opened as files. */
export class InBrowser {
  #browser: Browser | undefined;
  #folder = '';
  /** How each page was opened, and the pages that tests have released, by their options. */
  readonly #opened = new WeakMap<Page, { readonly opened: Opened; readonly options: BrowserContextOptions }>();
  readonly #released = new Map<string, Opened>();
  readonly #files: ReadonlyMap<string, string>;

  /** Call it inside `describe`; it registers the set-up and the clean-up of the tests. */
  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
    before(async () => {
      this.#folder = mkdtempSync(join(tmpdir(), 'runbook-page-'));
      for (const [name, html] of files) {
        mkdirSync(dirname(join(this.#folder, name)), { recursive: true });
        writeFileSync(join(this.#folder, name), html);
      }
      if (missing) return;
      this.#browser = await connectedBrowser();
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

  /**
   * Opens a file in a page with an empty storage. Release the page at the end of the test: the next call with the same
   * options uses it again, because a new context costs more processor time than most tests.
   */
  async open(name: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const key = JSON.stringify(options);
    const opened = this.#released.get(key) ?? (await this.#create(options));
    this.#released.delete(key);
    this.#opened.set(opened.page, { opened, options });
    await opened.show(name);
    return opened;
  }

  /**
   * Makes a page equal to a new one, for the next test: blank, without stored values, in the first size and appearance.
   * If a test adds a script to the context, it must close the context instead.
   */
  async release(page: Page): Promise<void> {
    const { opened, options } = this.#opened.get(page) ?? notOpened();
    const observer = observers.get(page.context());
    const others = page.context().pages();
    for (const other of others) if (other !== page && other !== observer) await other.close();
    if (await page.evaluate<boolean>(EMPTIED)) await kept(page);
    await page.mouse.move(-1, -1);
    await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: 'none' });
    await page.setViewportSize(options.viewport ?? WIDE);
    await page.goto('about:blank');
    this.#released.set(JSON.stringify(options), opened);
  }

  async #create(options: BrowserContextOptions): Promise<Opened> {
    if (!this.#browser) throw new Error('the browser has not been started');
    const context = await this.#browser.newContext({ viewport: WIDE, ...options });
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
    return { page, requests, complaints, show };
  }
}

/**
 * Waits until another page can read what this page has stored. Chromium passes it to another process, and a page that
 * is loaded at the same moment may read too early.
 */
export async function kept(page: Page): Promise<void> {
  const stored = await page.evaluate<string | null>(STORED);
  if (stored === null) return;
  const other = observers.get(page.context()) ?? (await page.context().newPage());
  // the listing of the folder: a page without scripts, and all files share one storage
  if (!observers.has(page.context())) await other.goto(new URL('.', page.url()).href);
  observers.set(page.context(), other);
  const shows = `${STORED} === ${JSON.stringify(stored)}`;
  const isKept = await other.waitForFunction(shows, undefined, { polling: 20, timeout: READ_AGAIN_AFTER }).then(
    () => true,
    () => false,
  );
  // the page may have had a key for a moment only, which the other page never sees
  if (!isKept) await kept(page);
}

/** Milliseconds after which the page is read again. */
const READ_AGAIN_AFTER = 1000;

/** The page of each context that reads what the other pages have stored. */
const observers = new WeakMap<BrowserContext, Page>();

/** Empties the local storage; whether it had anything. */
const EMPTIED = `(() => {
  const had = localStorage.length > 0;
  localStorage.clear();
  return had;
})()`;

/** The content of the local storage as text; null if the browser has none. */
const STORED = `(() => {
  try {
    return JSON.stringify(Object.entries(localStorage).sort());
  } catch {
    return null;
  }
})()`;

function notOpened(): never {
  throw new Error('release only pages that were opened here');
}

/** The text of a downloaded file. */
export async function textOf(download: Download): Promise<string> {
  return text(await download.createReadStream());
}

/** A test that names what is skipped without Chromium, and fails if skipping is not allowed. */
export function mayBeLeftOut(what: string): void {
  it(`${what} where Chromium is installed; CI has to have it`, (t) => {
    if (!missing) return;
    expect(process.env.CI, `no ${CHROMIUM}, and CI must not leave the browser out`).not.to.equal('true');
    t.skip(`no ${CHROMIUM}: it is left out that ${what}`);
  });
}
