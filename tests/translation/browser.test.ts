import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { accessibilityViolations } from '../runbook/browser/axe';
import { InBrowser, mayBeLeftOut, missing } from '../runbook/browser/chromium';
import { rehearse } from '../support/rehearse';
import { procedureFeatures } from '../support/source-tree';

/** The documented procedures, and what is wrong with the document: enough to have every kind of thing on the pages. */
const SOME = [...procedureFeatures(), 'features/internal-edge/defects'];
const PROCEDURE = 'procedure-create-the-certificate-request.html';
const STEP = 'step-create-the-certificate-request-04952-184';

/** A query of a reader in Taipei, and the beginning of a text that its results must contain. */
const QUERIES: readonly (readonly [query: string, found: string])[] = [
  ['憑證鏈結 下載', '在「Welcome（歡迎使用）」頁面：按「Download a CA certificate'],
  ['私密金鑰 可匯出', '金鑰未標示為可匯出'],
  ['受信任的根憑證授權單位', '將整條憑證鏈結匯入受信任的根憑證授權單位'],
  ['中繼憑證授權單位', '受信任的根憑證中混有中繼憑證'],
  ['嵌入式管理單元', '依序完成「Add or Remove Snap-ins（新增或移除嵌入式管理單元）'],
  ['憑證精靈', '在「Certificate Request（憑證要求）」頁面：按'],
  ['部署精靈 步驟 3', '只指派了內部憑證'],
  ['負載平衡器', '其中一部伺服器缺少憑證鏈結'],
  ['撤銷清單', '無法連線到撤銷清單'],
  ['複寫', '前端伺服器與 Edge Server 不接受對方的憑證'],
  ['時鐘', '伺服器的時鐘不正確'],
  ['易記名稱', '在「Name and Security Settings（名稱和安全性設定）」頁面：'],
  ['friendly 易記', '在「Name and Security Settings（名稱和安全性設定）」頁面：'],
  ['核取記號', '外部憑證也已指派'],
  ['憑證管理員', '必須由憑證管理員核准'],
  ['密碼錯誤', '密碼錯誤'],
  ['４０９６ 位元', '長度 4096 位元的金鑰'],
  ['註冊權限', 'RTCUniversalServerAdmins 群組沒有註冊權限'],
  ['主體別名', '在「Subject Name/Subject Alternate Names（主體名稱/主體別名）」頁面：'],
  ['Key is not exportable', '金鑰不可匯出'],
];

const SUBMIT = 'procedure-submit-the-request.html#example-submit-the-request';
const EXPORTED = 'procedure-import-on-the-other-servers.html#example-import-on-the-other-servers';

/** What is known of failures and codes besides their names: looked for in both languages, and where that leads. */
const KNOWN: readonly (readonly [english: string, chinese: string, href: string])[] = [
  [
    'the answer to exporting the key was no',
    '在匯出金鑰的問題上選擇了否',
    `${EXPORTED}-the-certificate-was-exported-without-its-key`,
  ],
  ['export a .pfx with the key', '匯出含有金鑰的 .pfx', `${EXPORTED}-the-certificate-was-exported-without-its-key`],
  [
    'grant Read and Enroll',
    '將讀取與註冊權限授與',
    `${SUBMIT}-the-group-rtcuniversalserveradmins-has-no-enroll-permission`,
  ],
  [
    'may not request certificates from this authority',
    '帳戶不得向這個 CA 要求憑證',
    `${SUBMIT}-authenticated-users-have-no-permission-to-request-certificat`,
  ],
  ['is listed does not say that it is assigned', '憑證已列出並不表示已指派', 'codes.html#code-not-assigned'],
];

describe('The pages in Chinese', () => {
  const browser = new InBrowser(new Map([...filesOf([]), ...filesOf(['--single-file'], 'single/')]));
  mayBeLeftOut('the pages in Chinese are looked at');

  for (const file of ['index.html', 'search.html', 'troubleshooting.html', PROCEDURE, 'codes.html']) {
    it(`${file} has no accessibility violation and does not scroll sideways`, { skip: missing }, async () => {
      const { page } = await browser.open(`zh-TW/${file}`, { bypassCSP: true });
      expect(await accessibilityViolations(page, { appearances: ['in light colours', '320 px wide'] })).to.deep.equal(
        [],
      );
      await browser.release(page);
    });
  }

  it('are found by the words of both languages, and so are those in English', { skip: missing }, async () => {
    const [chinese, english] = [await found('zh-TW/search.html'), await found('search.html')];
    const wrong = QUERIES.filter(([query, wanted]) => {
      const thing = chinese.get(query)?.find(({ text }) => text.startsWith(wanted));
      return !thing || !english.get(query)?.some(({ href }) => href === thing.href);
    });
    expect(wrong).to.deep.equal([]);
    expect(QUERIES).to.have.lengthOf(20);
  });

  it('are found by causes and remedies of failures, and by what the pages of codes say', {
    skip: missing,
  }, async () => {
    const queries = [...KNOWN.map(([english]) => english), ...KNOWN.map(([, chinese]) => chinese)];
    for (const file of ['search.html', 'zh-TW/search.html']) {
      const things = await found(file, queries);
      const wrong = KNOWN.flatMap(([english, chinese, href]) =>
        [english, chinese].filter((query) => !things.get(query)?.some((thing) => thing.href === href)),
      );
      expect(wrong, file).to.deep.equal([]);
    }
  });

  it('are changed at the step that is read, and back', { skip: missing }, async () => {
    for (const [from, to] of [
      [PROCEDURE, `zh-TW/${PROCEDURE}`],
      ['single/index.html', 'single/zh-TW/index.html'],
    ] as const) {
      const { page } = await browser.open(from);
      for (const address of [to, from]) {
        await page.evaluate(`location.hash = '${STEP}'`);
        await page.locator(`#${STEP}`).waitFor();
        await page.evaluate(`document.getElementById('${STEP}').scrollIntoView()`);
        await page.evaluate(`document.querySelector('.language').click()`);
        await page.waitForURL(`${browser.address(address)}#${STEP}`);
        const place = await page.evaluate(`document.getElementById('${STEP}').getBoundingClientRect().top`);
        expect(place, address).to.be.within(-1, 480);
      }
      await browser.release(page);
    }
  });

  it('are changed with what is being looked for', { skip: missing }, async () => {
    const { page } = await browser.open('search.html#?q=exportable');
    const shown = await page.locator('.result').count();
    await page.locator('.language').click();
    await page.waitForURL(`${browser.address('zh-TW/search.html')}#?q=exportable`);
    expect(await page.locator('.result').count())
      .to.equal(shown)
      .and.to.be.above(0);
    await browser.release(page);
  });

  /** For each query the things that the search box of a page finds. */
  async function found(
    file: string,
    queries = QUERIES.map(([query]) => query),
  ): Promise<ReadonlyMap<string, readonly Found[]>> {
    const { page } = await browser.open(file);
    const things = new Map<string, readonly Found[]>();
    for (const query of queries) {
      await page.locator('#query').fill(query);
      things.set(query, await page.evaluate<readonly Found[]>(SHOWN));
    }
    await browser.release(page);
    return things;
  }
});

const SHOWN = `[...document.querySelectorAll('.result > a')].map((link) => ({
  text: link.textContent,
  href: link.getAttribute('href'),
}))`;

interface Found {
  readonly text: string;
  readonly href: string;
}

/** The runbook's pages in both languages, by their paths. */
function filesOf(options: readonly string[], folder = ''): ReadonlyMap<string, string> {
  const out = mkdtempSync(join(tmpdir(), 'runbook-languages-'));
  const ran = rehearse(['run', ...SOME, '--language', 'en,zh-TW', ...options, '--out', out]);
  expect(ran.status, ran.stderr).to.equal(0);
  const runbook = join(out, 'runbook');
  const names = readdirSync(runbook, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const files = new Map(names.map((name) => [`${folder}${name}`, readFileSync(join(runbook, name), 'utf8')]));
  rmSync(out, { recursive: true });
  return files;
}
