import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { type Browser, chromium, type Page } from 'playwright-core';
import { rehearse } from '../support/rehearse';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Enough to have every kind of thing on the pages; of the whole runbook axe would take minutes. */
const SOME = ['features/internal-edge/09-assign-the-certificate.feature', 'features/document'];
const PAGES = ['index.html', 'findings.html'];

describe('The runbook in two languages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-chinese-'));
  const runbook = (path: string) => join(folder, 'runbook', path);
  const read = (path: string) => parse(readFileSync(runbook(path), 'utf8'));
  let browser: Browser;

  before(async () => {
    for (const [paths, out] of [
      [[], folder],
      [SOME, join(folder, 'some')],
    ] as const) {
      const ran = rehearse(['run', ...paths, '--language', 'en,zh-TW', '--out', out]);
      expect(ran.status, ran.stderr).to.equal(0);
    }
    if (missing) return;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  for (const page of PAGES) {
    it(`${page} has the same anchors in both, and each leads to the other`, () => {
      const [english, chinese] = [read(page), read(`zh-TW/${page}`)];
      const ids = (root: typeof english) => root.querySelectorAll('[id]').map(({ id }) => id);
      expect(ids(chinese)).to.deep.equal(ids(english)).and.not.to.have.lengthOf(0);
      expect(english.querySelector('html')?.getAttribute('lang')).to.equal('en');
      expect(chinese.querySelector('html')?.getAttribute('lang')).to.equal('zh-Hant-TW');
      const link = (root: typeof english) => root.querySelector('.language')?.getAttribute('href');
      expect([link(english), link(chinese)]).to.deep.equal([`zh-TW/${page}`, `../${page}`]);
    });

    it(`${page} has no accessibility violation in Chinese`, { skip: missing }, async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ bypassCSP: true, colorScheme });
        const opened = await context.newPage();
        await opened.goto(pathToFileURL(join(folder, 'some', 'runbook', 'zh-TW', page)).href);
        await opened.evaluate(AXE);
        expect(await violations(opened)).to.deep.equal([]);
        await context.close();
      }
    });
  }

  it('says every step, name, code and label in Chinese', () => {
    const said = PAGES.flatMap((page) =>
      read(`zh-TW/${page}`)
        .querySelectorAll(
          '.step-text, .example-step > span:nth-child(2), h1, h2, h3, h4, h5, caption, .example-name, dt, .prose',
        )
        .map(({ text }) => text.trim()),
    );
    expect(said.length).to.be.greaterThan(1000);
    expect(said.filter((text) => !/\p{Script=Han}/u.test(text) && !OF_NO_LANGUAGE.test(text))).to.deep.equal([]);
  });

  it('says what was found, refused and changed in Chinese', () => {
    const page = read('zh-TW/index.html');
    const said = page
      .querySelectorAll('.refusal > p:not(:first-child), .found li > p, .changes td')
      .map(({ text }) => text);
    const english = said.filter((text) => !/\p{Script=Han}/u.test(text) && ENGLISH.test(text.replace(/"[^"]*"/g, '')));
    expect(said.length).to.be.greaterThan(500);
    expect(english).to.deep.equal([]);
  });

  it('keeps what a step was given, and says the product’s own label beside the English one', () => {
    const page = read('zh-TW/index.html');
    const step = page.querySelector('#step-create-the-certificate-request-3 .step-text');
    expect(step?.text).to.equal('操作人員在「Certificate Request（憑證要求）」上按一下「Next（下一步）」');
    const check = page.querySelectorAll('.step-text').map(({ text }) => text);
    expect(check).to.include(
      '第一部 Edge Server 上的檔案「C:\\Certificates\\edge-internal.cer」含有發給「edgepool.contoso.com」的憑證',
    );
  });

  it('is switched at the step that is read', { skip: missing }, async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(runbook('index.html')).href);
    const id = 'step-create-the-certificate-request-9';
    await page.evaluate(`document.getElementById('${id}').scrollIntoView()`);
    await page.evaluate(`document.querySelector('.language').click()`);
    await page.waitForURL(/zh-TW/);
    expect(page.url()).to.match(/\/zh-TW\/index\.html#step-create-the-certificate-request-9/);
    expect(await page.evaluate(`document.getElementById('${id}').getBoundingClientRect().top < innerHeight`)).to.equal(
      true,
    );
    await page.evaluate(`document.querySelector('.language').click()`);
    await page.waitForURL(/runbook\/index\.html#step-create-the-certificate-request-9/);
    await page.close();
  });

  it('holds what a reader in Taipei looks for', () => {
    const text = PAGES.map((page) => read(`zh-TW/${page}`).querySelector('main')?.text ?? '').join();
    expect(QUERIES.filter((query) => !text.includes(query))).to.deep.equal([]);
    expect(QUERIES).to.have.lengthOf(20);
  });
});

/** Two words of prose: what only names something has none. */
const ENGLISH = /(?<![\w.-])[a-z]{2,} [a-z]{2,}/;

/** Names of algorithms and of standards are the same everywhere. */
const OF_NO_LANGUAGE = /^(MD5|SHA-\d+|RSASSA-PSS|SHA-256 .*)$/;

const QUERIES = [
  ...['憑證要求', '憑證鏈結', '私密金鑰', '可匯出', '受信任的根憑證授權單位', '中繼憑證授權單位', '嵌入式管理單元'],
  ...['憑證精靈', '部署精靈', '負載平衡器', '集區', '撤銷清單', '防火牆', '複寫', '時鐘', '易記名稱', '核取記號'],
  ...['內部介面', '前端伺服器', '憑證管理員'],
];

async function violations(page: Page): Promise<readonly string[]> {
  const how = JSON.stringify({ runOnly: { type: 'tag', values: RULES } });
  const results = await page.evaluate<{ readonly violations: readonly Violation[] }>(`axe.run(document, ${how})`);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
