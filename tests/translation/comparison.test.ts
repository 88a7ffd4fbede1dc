import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { comparisonIn } from '../../src/cli/output/comparison-files';
import { compared } from '../../src/runbook/comparison/compare';
import type { StepSide } from '../../src/runbook/comparison/comparison';
import { comparisonView } from '../../src/runbook/views/comparison/comparison-view';
import { translatedWords } from '../../src/runbook/words/translated-words';
import { accessibilityViolations } from '../runbook/browser/axe';
import { InBrowser, mayBeLeftOut, missing } from '../runbook/browser/chromium';
import { filesOf } from '../runbook/comparison/comparison-edits';
import { recordFeatures } from '../runbook/recorded-features';
import { readStream } from '../runbook/sample';
import { chinese, chineseWords } from './chinese';

const FEATURE = (account: string, control: string, mine: string, server: string): string => `
Feature: Download the certification chain from the web site of the authority

  Rule: The documented path

    Example: Download the chain with certsrv
      When the operator logs on to the internal server as the ${account} administrator
      And on "File Download" the operator uses "${control}"
      And ${mine}
      Then nothing has changed

    Example: The path ends with a root certificate
      Given the operator is logged on to ${server} as the Lync administrator
      When the operator downloads the chain over https
`;

const before = { ...filesOf('before'), 'chain.feature': FEATURE('Lync', 'Save', 'it is over', 'the internal server') };
const after = { ...filesOf('after'), 'chain.feature': FEATURE('Edge', 'Cancel', 'it fails', 'the internal server') };
const comparison = compared(readStream(recordFeatures(before)), readStream(recordFeatures(after)));

describe('What has changed between two runs, in Chinese', () => {
  const said = comparisonView(comparison, chineseWords);
  const procedure = said.procedures.find(({ uri }) => uri === 'chain.feature');
  const [scenario] = procedure?.scenarios ?? [];

  it('names procedures, scenarios and sentences as the runbook does', () => {
    expect([procedure?.title, scenario?.name]).to.deep.equal([
      '從憑證授權單位的網站下載憑證鏈結',
      '使用 certsrv 下載憑證鏈結',
    ]);
    expect(scenario?.steps.map((step) => [step.after?.keyword, step.after?.text])).to.deep.equal([
      ['當', '操作人員以 Edge 系統管理員身分登入內部伺服器'],
      ['而且', '操作人員在「File Download（檔案下載）」上按一下「Cancel（取消）」'],
      ['And', 'it fails'],
    ]);
    const [failing] = said.newlyFailing.filter((one) => one.procedure === procedure?.title);
    expect([failing?.scenario, failing?.step]).to.deep.equal(['使用 certsrv 下載憑證鏈結', 'it fails']);
  });

  it('marks what differs in the Chinese sentence', () => {
    const marked = (side?: StepSide | null) => side?.parts.filter(({ changed }) => changed).map(({ text }) => text);
    const [first] = scenario?.steps ?? [];
    expect([marked(first?.before), marked(first?.after)]).to.deep.equal([['Lync '], ['Edge ']]);
  });

  it('leaves both sentences as they are where one is not known, or where both would read the same', () => {
    const side = (text: string) => ({ ...AS_IT_WAS, text, parts: [{ text, changed: true }], argument: [] });
    const pairs = [
      ['nothing has changed', 'nothing has changed at all'],
      ['the trust of the file', 'the trusts of the file'],
    ].map(([was = '', is = '']) => ({ kinds: ['reworded'] as const, before: side(was), after: side(is) }));
    const [one] = comparison.procedures;
    if (!one) throw new Error('something has changed');
    const [change] = one.scenarios;
    if (!change) throw new Error('a scenario has changed');
    const changed = { ...comparison, procedures: [{ ...one, scenarios: [{ ...change, steps: pairs }] }] };
    const same = { ...chinese(), sentences: { ...chinese().sentences, 'the {word} of the file': '檔案的狀態' } };
    const [stays] = comparisonView(changed, translatedWords(same, 'zh-TW')).procedures;
    expect(stays?.scenarios[0]?.steps).to.deep.equal(pairs);
  });

  it('keeps codes, messages and files', () => {
    const codes = (of: typeof comparison) =>
      [of.procedures, of.newlyFailing].flat().map((one) => ('uri' in one ? [one.uri, one.kinds] : [one.message]));
    expect(codes(said)).to.deep.equal(codes(comparison));
    expect(said.totals).to.deep.equal(comparison.totals);
  });
});

const AS_IT_WAS = { position: 1, keyword: 'Then', background: false, table: [], docString: '' };

describe('The pages of what has changed, in both languages', () => {
  const files = new Map(comparisonIn(['en', 'zh-TW'], comparison));
  const pages = new Map([...files].filter(([path]) => path.endsWith('.html')));
  const browser = new InBrowser(pages);
  const [english, inChinese] = ['diff.html', 'zh-TW/diff.html'].map((path) => parse(pages.get(path) ?? ''));
  mayBeLeftOut('they are looked at');

  it('have the same anchors, one for each change', () => {
    const ids = [english, inChinese].map((page) => page?.querySelectorAll('main [id]').map(({ id }) => id));
    expect(ids[0]).to.deep.equal(ids[1]).and.to.have.length.greaterThan(40);
    expect(new Set(ids[0])).to.have.lengthOf(ids[0]?.length ?? 0);
  });

  it('say nothing in English that is not a sentence of the features, and say which those are', () => {
    const own = inChinese?.querySelectorAll('h1, .outcome, th, dt, .mark, .change-kind, h2:not([id^=change])') ?? [];
    expect(own.length).to.be.greaterThan(60);
    expect(own.map(({ text }) => text.trim()).filter((text) => !/\p{Script=Han}/u.test(text))).to.deep.equal([]);
    const marked = inChinese?.querySelectorAll('main [lang="en"]').map(({ text }) => text) ?? [];
    expect(marked).to.include.members(['it fails', 'Reworded', 'Error: it fails: it fails']);
    expect(marked.filter((text) => /\p{Script=Han}/u.test(text))).to.deep.equal([]);
  });

  it('stand in Markdown too, in the punctuation of their language', () => {
    const markdown = files.get('zh-TW/diff.md') ?? '';
    expect(markdown).to.include('### 使用 certsrv 下載憑證鏈結').and.to.include('**改寫**').and.to.include('原為：');
    expect(markdown.match(/\p{Script=Han}[,:;()]|[,:;()]\p{Script=Han}/gu) ?? []).to.deep.equal([]);
  });

  it('can be read by everybody, and ask for nothing', { skip: missing }, async () => {
    for (const path of pages.keys()) {
      const { page, requests, complaints } = await browser.open(path, { bypassCSP: true });
      expect(await accessibilityViolations(page), path).to.deep.equal([]);
      expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(path)], complaints: [] });
      await browser.release(page);
    }
  });

  it('lead to the same change in the other language', { skip: missing }, async () => {
    const place = english?.querySelectorAll('h3[id]').at(-3)?.id ?? '';
    const { page, complaints } = await browser.open(`diff.html#${place}`);
    for (const address of ['zh-TW/diff.html', 'diff.html']) {
      await page.evaluate(`document.querySelector('.language').click()`);
      await page.waitForURL(`${browser.address(address)}#${place}`);
    }
    expect(complaints).to.deep.equal([]);
    await browser.release(page);
  });

  it('lead to one another without JavaScript', { skip: missing }, async () => {
    const { page } = await browser.open('zh-TW/diff.html', { javaScriptEnabled: false });
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/diff-zh.png`, fullPage: true });
    await page.locator('.language').click();
    await page.waitForURL(browser.address('diff.html'));
    await browser.release(page);
  });
});
