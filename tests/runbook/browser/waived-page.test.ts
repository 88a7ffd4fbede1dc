import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { english } from '../../../src/runbook/words/words';
import { AFTERWARDS, WAIVED, WHILE_WAIVED } from '../../support/features/waived-features';
import { rehearse } from '../../support/rehearse';
import { chineseWords as chinese } from '../../translation/chinese';
import { accessibilityViolations, unfolded } from './axe';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

const PROCEDURE = 'procedure-chain.html';
const WALK = WAIVED.replace('  @waived\n  Example', '  @waived @procedure\n  Example');

describe('What is waived, on the pages', () => {
  const files = pagesOf(WAIVED, { ...WHILE_WAIVED });
  const browser = new InBrowser(files);
  const text = (path: string, selector: string) =>
    parse(files.get(path) ?? '')
      .querySelectorAll(selector)
      .map((one) => one.text.replace(/\s+/g, ' ').trim());
  mayBeLeftOut('they are looked at');

  it('has its mark, its reason and its last day, in both languages', () => {
    const notes = (path: string) => text(path, '.example-waived .not-applicable');
    expect(notes(PROCEDURE)).to.deep.equal([
      'Deliberately not executed until 2027-01-31: the authority is being moved',
      'Deliberately not executed for now: nobody may touch an Edge Server this week',
    ]);
    expect(notes(`zh-TW/${PROCEDURE}`)).to.deep.equal([
      '刻意不執行，期限至 2027-01-31：the authority is being moved',
      '目前刻意不執行：nobody may touch an Edge Server this week',
    ]);
    for (const [path, { states }] of [
      [PROCEDURE, english],
      [`zh-TW/${PROCEDURE}`, chinese],
    ] as const)
      expect(text(path, '.example-waived > summary .mark')).to.deep.equal([states.waived, states.waived]);
    expect(text(PROCEDURE, '.outcome')).to.deep.equal(['1 of 3 scenarios holds, 2 waived.']);
  });

  it('is counted and listed on the index, and does not count as carried through', () => {
    expect(text('index.html', '.totals')).to.deep.equal([
      'Nothing failed: 1 of 3 scenarios passed. 2 deliberately not executed for now; the reasons are given.',
    ]);
    expect(text('zh-TW/index.html', '.totals')).to.deep.equal([
      '沒有失敗：3 個場景中有 1 個通過。有 2 項目前刻意不執行，已註明原因。',
    ]);
    expect(text('about.html', '.facts dd')).to.include.members(['1 passed, 2 waived', '4 passed, 6 waived']);
    expect(text('about.html', '[aria-labelledby="omissions"] li')).to.deep.equal([
      'Waived the authority is being moved Deliberately not executed until 2027-01-31 The path ends in a root The chain is fetched',
      'The path ends in a root The chain is fetched',
      'Waived nobody may touch an Edge Server this week The download is tried on an Edge Server The chain is fetched',
      'The download is tried on an Edge Server The chain is fetched',
    ]);
    expect(text('search.html', '.search option')).to.include('Waived');
    expect(text('coverage.html', '#source-04952-138 .mark')).to.deep.equal(['Waived']);
  });

  it('makes a procedure waived of which it is the walk, whatever else holds', () => {
    const walked = pagesOf(WALK, WHILE_WAIVED);
    const page = parse(walked.get(PROCEDURE) ?? '');
    expect(page.querySelector('.facts .mark')?.text).to.equal('Waived');
    expect(page.querySelector('.outcome')?.text).to.equal(
      '0 of 3 steps executed as written, 1 of 2 scenarios about it holds, 2 waived.',
    );
    expect(page.querySelectorAll('.step > .tags .mark-waived')).to.have.lengthOf(2);
  });

  it('has not been run once its last day is over', () => {
    const rendered = pagesOf(WAIVED, WHILE_WAIVED, AFTERWARDS);
    const states = parse(rendered.get(PROCEDURE) ?? '').querySelectorAll('.example > summary .mark');
    expect(states.map((one) => one.text)).to.deep.equal(['Not run', 'Fails as documented', 'Waived']);
  });

  it('can be read by everybody', { skip: missing }, async () => {
    for (const [path, like] of [
      [PROCEDURE],
      ['index.html'],
      [`zh-TW/${PROCEDURE}`, PROCEDURE],
      ['zh-TW/index.html', 'index.html'],
    ] as const) {
      const { page, scope } = await unfolded(browser, path, like);
      expect(await accessibilityViolations(page, scope), path).to.deep.equal([]);
      const name = path.replace('/', '-').replace('.html', '.png');
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/waived-${name}` });
      await browser.release(page);
    }
  });
});

/** The runbook of a run of that feature in both languages, or of its messages when it is another day. */
function pagesOf(feature: string, day: NodeJS.ProcessEnv, later?: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'waived-'));
  const both = ['--language', 'en,zh-TW', '--out', 'out'];
  try {
    writeFileSync(join(folder, 'chain.feature'), feature);
    const ran = [rehearse(['run', 'chain.feature', ...both], folder, day)];
    if (later) ran.push(rehearse(['render', 'out/messages.ndjson', ...both], folder, later));
    for (const { status, stderr } of ran) expect(status, stderr).to.equal(0);
    const runbook = join(folder, 'out', 'runbook');
    const names = readdirSync(runbook, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    return new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(runbook, name), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
