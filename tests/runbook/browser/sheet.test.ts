import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { ROOT } from '../../support/root';
import { fullRun } from '../whole-run/full-run';
import { accessibilityViolations } from './axe';
import { InBrowser, kept, mayBeLeftOut, missing, textOf } from './chromium';
import { kindsOn } from './condensed';
import { give as giveValue } from './own-values';

const DOCUMENTATION = join(ROOT, 'docs', 'sheet.md');
const FEATURE = 'features/internal-edge/09-assign-the-certificate.feature';
const PAGE = 'procedure-assign-the-certificate.html';
const CHINESE = `zh-TW/${PAGE}`;
const OTHER = `other/${PAGE}`;
const [EDGE1, EDGE2] = ['edge01.contoso.com', 'edge02.contoso.com'];
const STEP = 'step-assign-the-certificate-04952-249';
/** The file of all pages, opened at the page of the procedure. */
const SINGLE = `single.html#${STEP}`;

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
    await browser.release(page);
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
    await browser.release(page);
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
    await browser.release(page);
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
      values: [],
    });
    expect(exportedAt).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00$/);
    expect(name).to.equal(
      `procedure-assign-the-certificate-${FINGERPRINT}-${exportedAt.replace(/\D/g, '').slice(0, 12)}.json`,
    );
    expect(entries).to.have.lengthOf(29);
    const documented = JSON.parse(/```json\n([\s\S]*?)```/.exec(readFileSync(DOCUMENTATION, 'utf8'))?.[1] ?? '');
    expect(typesOf({ ...head, values: documented.values, exportedAt, entries: entries.slice(0, 1) })).to.deep.equal(
      typesOf(documented),
    );
    expect(entries.filter(({ done }: { done: boolean }) => done)).to.deep.equal([
      {
        step: STEP,
        number: '2',
        text: 'In Available Certificate Tasks, press Assign',
        server: EDGE1,
        shown: EDGE1,
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
    await browser.release(page);
  });

  it('carries the reader’s own values, and shows the same where it is imported', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    await giveValue(page, 'Edge Server', EDGE1, OWN);
    await giveValue(page, 'Active Directory domain, SIP domain', 'contoso.com', 'fabrikam.example');
    await page.reload();
    await page.locator(`[id="${STEP}"] .lines .machines`, { hasText: OWN }).waitFor();
    expect(await named(page)).to.deep.equal([OWN, 'edge02.fabrikam.example', 'edge03.fabrikam.example']);
    const { text } = await exported(page);
    const { values, entries, fingerprint } = JSON.parse(text);
    expect(values).to.deep.equal([
      {
        place: 'domain',
        name: 'Active Directory domain, SIP domain',
        rehearsed: 'contoso.com',
        value: 'fabrikam.example',
      },
      { place: 'sites.0.pools.0.servers.0.fqdn', name: 'Edge Server', rehearsed: EDGE1, value: OWN },
    ]);
    const first = entries.find(({ done }: { done: boolean }) => done);
    expect(first).to.deep.include({ step: STEP, server: EDGE1, shown: OWN, ...FILLED });
    expect(fingerprint).to.equal(FINGERPRINT);
    expect(entries.map(({ shown }: { shown: string }) => shown).join()).not.to.include('contoso');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.lines .machines:visible', { hasText: 'contoso' }).count()).to.equal(0);
    expect(await page.locator('.chosen').textContent()).to.include(`${OWN} (verified: ${EDGE1})`);
    await browser.release(page);

    for (const name of [PAGE, CHINESE, SINGLE]) {
      const elsewhere = await open(name);
      await give(elsewhere, text);
      expect(await said(elsewhere), name).to.match(
        /page now uses and shows the values of the imported sheet\.$|本頁已顯示這些值。$/,
      );
      expect(await entry(elsewhere, EDGE1), name).to.deep.equal(FILLED);
      await elsewhere.reload();
      expect(await named(elsewhere), name).to.deep.equal([OWN, 'edge02.fabrikam.example', 'edge03.fabrikam.example']);
      const again = JSON.parse((await exported(elsewhere)).text);
      expect(again.values.map(({ value }: { value: string }) => value)).to.deep.equal(['fabrikam.example', OWN]);
      if (name !== CHINESE) expect(again.entries, name).to.deep.equal(entries);
      await browser.release(elsewhere);
    }
  });

  it('leaves the reader’s own values alone where the file has others', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    const plain = (await exported(page)).text;
    await give(page, plain);
    expect(await said(page)).to.equal('Imported from sheet.json. Entries taken over: 0.');
    await giveValue(page, 'Edge Server', EDGE1, OWN);
    for (const text of [plain, withValue(plain, 'other.example')]) {
      await give(page, text);
      expect(await said(page)).to.match(/contains other values\. The page keeps your values\. .*import it again\.$/);
      expect((await named(page))[0]).to.equal(OWN);
    }
    await give(page, withValue(plain, OWN));
    expect(await said(page)).to.equal('Imported from sheet.json. Entries taken over: 0.');
    await browser.release(page);
  });

  it('leaves alone what says something else than the file', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    const { text } = await exported(page);
    await beside(page, EDGE1, 'value').fill('something else');
    await give(page, text);
    expect(await said(page)).to.match(/^Imported from sheet.json. Entries taken over: 0. Entries left .*: 1. /);
    expect((await entry(page, EDGE1)).value).to.equal('something else');
    await browser.release(page);
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
    await browser.release(page);
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
      [{ ...sheet, values: 'none' }, 'values: "none"'],
      [{ ...sheet, values: [null] }, 'values[0]: null'],
      [{ ...sheet, values: [{ place: 'nowhere', value: 'a' }] }, 'values[0]: {"place":"nowhere","value":"a"}'],
      [withValue(JSON.stringify(sheet), 'nobody'), `values[0]: {"place":"${PLACE}","value":"nobody"}`],
      [withValue(JSON.stringify(sheet), EDGE2), `values[0]: {"place":"${PLACE}","value":"${EDGE2}"}`],
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
    await browser.release(page);
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
    await browser.release(page);
  });

  it('works where all pages are one file', { skip: missing }, async () => {
    const page = await open(SINGLE);
    await fill(page);
    await page.reload();
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    expect(JSON.parse((await exported(page)).text)).to.include({ page: 'single.html', fingerprint: FINGERPRINT });
    await browser.release(page);
  });

  it('is on paper squares and lines to write on, with what was entered', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    await page.emulateMedia({ media: 'print' });
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    for (const field of ['done', 'initials', 'value', 'time'])
      expect(await beside(page, EDGE1, field).isVisible(), field).to.equal(true);
    expect(await page.locator('.sheet').isVisible()).to.equal(false);
    await browser.release(page);

    const opened = await browser.open(PAGE, { javaScriptEnabled: false, viewport: { width: 673, height: 1000 } });
    await opened.page.emulateMedia({ media: 'print' });
    const sizes = await visibleSizes(opened.page, '.lines .gap');
    expect(sizes).to.have.lengthOf(29 * 4);
    expect(sizes.filter((size) => size === null || Math.min(...size) < 20)).to.deep.equal([]);
    const squares = await visibleSizes(opened.page, '.glance .gap');
    expect(squares).not.to.have.lengthOf(0);
    expect(squares).not.to.include(null);
    await browser.release(opened.page);
  });

  for (const [name, like] of [[PAGE], [CHINESE, PAGE]] as const) {
    it(`has no accessibility violation while it is asked and told things: ${name}`, { skip: missing }, async () => {
      const { page } = await browser.open(OTHER, { bypassCSP: true });
      await fill(page);
      const scope = like ? { known: await kindsOn(await asked(page, like)) } : {};
      expect(await accessibilityViolations(await asked(page, name), scope)).to.deep.equal([]);
      await browser.release(page);
    });
  }

  /** Shows the file, with a question, a message, and the offer of an older sheet. */
  async function asked(page: Page, name: string): Promise<Page> {
    await page.goto(browser.address(name));
    await fill(page);
    await give(page, 'hello');
    await page.locator('[data-do="clear"]').click();
    for (const told of ['.kept', '.ask', '.said']) await page.locator(`${told}:visible`).waitFor();
    return page;
  }
});

const OWN = 'edge-a.fabrikam.example';
const PLACE = 'sites.0.pools.0.servers.0.fqdn';

/** The sheet of a reader who has renamed the first server. */
function withValue(text: string, value: string): string {
  return JSON.stringify({ ...JSON.parse(text), values: [{ place: PLACE, value }] });
}

/** The servers as they are called beside the step. */
async function named(page: Page): Promise<readonly string[]> {
  return page.locator(`[id="${STEP}"] .lines .machines`).allTextContents();
}

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
  await kept(page);
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

/** The sizes of all elements that the selector finds, in one evaluation; null for an element that is not visible. */
async function visibleSizes(page: Page, selector: string): Promise<readonly (readonly [number, number] | null)[]> {
  return page.evaluate(`[...document.querySelectorAll('${selector}')].map((one) => {
    const { width, height } = one.getBoundingClientRect();
    return one.checkVisibility({ visibilityProperty: true }) && width * height > 0 ? [width, height] : null;
  })`);
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
  return { name: download.suggestedFilename(), text: await textOf(download) };
}
