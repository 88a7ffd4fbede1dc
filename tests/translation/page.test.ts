import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type HTMLElement, parse } from 'node-html-parser';
import { fullRun } from '../runbook/whole-run/full-run';
import { chinese as catalogue } from './chinese';

describe('The runbook in two languages', () => {
  const { files } = fullRun();
  const pages = new Map([...files].map(([path, html]) => [path, parse(html)]));
  const names = [...pages.keys()].filter((path) => !path.startsWith('zh-TW/'));
  const read = (path: string) => pages.get(path) ?? parse('');
  const chinese = (selector: string) => names.flatMap((name) => read(`zh-TW/${name}`).querySelectorAll(selector));

  it('has the same pages with the same anchors in both, and each leads to the other', () => {
    expect(names).to.include.members(['index.html', 'codes.html', 'procedure-create-the-certificate-request.html']);
    const ids = (root: HTMLElement) => root.querySelectorAll('[id]').map(({ id }) => id);
    for (const name of names) {
      const [one, other] = [read(name), read(`zh-TW/${name}`)];
      expect(ids(other), name).to.deep.equal(ids(one)).and.not.to.have.lengthOf(0);
      const said = [one, other].map((root) => root.querySelector('html')?.getAttribute('lang'));
      expect(said).to.deep.equal(['en', 'zh-Hant-TW']);
      const links = [one, other].map((root) => root.querySelector('.language')?.getAttribute('href'));
      expect(links).to.deep.equal([`zh-TW/${name}`, `../${name}`]);
    }
  });

  it('says every step, name, code, label and way out in Chinese', () => {
    const said = chinese(SAID).map(({ text }) => text.trim());
    expect(said.length).to.be.greaterThan(3000);
    expect(said.filter((text) => !HAN.test(text) && !OF_NO_LANGUAGE.test(text))).to.deep.equal([]);
  });

  it('says what was found, refused and changed, why, and what helps, in Chinese', () => {
    const said = chinese(
      '.refusal > p:not(:first-child), .found li > p, .changes td, .entry dd > p, .troubles td > p',
    ).filter((text) => text.getAttribute('lang') !== 'en');
    const english = said.map(({ text }) => text).filter((text) => !HAN.test(text) && ENGLISH.test(unquoted(text)));
    expect(said.length).to.be.greaterThan(1000);
    expect(english).to.deep.equal([]);
  });

  it('says which texts stay English: names and output, which no window labels', () => {
    const within = (path: string, selector: string) =>
      read(path).querySelector('main')?.querySelectorAll(selector) ?? [];
    const english = names.flatMap((name) => within(`zh-TW/${name}`, '[lang="en"]')).map(({ text }) => text);
    expect(english).to.include.members(['Internet Explorer', 'Web Server']);
    expect(english.filter((text) => HAN.test(text))).to.deep.equal([]);
    const { controls } = catalogue();
    expect(english.filter((text) => Object.hasOwn(controls, text) && text !== controls[text])).to.deep.equal([]);
    expect(names.flatMap((name) => within(name, '[lang]'))).to.deep.equal([]);
  });

  it('keeps what a step was given, and says the product’s own label beside the English one', () => {
    const page = read('zh-TW/procedure-create-the-certificate-request.html');
    const step = page.querySelector('#step-create-the-certificate-request-04952-180 .step-text');
    expect(step?.text).to.equal('在「Certificate Request（憑證要求）」頁面：按「Next（下一步）」');
    expect(chinese('.step-text').map(({ text }) => text)).to.include(
      '確認：第一部 Edge Server 上的檔案「C:\\Certificates\\edge-internal.cer」含有發給「edgepool.contoso.com」的憑證',
    );
  });

  it('sets Chinese apart with the colon of Chinese, but where a label of the product has its own', () => {
    const own = Object.values(catalogue().controls);
    const texts = chinese('main, .masthead').map(({ text }) =>
      own.reduce((left, one) => left.replaceAll(one, ''), text),
    );
    expect(texts.join('')).to.include('：');
    expect(texts.flatMap((text) => text.match(/.{0,20}[\p{Script=Han}）」]:.{0,20}/gu) ?? [])).to.deep.equal([]);
    const spoken = chinese('[aria-label]').map((part) => part.getAttribute('aria-label') ?? '');
    expect(spoken.filter((text) => /^[\p{Script=Han}]+:/u.test(text))).to.deep.equal([]);
  });
});

/** Places where the pages show text of the project. */
const SAID = [
  ...['.step-text', '.example-step > span:nth-child(2)', 'h1', 'h2', 'h3', 'h4', 'h5', 'caption', '.outcome'],
  ...['.example-name', 'dt', '.prose', '.thing > a', '.contents a', '.site a', '.troubles th a', 'summary'],
].join(', ');

const HAN = /\p{Script=Han}/u;

/** Two words of prose: what only names something has none. */
const ENGLISH = /(?<![\w.-])[a-z]{2,} [a-z]{2,}/;

/** Names of algorithms and of standards, ids, files and names of servers are the same everywhere. */
const OF_NO_LANGUAGE = /^(MD5|SHA-\d+|RSASSA-PSS|SHA-256 .*|[\w-]+(-\d+)?|[\w.-]+\.[a-z]{2,4}|[\w./$-]+)$/;

function unquoted(text: string): string {
  return text.replace(/"[^"]*"/g, '');
}
