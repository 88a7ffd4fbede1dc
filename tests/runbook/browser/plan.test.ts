import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { execute, withPrograms } from '../../support/programs';
import { fullRun } from '../whole-run/full-run';
import { InBrowser, kept, mayBeLeftOut, missing, textOf } from './chromium';

const PAGE = 'plan-edgepool.contoso.com.html';
const CHINESE = `zh-TW/${PAGE}`;

describe('The page of a plan', () => {
  const { files } = fullRun();
  const html = files.get(PAGE) ?? '';
  const [, fingerprint = ''] = /data-fingerprint="([0-9a-f]{12})"/.exec(html) ?? [];
  const browser = new InBrowser(files);
  const folder = mkdtempSync(join(tmpdir(), 'runbook-plan-'));
  after(() => rmSync(folder, { recursive: true }));
  mayBeLeftOut('doing and signing a plan');

  it('is done by the keyboard alone, in the order of its numbers', { skip: missing }, async () => {
    const { page, complaints } = await browser.open(PAGE);
    const all = Number(await page.locator('.bar').getAttribute('data-all'));
    for (let number = 1; number <= all; number++) {
      expect(await place(page)).to.match(new RegExp(`^Step ${number} of ${all} · \\S`));
      await page.keyboard.press('x');
      await page.keyboard.press(number % 2 ? 'j' : 'n');
    }
    expect(await tally(page)).to.equal(`${all} done, 0 failed, 0 skipped, 0 open; skipped without a reason: 0`);
    await page.keyboard.press('k');
    expect(await place(page)).to.match(new RegExp(`^Step ${all - 1} of ${all} ·`));
    for (const [label, number] of [
      ['Next', all],
      ['Previous', all - 1],
    ] as const) {
      await page.getByRole('button', { name: label }).click();
      expect(await place(page)).to.match(new RegExp(`^Step ${number} of ${all} ·`));
    }
    expect(complaints).to.deep.equal([]);
    await browser.release(page);
  });

  it('shows the steps of the chosen way only, and all ways without JavaScript', { skip: missing }, async () => {
    const { page } = await browser.open(PAGE);
    const stage = page
      .locator('.stage')
      .filter({ has: page.locator('.choice + .choice') })
      .first();
    expect(await stage.locator('.choice:visible').count()).to.equal(1);
    await stage.locator('[type=radio]').nth(1).check();
    expect(await stage.locator('.choice').nth(0).isVisible()).to.equal(false);
    await kept(page);
    await page.reload();
    expect(await stage.locator('.choice').nth(1).isVisible()).to.equal(true);
    expect(await stage.locator('.choice:visible .step-number').first().textContent()).to.equal('Step B1');
    await browser.release(page);
    const plain = await browser.open(PAGE, { javaScriptEnabled: false });
    const same = plain.page
      .locator('.stage')
      .filter({ has: plain.page.locator('.choice + .choice') })
      .first();
    expect(await same.locator('.choice:visible').count()).to.equal(2);
    await browser.release(plain.page);
  });

  it('filters by machine without changing numbers', { skip: missing }, async () => {
    const { page } = await browser.open(PAGE);
    const numbers = () => page.locator('.step:visible').evaluateAll((steps) => steps.map((step) => step.id));
    const before = await numbers();
    await page.locator('.bar select').selectOption('edge02.contoso.com');
    const after = await numbers();
    expect(after).not.to.have.lengthOf(0);
    expect(after.length).to.be.below(before.length);
    expect(before).to.include.members(after);
    const number = await page.locator('.step:visible .step-number').first().textContent();
    expect(`${after[0]}`).to.match(new RegExp(`-step-${number?.replace('Step ', '')}$`));
    expect(await place(page)).to.include('edge02.contoso.com');
    await browser.release(page);
  });

  it('is signed: kept on reload, exported, and imported on the page in the other language', {
    skip: missing,
  }, async () => {
    const { page } = await browser.open(PAGE);
    await fill(page);
    await kept(page);
    await page.reload();
    expect(await signed(page)).to.deep.equal(SIGNED);
    const text = await exported(page);
    const { signOff, entries, ...head } = JSON.parse(text);
    expect(head).to.include({ format: 'change-record', change: 'plan-edgepool-contoso-com', fingerprint });
    expect(signOff).to.deep.equal({ approver: 'Ada', initials: 'AB', start: '', end: '', attachments: 'log.txt' });
    expect(entries[1]).to.deep.include({ state: 'skipped', note: '', time: entries[1].time });
    await browser.release(page);
    const { page: other } = await browser.open(CHINESE);
    await give(other, text);
    expect(await other.locator('.change-record .said').textContent()).to.equal(
      '已從 record.json 匯入。採用的筆數：6。',
    );
    expect(await signed(other)).to.deep.equal(['完成', '略過', '失敗', 'Ada']);
    expect(await tally(other)).to.match(/^已完成 1 項，失敗 1 項，略過 1 項，.*沒有填寫原因：1 項$/);
    await browser.release(other);
  });

  it('refuses the record of another plan, and a way that the stage does not have', { skip: missing }, async () => {
    const { page } = await browser.open(PAGE);
    await fill(page);
    const record = JSON.parse(await exported(page));
    const [stage = ''] = Object.keys(record.choices);
    for (const [content, found] of [
      [{ ...record, change: 'plan-of-another' }, 'Found change: "plan-of-another"'],
      [{ ...record, choices: { [stage]: 'by hand' } }, `Found choices.${stage}: "by hand"`],
    ] as const) {
      await give(page, JSON.stringify(content));
      expect(await page.locator('.change-record .said').textContent())
        .to.include(found)
        .and.match(/Nothing here has changed\.$/);
      expect(await signed(page)).to.deep.equal(SIGNED);
    }
    await browser.release(page);
  });

  it('is on paper a checklist of at most 8 pages, with a running head and page numbers', {
    skip: missing,
  }, async (t) => {
    const { page } = await browser.open(PAGE);
    await page.evaluate("document.documentElement.dataset.print = 'checklist'");
    const path = join(folder, 'plan.pdf');
    await page.pdf({ format: 'A4', preferCSSPageSize: true, path });
    await page.evaluate('delete document.documentElement.dataset.print');
    await browser.release(page);
    withPrograms(t, ['pdftotext'], () => {
      const sheets = execute('pdftotext', ['-layout', path, '-']).stdout.split('\f').slice(0, -1);
      expect(sheets.length).to.be.within(2, 8);
      for (const [index, sheet] of sheets.entries()) {
        expect(sheet.trim()).to.match(/^The change for edgepool\.contoso\.com\b/);
        expect(sheet.trim()).to.match(new RegExp(`\\b${index + 1} */ *${sheets.length}$`));
      }
    });
  });
});

const SIGNED = ['Done', 'Skipped', 'Failed', 'Ada'];

function place(page: Page): Promise<string> {
  return page.evaluate<string>('document.querySelector(".bar .place").textContent');
}

async function tally(page: Page): Promise<string> {
  return (await page.locator('.change-record .progress').textContent()) ?? '';
}

/** Records three steps in three states, and a part of the sign-off. */
async function fill(page: Page): Promise<void> {
  const steps = page.locator('.step:visible');
  await steps.nth(0).locator('[name=done]').check();
  for (const [index, state] of [
    [1, 'skipped'],
    [2, 'failed'],
  ] as const) {
    await steps.nth(index).locator('.entry-of-step summary').click();
    await steps.nth(index).locator('[name=state]').selectOption(state);
  }
  for (const [name, text] of [
    ['approver', 'Ada'],
    ['initials', 'AB'],
    ['attachments', 'log.txt'],
  ] as const)
    await page.locator(`.signature [name=${name}]`).fill(text);
}

/** The states of the first three steps in the signed table, and the approver. */
async function signed(page: Page): Promise<readonly string[]> {
  const states = await page.locator('.signed tbody tr td:nth-child(4)').allTextContents();
  return [...states.slice(0, 3), await page.locator('.signature [name=approver]').inputValue()];
}

async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.change-record [data-do=export]').click(),
  ]);
  return textOf(download);
}

async function give(page: Page, text: string): Promise<void> {
  await page.evaluate('document.querySelector(".change-record .said").textContent = ""');
  const file = { name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('.change-record [type=file]').setInputFiles(file);
  await page.locator('.change-record .said', { hasText: /./ }).waitFor();
}
