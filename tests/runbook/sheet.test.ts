import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { obstacles } from './axe';
import { InBrowser, mayBeLeftOut, missing } from './chromium';
import { fullRun } from './full-run';

const DOCUMENTATION = join(__dirname, '..', '..', 'docs', 'sheet.md');
const FEATURE = 'features/internal-edge/09-assign-the-certificate.feature';
const PAGE = 'procedure-assign-the-certificate.html';
const CHINESE = `zh-TW/${PAGE}`;
const OTHER = `other/${PAGE}`;
const [EDGE1, EDGE2] = ['edge01.contoso.com', 'edge02.contoso.com'];
const STEP = 'step-assign-the-certificate-04952-249';

const { files } = fullRun(FEATURE, '--language', 'en,zh-TW');
const html = files.get(PAGE) ?? '';
const [, FINGERPRINT = ''] = /data-fingerprint="([0-9a-f]{12})"/.exec(html) ?? [];
const pages = new Map([
  ...files,
  [OTHER, html.replaceAll(FINGERPRINT, 'f'.repeat(12))],
  ['single.html', fullRun(FEATURE, '--single-file').files.get('index.html') ?? ''],
]);

describe("The operator's sheet", () => {
  const browser = new InBrowser(pages);
  mayBeLeftOut('ticking, keeping, exporting, importing and printing the sheet are looked at');
  const open = async (name = PAGE) => (await browser.open(name, { timezoneId: 'Asia/Taipei' })).page;

  it('ticks a step beside it and in the grid as one, fills in the time, and counts', { skip: missing }, async () => {
    const page = await open();
    expect(await progress(page)).to.equal('0 of 29 done');
    await beside(page, EDGE2, 'initials').fill('AB');
    await beside(page, EDGE2, 'done').check();
    expect(await inGrid(page, EDGE2).isChecked()).to.equal(true);
    expect(await inGrid(page, EDGE1).isChecked()).to.equal(false);
    await inGrid(page, EDGE1).focus();
    await page.keyboard.press('Space');
    expect(await beside(page, EDGE1, 'done').isChecked()).to.equal(true);
    expect(await beside(page, EDGE1, 'initials').inputValue()).to.equal('AB');
    expect(await beside(page, EDGE1, 'time').inputValue()).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00$/);
    expect(await progress(page)).to.equal('2 of 29 done');
    await inGrid(page, EDGE2).uncheck();
    expect(await beside(page, EDGE2, 'time').inputValue()).to.equal('');
    expect(await progress(page)).to.equal('1 of 29 done');
    await page.context().close();
  });

  it('is still there after reloading, and goes on in the other language', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    await page.reload();
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    await page.locator('.language').click();
    await page.waitForURL(browser.address(CHINESE));
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    expect(await progress(page)).to.equal('已完成 1 項，共 29 項');
    await page.context().close();
  });

  it('does not lose what another window with the same page enters', { skip: missing }, async () => {
    const page = await open();
    const other = await page.context().newPage();
    await other.goto(browser.address(PAGE));
    await fill(page);
    await other.locator(`.lines [data-server="${EDGE1}"] [data-field="done"] input:checked`).first().waitFor();
    expect(await entry(other, EDGE1)).to.deep.equal(FILLED);
    await inGrid(other, EDGE2).check();
    await page.reload();
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    expect(await progress(page)).to.equal('2 of 29 done');
    await page.context().close();
  });

  it('goes into a file with every step and server, and comes back from it', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    const { name, text } = await exported(page);
    const { exportedAt, entries, ...head } = JSON.parse(text);
    expect(head).to.deep.equal({
      format: 'operator-sheet',
      procedure: 'procedure-assign-the-certificate',
      page: PAGE,
      language: 'en',
      fingerprint: FINGERPRINT,
      environment: 'Contoso',
    });
    expect(exportedAt).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00$/);
    expect(name).to.equal(
      `procedure-assign-the-certificate-${FINGERPRINT}-${exportedAt.replace(/\D/g, '').slice(0, 12)}.json`,
    );
    expect(entries).to.have.lengthOf(29);
    const documented = JSON.parse(/```json\n([\s\S]*?)```/.exec(readFileSync(DOCUMENTATION, 'utf8'))?.[1] ?? '');
    expect(typesOf({ ...head, exportedAt, entries: entries.slice(0, 1) })).to.deep.equal(typesOf(documented));
    expect(entries.filter(({ done }: { done: boolean }) => done)).to.deep.equal([
      {
        step: STEP,
        number: '2',
        text: 'on "Available Certificate Tasks" the operator uses "Assign an existing certificate"',
        server: EDGE1,
        ...FILLED,
      },
    ]);
    await page.locator('[data-do="clear"]').click();
    await page.locator('[data-do="no"]').click();
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    await page.locator('[data-do="clear"]').click();
    expect(await page.locator('.ask p').first().textContent()).to.match(/^Delete all entries of this sheet\?/);
    await page.locator('[data-do="yes"]').click();
    await page.reload();
    expect(await entry(page, EDGE1)).to.deep.equal({ done: false, initials: '', value: '', time: '' });
    await give(page, text);
    expect(await said(page)).to.equal('Imported from sheet.json. Entries taken over: 1.');
    await page.reload();
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    await page.context().close();
  });

  it('leaves alone what says something else than the file', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    const { text } = await exported(page);
    await beside(page, EDGE1, 'value').fill('something else');
    await give(page, text);
    expect(await said(page)).to.match(/^Imported from sheet.json. Entries taken over: 0. Entries left .*: 1. /);
    expect((await entry(page, EDGE1)).value).to.equal('something else');
    await page.context().close();
  });

  it('refuses the sheet of a page with another fingerprint, kept or in a file, and loses neither', {
    skip: missing,
  }, async () => {
    const page = await open(OTHER);
    await fill(page);
    const { text } = await exported(page);
    await page.goto(browser.address(PAGE));
    expect(await progress(page)).to.equal('0 of 29 done');
    await page.locator('.kept').waitFor();
    const told = (await page.locator('.kept p').first().textContent()) ?? '';
    expect(told).to.include('ffffffffffff').and.to.include(FINGERPRINT);
    await inGrid(page, EDGE2).check();
    await give(page, text);
    expect(await said(page)).to.match(
      new RegExp(`^Not imported: sheet.json belongs to .*ffffffffffff.*${FINGERPRINT}.*Nothing here has changed\\.$`),
    );
    expect(await progress(page)).to.equal('1 of 29 done');
    const kept = await downloaded(page, '[data-do="exportKept"]');
    expect(JSON.parse(kept.text)).to.deep.include({ fingerprint: 'f'.repeat(12), environment: 'Contoso' });
    expect(JSON.parse(kept.text).entries).to.deep.equal(
      JSON.parse(text).entries.filter(({ done }: { done: boolean }) => done),
    );
    await page.locator('[data-do="removeKept"]').click();
    await page.locator('[data-do="yes"]').click();
    expect(await page.locator('.kept').isVisible()).to.equal(false);
    expect(await progress(page)).to.equal('1 of 29 done');
    await page.goto(browser.address(OTHER));
    expect((await entry(page, EDGE1)).done).to.equal(false);
    await page.context().close();
  });

  it('refuses what is no sheet, and says what it found', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    const sheet = JSON.parse((await exported(page)).text);
    const [first, ...rest] = sheet.entries;
    for (const [content, found] of [
      ['hello', '"hello"'],
      ['', '""'],
      ['[1]', 'format: undefined'],
      [{ ...sheet, fingerprint: 5 }, 'fingerprint: 5'],
      [{ ...sheet, entries: 'none' }, 'entries: "none"'],
      [{ ...sheet, entries: [{ ...first, done: 'yes' }] }, 'entries[0].done: "yes"'],
      [{ ...sheet, entries: [...rest, null] }, 'entries[28].done: undefined'],
      [{ ...sheet, entries: [{ ...first, server: 'edge09' }] }, `entries[0]: ["${first.step}","edge09"]`],
    ] as const) {
      await give(page, typeof content === 'string' ? content : JSON.stringify(content));
      expect(await said(page))
        .to.include(`Found ${found}. Choose a file`)
        .and.match(/Nothing here has changed\.$/);
      expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    }
    await give(page, JSON.stringify({ ...sheet, procedure: 'procedure-of-another' }));
    expect(await said(page)).to.match(
      /sheet of another procedure, procedure-of-another; .*Nothing here has changed\.$/,
    );
    await page.context().close();
  });

  it('says that nothing is kept where the browser keeps nothing, and can still be exported', {
    skip: missing,
  }, async () => {
    const page = await open();
    const full = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }';
    const none = 'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no") } })';
    for (const broken of [full, none]) {
      await page.context().addInitScript(broken);
      await page.reload();
      expect(await said(page)).to.match(/^This browser keeps nothing for this page/);
      await fill(page);
      const { text } = await exported(page);
      expect(JSON.parse(text).entries.some(({ value }: { value: string }) => value === FILLED.value)).to.equal(true);
    }
    await page.context().close();
  });

  it('takes what is entered for text, whatever it looks like', { skip: missing }, async () => {
    const page = await open();
    const hostile = '"><img src=x onerror="window.ran = 1"><script>window.ran = 1</script>';
    await beside(page, EDGE1, 'value').fill(hostile);
    await give(page, `{"format": ${JSON.stringify(hostile)}}`);
    expect(await said(page)).to.include('<img src=x');
    await page.reload();
    expect((await entry(page, EDGE1)).value).to.equal(hostile);
    expect(await page.evaluate('[window.ran, document.querySelectorAll("main img").length]')).to.deep.equal([
      undefined,
      0,
    ]);
    await page.context().close();
  });

  it('works where all pages are one file', { skip: missing }, async () => {
    const page = await open('single.html');
    await fill(page);
    await page.reload();
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    expect(JSON.parse((await exported(page)).text)).to.include({ page: 'single.html', fingerprint: FINGERPRINT });
    await page.context().close();
  });

  it('is on paper squares and lines to write on, with what was entered', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    await page.emulateMedia({ media: 'print' });
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    for (const field of ['done', 'initials', 'value', 'time'])
      expect(await beside(page, EDGE1, field).isVisible(), field).to.equal(true);
    expect(await page.locator('.sheet').isVisible()).to.equal(false);
    await page.context().close();

    const opened = await browser.open(PAGE, { javaScriptEnabled: false, viewport: { width: 673, height: 1000 } });
    await opened.page.emulateMedia({ media: 'print' });
    const gaps = await opened.page.locator('.lines .gap').all();
    const sizes = await Promise.all(gaps.map((gap) => gap.boundingBox()));
    expect(sizes).to.have.lengthOf(29 * 4);
    expect(sizes.every((size) => size !== null && size.width >= 20 && size.height >= 20)).to.equal(true);
    const squares = await opened.page.locator('.glance .gap').all();
    expect(await Promise.all(squares.map((square) => square.isVisible()))).to.deep.equal(squares.map(() => true));
    await opened.page.context().close();
  });

  for (const name of [PAGE, CHINESE]) {
    it(`has no accessibility violation while it is asked and told things: ${name}`, { skip: missing }, async () => {
      const { page } = await browser.open(OTHER, { bypassCSP: true });
      await fill(page);
      await page.goto(browser.address(name));
      await fill(page);
      await give(page, 'hello');
      await page.locator('[data-do="clear"]').click();
      for (const told of ['.kept', '.ask', '.said']) await page.locator(`${told}:visible`).waitFor();
      expect(await obstacles(page)).to.deep.equal([]);
      await page.context().close();
    });
  }
});

/** The members of a value with what they are, in their order. */
function typesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typesOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([name, member]) => [name, typesOf(member)]);
}

const FILLED = { done: true, initials: 'AB', value: '9F86D081', time: '2026-11-26T02:10+08:00' };

/** Fills in what belongs to the second step on the first server, and nothing else. */
async function fill(page: Page): Promise<void> {
  for (const field of ['time', 'initials', 'value'] as const) await beside(page, EDGE1, field).fill(FILLED[field]);
  await beside(page, EDGE1, 'done').check();
}

async function entry(page: Page, server: string) {
  const [done, ...texts] = [
    await beside(page, server, 'done').isChecked(),
    await beside(page, server, 'initials').inputValue(),
    await beside(page, server, 'value').inputValue(),
    await beside(page, server, 'time').inputValue(),
  ] as const;
  const [initials, value, time] = texts;
  return { done, initials, value, time };
}

function beside(page: Page, server: string, field: string): Locator {
  return page.locator(`[id="${STEP}"] [data-server="${server}"] [data-field="${field}"] input`);
}

function inGrid(page: Page, server: string): Locator {
  return page.locator(`.glance [data-step="${STEP}"] [data-server="${server}"] input`);
}

async function progress(page: Page): Promise<string | null> {
  return page.locator('.progress').first().textContent();
}

async function said(page: Page): Promise<string> {
  return (await page.locator('.said').first().textContent())?.trim() ?? '';
}

/** Gives the page a file to import, and waits until it has said what became of it. */
async function give(page: Page, text: string): Promise<void> {
  await page.evaluate('document.querySelector(".said").textContent = ""');
  const file = { name: 'sheet.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('.sheet [type="file"]').first().setInputFiles(file);
  await page.locator('.said', { hasText: /./ }).first().waitFor();
}

async function exported(page: Page) {
  return downloaded(page, '[data-do="export"]');
}

async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).first().click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}
