import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Dialog, Locator, Page } from 'playwright-core';
import { ROOT } from '../../support/root';
import { sampled } from '../page-sample';
import { Rendered } from '../rendered';
import { failingAt, procedureIn, runbookOf } from '../walked';
import { fullRun } from '../whole-run/full-run';
import { accessibilityViolations } from './axe';
import { InBrowser, kept, mayBeLeftOut, missing, textOf } from './chromium';
import { kindsOn } from './condensed';
import { give as giveValue } from './own-values';

const DOCUMENTATION = join(ROOT, 'docs', 'change-record.md');
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

describe('The change record of a procedure without a plan', () => {
  const browser = new InBrowser(pages);
  mayBeLeftOut('ticking, keeping, exporting, importing and printing the record are looked at');
  const open = async (name = PAGE) => (await browser.open(name, { timezoneId: 'Asia/Taipei' })).page;

  it('ticks a step on a machine, fills in the time, and counts', { skip: missing }, async () => {
    const page = await open();
    expect(await tally(page)).to.equal('0 done, 0 failed, 0 skipped, 29 open; skipped without a reason: 0');
    await field(page, EDGE2, 'done').focus();
    await page.keyboard.press('Space');
    expect(await field(page, EDGE1, 'done').isChecked()).to.equal(false);
    expect(await field(page, EDGE2, 'state').inputValue()).to.equal('done');
    expect(await field(page, EDGE2, 'time').inputValue()).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00$/);
    await unfold(page, EDGE1);
    await field(page, EDGE1, 'state').selectOption('skipped');
    expect(await tally(page)).to.equal('1 done, 0 failed, 1 skipped, 27 open; skipped without a reason: 1');
    await field(page, EDGE1, 'note').fill('not in use');
    expect(await tally(page)).to.equal('1 done, 0 failed, 1 skipped, 27 open; skipped without a reason: 0');
    await field(page, EDGE2, 'done').uncheck();
    expect(await field(page, EDGE2, 'time').inputValue()).to.equal('');
    expect(await tally(page)).to.match(/^0 done, 0 failed, 1 skipped, 28 open/);
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
    expect(await tally(page)).to.match(/^已完成 1 項，.*尚未完成 28 項/);
    await browser.release(page);
  });

  it('does not lose what another window with the same page enters', { skip: missing }, async () => {
    const page = await open();
    const other = await page.context().newPage();
    await other.goto(browser.address(PAGE));
    await fill(page);
    await other.locator(`.entry-of-step[data-machine="${EDGE1}"] [name="done"]:checked`).first().waitFor();
    expect(await entry(other, EDGE1)).to.deep.equal(FILLED);
    await field(other, EDGE2, 'done').check();
    await page.reload();
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    expect(await tally(page)).to.match(/^2 done/);
    await browser.release(page);
  });

  it('goes into a file with every step and machine, and comes back from it', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    const { name, text } = await exported(page);
    const { exportedAt, entries, ...head } = JSON.parse(text);
    expect(head).to.deep.equal({
      format: 'change-record',
      change: 'procedure-assign-the-certificate',
      fingerprint: FINGERPRINT,
      language: 'en',
      environment: 'Contoso',
      values: [],
      signOff: { initials: 'AB', approver: '', start: '', end: '', attachments: '' },
      choices: {},
    });
    expect(exportedAt).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00$/);
    expect(name).to.equal(
      `procedure-assign-the-certificate-${FINGERPRINT}-${exportedAt.replace(/\D/g, '').slice(0, 12)}.json`,
    );
    expect(entries).to.have.lengthOf(29);
    const documented = JSON.parse(/```json\n([\s\S]*?)```/.exec(readFileSync(DOCUMENTATION, 'utf8'))?.[1] ?? '');
    const { values, choices } = documented;
    const { format, change, fingerprint, language, environment, signOff } = head;
    const ordered = { format, change, fingerprint, language, environment, exportedAt, values, signOff, choices };
    expect(typesOf({ ...ordered, entries: entries.slice(0, 1) })).to.deep.equal(typesOf(documented));
    expect(entries.filter(({ state }: { state: string }) => state === 'done')).to.deep.equal([
      {
        step: STEP,
        number: '3',
        text: 'In Available Certificate Tasks, press Assign',
        machine: EDGE1,
        shown: EDGE1,
        ...FILLED,
      },
    ]);
    await clear(page, 'dismiss');
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    expect(await clear(page, 'accept')).to.match(/^Delete all entries of this record\?/);
    await kept(page);
    await page.reload();
    expect(await entry(page, EDGE1)).to.deep.equal({ state: '', note: '', time: '' });
    await give(page, text);
    expect(await said(page)).to.equal('Imported from record.json. Entries taken over: 2.');
    await kept(page);
    await page.reload();
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    await browser.release(page);
  });

  it('is signed as one table of steps and machines, which is printed alone', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    const rows = page.locator('.signed tbody tr');
    expect(await rows.count()).to.equal(29);
    const row = rows.filter({ hasText: FILLED.note });
    expect(await row.locator('td').allTextContents()).to.deep.equal([
      ...['3', 'In Available Certificate Tasks, press Assign', EDGE1, 'Done', FILLED.time, FILLED.note],
    ]);
    expect(await row.locator('a').getAttribute('href')).to.equal(`#${STEP}`);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("document.documentElement.dataset.print = 'record'");
    expect(await page.locator('.step:visible, .glance:visible, .yours:visible').count()).to.equal(0);
    expect(await page.locator('.signed:visible, .signature:visible').count()).to.equal(2);
    await page.evaluate('delete document.documentElement.dataset.print');
    await browser.release(page);
  });

  it('carries the reader’s own values, and shows the same where it is imported', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    await giveValue(page, 'Edge Server', EDGE1, OWN);
    await giveValue(page, 'Active Directory domain, SIP domain', 'contoso.com', 'fabrikam.example');
    await page.reload();
    await page.locator(`[id="${STEP}"] .entry-of-step .machines`, { hasText: OWN }).waitFor();
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
      { place: 'sites.0.pools.0.servers.0.fqdn', name: 'Edge Server 1', rehearsed: EDGE1, value: OWN },
    ]);
    const first = entries.find(({ state }: { state: string }) => state === 'done');
    expect(first).to.deep.include({ step: STEP, machine: EDGE1, shown: OWN, ...FILLED });
    expect(fingerprint).to.equal(FINGERPRINT);
    expect(entries.map(({ shown }: { shown: string }) => shown).join()).not.to.include('contoso');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.entry-of-step .machines:visible', { hasText: 'contoso' }).count()).to.equal(0);
    expect(await page.locator('.chosen').textContent()).to.include(`${OWN} (verified: ${EDGE1})`);
    await browser.release(page);

    for (const name of [PAGE, CHINESE, SINGLE]) {
      const elsewhere = await open(name);
      await give(elsewhere, text);
      expect(await said(elsewhere), name).to.match(
        /page now uses and shows the values of the imported record\.$|本頁已顯示這些值。$/,
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
    expect(await said(page)).to.equal('Imported from record.json. Entries taken over: 0.');
    await giveValue(page, 'Edge Server', EDGE1, OWN);
    for (const text of [plain, withValue(plain, 'other.example')]) {
      await give(page, text);
      expect(await said(page)).to.match(/contains other values\. The page keeps your values\. .*import it again\.$/);
      expect((await named(page))[0]).to.equal(OWN);
    }
    await give(page, withValue(plain, OWN));
    expect(await said(page)).to.equal('Imported from record.json. Entries taken over: 0.');
    await browser.release(page);
  });

  it('leaves alone what says something else than the file', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    const { text } = await exported(page);
    await field(page, EDGE1, 'note').fill('something else');
    await give(page, text);
    expect(await said(page)).to.match(/^Imported from record.json. Entries taken over: 0. Entries left .*: 1. /);
    expect((await entry(page, EDGE1)).note).to.equal('something else');
    await browser.release(page);
  });

  it('refuses the record of a page with another fingerprint, kept or in a file, and loses neither', {
    skip: missing,
  }, async () => {
    const page = await open(OTHER);
    await fill(page);
    const { text } = await exported(page);
    await page.goto(browser.address(PAGE));
    expect(await tally(page)).to.match(/^0 done/);
    expect(await said(page)).to.match(/^This browser also keeps a record for an earlier content .* ffffffffffff\./);
    await field(page, EDGE2, 'done').check();
    await give(page, text);
    expect(await said(page)).to.match(
      new RegExp(`^Not imported: record.json is not .*${FINGERPRINT}. Found fingerprint: "f{12}".*has changed\\.$`),
    );
    expect(await tally(page)).to.match(/^1 done/);
    await clear(page, 'accept');
    await kept(page);
    await page.goto(browser.address(OTHER));
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    await browser.release(page);
  });

  it('refuses what is no record, and says what it found', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    const record = JSON.parse((await exported(page)).text);
    const [first, ...rest] = record.entries;
    for (const [content, found] of [
      ['hello', 'format: "hello"'],
      ['', 'format: ""'],
      ['[1]', 'format: undefined'],
      [{ ...record, fingerprint: 5 }, 'fingerprint: 5'],
      [{ ...record, change: 'procedure-of-another' }, 'change: "procedure-of-another"'],
      [{ ...record, entries: 'none' }, 'entries: "none"'],
      [{ ...record, signOff: null }, 'signOff: null'],
      [{ ...record, signOff: { approver: 5 } }, 'signOff.approver: 5'],
      [{ ...record, signOff: { king: 'x' } }, 'signOff.king: "x"'],
      [{ ...record, choices: { nowhere: 'a' } }, 'choices.nowhere: "a"'],
      [{ ...record, values: 'none' }, 'values: "none"'],
      [{ ...record, values: [null] }, 'values[0]: null'],
      [{ ...record, values: [{ place: 'nowhere', value: 'a' }] }, 'values[0]: {"place":"nowhere","value":"a"}'],
      [withValue(JSON.stringify(record), 'nobody'), `values[0]: {"place":"${PLACE}","value":"nobody"}`],
      [withValue(JSON.stringify(record), EDGE2), `values[0]: {"place":"${PLACE}","value":"${EDGE2}"}`],
      [{ ...record, entries: [{ ...first, state: 'perfect' }] }, `entries[0]: {"step":"${first.step}"`],
      [{ ...record, entries: [{ ...first, time: 5 }] }, `entries[0]: {"step":"${first.step}"`],
      [{ ...record, entries: [...rest, null] }, 'entries[28]: null'],
      [{ ...record, entries: [{ ...first, machine: 'edge09' }] }, `entries[0]: {"step":"${first.step}"`],
    ] as const) {
      await give(page, typeof content === 'string' ? content : JSON.stringify(content));
      expect(await said(page))
        .to.include(`Found ${found}`)
        .and.match(/Nothing here has changed\.$/);
      expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
      expect(await tally(page)).to.match(/^1 done, 0 failed, 0 skipped, 28 open/);
    }
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
      expect(JSON.parse(text).entries.some(({ note }: { note: string }) => note === FILLED.note)).to.equal(true);
    }
    await page.context().close();
  });

  it('takes what is entered for text, whatever it looks like', { skip: missing }, async () => {
    const page = await open();
    const hostile = '"><img src=x onerror="window.ran = 1"><script>window.ran = 1</script>';
    await unfold(page, EDGE1);
    await field(page, EDGE1, 'note').fill(hostile);
    await give(page, `{"format": ${JSON.stringify(hostile)}}`);
    expect(await said(page)).to.include('<img src=x');
    await kept(page);
    await page.reload();
    expect((await entry(page, EDGE1)).note).to.equal(hostile);
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
    expect(JSON.parse((await exported(page)).text)).to.include({ fingerprint: FINGERPRINT });
    await browser.release(page);
  });

  it('is on paper squares and lines to write on, with what was entered', { skip: missing }, async () => {
    const page = await open();
    await fill(page);
    await page.emulateMedia({ media: 'print' });
    expect(await entry(page, EDGE1)).to.deep.equal(FILLED);
    expect(await page.locator('.change-record .actions').isVisible()).to.equal(false);
    await browser.release(page);

    const opened = await browser.open(PAGE, { javaScriptEnabled: false, viewport: { width: 673, height: 1000 } });
    await opened.page.emulateMedia({ media: 'print' });
    const squares = await visibleSizes(opened.page, '.entry-of-step [name=done]');
    expect(squares).to.have.lengthOf(29);
    expect(squares.filter((size) => size === null || Math.min(...size) < 20)).to.deep.equal([]);
    const lines = await visibleSizes(opened.page, '.signature input');
    expect(lines).to.have.lengthOf(5);
    expect(lines.filter((size) => size === null || size[0] < 200)).to.deep.equal([]);
    await browser.release(opened.page);
  });

  for (const name of sampled([PAGE, CHINESE], [PAGE])) {
    const like = name === PAGE ? undefined : PAGE;
    it(`has no accessibility violation with entries and a message: ${name}`, { skip: missing }, async () => {
      const { page } = await browser.open(OTHER, { bypassCSP: true });
      const scope = like ? { known: await kindsOn(await told(page, like)) } : {};
      expect(await accessibilityViolations(await told(page, name), scope)).to.deep.equal([]);
      await browser.release(page);
    });
  }

  /** Shows the file, with an entry and a message. */
  async function told(page: Page, name: string): Promise<Page> {
    await page.goto(browser.address(name));
    await fill(page);
    await give(page, 'hello');
    return page;
  }
});

describe('The change record of a plan', () => {
  const whole = fullRun().files;

  it('is the only one: the procedures of the plan lead to its steps instead', () => {
    const records = [...whole].filter(([, page]) => page.includes('data-fingerprint=')).map(([name]) => name);
    expect(records).to.have.members([...whole.keys()].filter((name) => /^(?:zh-TW\/)?plan-/.test(name)));
    // two pools, each with a plan for the internal and one for the external certificate, in two languages
    expect(records).to.have.lengthOf(8);
    const steps = parse(whole.get(PAGE) ?? '').querySelectorAll('.step');
    expect(steps.length).to.be.above(5);
    for (const step of steps) {
      const [first] = step.querySelectorAll('.planned a');
      const [file = '', anchor = ''] = first?.getAttribute('href')?.split('#') ?? [];
      const planned = parse(whole.get(file) ?? '').querySelector(`[id="${anchor}"]`);
      expect(planned?.querySelector('.entry-of-step'), step.id).not.to.equal(null);
    }
  });
});

describe('A step that failed in the rehearsal', () => {
  const failed = failingAt(fullRun(FEATURE, '--language', 'en,zh-TW').messages, '09-assign', 4);

  it('cannot be ticked', () => {
    const { runs } = procedureIn(runbookOf(failed), 'assign-the-certificate');
    const page = new Rendered(runbookOf(failed)).page(PAGE);
    const cells = runs.flatMap(({ steps }) =>
      steps.flatMap((step) => step.cells.map((cell) => ({ ...cell, id: step.id }))),
    );
    expect(cells.map(({ state }) => state)).to.include.members(['verified', 'failing']);
    for (const { id, machine, state } of cells) {
      const tick = page.querySelector(`[id="${id}"] > .entry-of-step[data-machine="${machine}"]`);
      expect(tick !== null, `${id} ${machine} ${state}`).to.equal(['verified', 'not-run'].includes(state));
    }
  });
});

const OWN = 'edge-a.fabrikam.example';
const PLACE = 'sites.0.pools.0.servers.0.fqdn';

/** The record of a reader who has renamed the first server. */
function withValue(text: string, value: string): string {
  return JSON.stringify({ ...JSON.parse(text), values: [{ place: PLACE, value }] });
}

/** The servers as they are called beside the step. */
async function named(page: Page): Promise<readonly string[]> {
  return page.locator(`[id="${STEP}"] .entry-of-step .machines`).allTextContents();
}

/** The members of a value with what they are, in their order. */
function typesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typesOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([name, member]) => [name, typesOf(member)]);
}

const FILLED = { state: 'done', note: '9F86D081', time: '2026-11-26T02:10+08:00' };

/** Fills in the initials and the second step on the first server, and nothing else. */
async function fill(page: Page): Promise<void> {
  await unfold(page, EDGE1);
  await field(page, EDGE1, 'done').check();
  await field(page, EDGE1, 'time').fill(FILLED.time);
  await field(page, EDGE1, 'note').fill(FILLED.note);
  await page.locator('.signature [name=initials]').fill('AB');
  await kept(page);
}

async function entry(page: Page, machine: string) {
  const [state, note, time] = [
    await field(page, machine, 'state').inputValue(),
    await field(page, machine, 'note').inputValue(),
    await field(page, machine, 'time').inputValue(),
  ];
  return { state, note, time };
}

function field(page: Page, machine: string, name: string): Locator {
  return page.locator(`[id="${STEP}"] [data-machine="${machine}"] [name="${name}"]`);
}

/** Opens what is beside the square of the second step on the machine. */
async function unfold(page: Page, machine: string): Promise<void> {
  await page
    .locator(`[id="${STEP}"] [data-machine="${machine}"] details`)
    .evaluate((details) => details.setAttribute('open', ''));
}

/** Clears the record, and answers the question. Returns the question. */
async function clear(page: Page, answer: 'accept' | 'dismiss'): Promise<string> {
  const asked = new Promise<string>((resolve) => {
    page.once('dialog', async (dialog: Dialog) => {
      await dialog[answer]();
      resolve(dialog.message());
    });
  });
  await page.locator('[data-do="clear"]').first().click();
  return asked;
}

/** The sizes of all elements that the selector finds, in one evaluation; null for an element that is not visible. */
async function visibleSizes(page: Page, selector: string): Promise<readonly (readonly [number, number] | null)[]> {
  return page.evaluate(`[...document.querySelectorAll('${selector}')].map((one) => {
    const { width, height } = one.getBoundingClientRect();
    return one.checkVisibility({ visibilityProperty: true }) && width * height > 0 ? [width, height] : null;
  })`);
}

async function tally(page: Page): Promise<string> {
  return (await page.locator('.change-record .progress').first().textContent()) ?? '';
}

async function said(page: Page): Promise<string> {
  return (await page.locator('.said').first().textContent())?.trim() ?? '';
}

/** Gives the page a file to import, and waits until it has said what became of it. */
async function give(page: Page, text: string): Promise<void> {
  await page.evaluate('document.querySelector(".said").textContent = ""');
  const file = { name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('.change-record [type="file"]').first().setInputFiles(file);
  await page.locator('.said', { hasText: /./ }).first().waitFor();
}

async function exported(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-do="export"]').first().click(),
  ]);
  return { name: download.suggestedFilename(), text: await textOf(download) };
}
