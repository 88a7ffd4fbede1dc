import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type Catalogue, catalogueOf } from '../../src/translation/catalogue';
import { TRANSLATION_RULES } from '../support/features/translation-rules';
import { type Sources, translationSources } from '../support/features/translation-sources';
import { report } from '../support/report';
import { chinese, glossary } from './chinese';

describe('The Chinese of Taiwan', () => {
  const sources = translationSources();
  for (const [title, rule] of Object.entries(TRANSLATION_RULES)) {
    it(title, () => {
      const wrong = rule(chinese(), sources, glossary());
      report(
        title,
        wrong.map((what) => ({ at: 'languages/zh-TW', what })),
      );
    });
  }
});

const NOTHING: Catalogue = {
  sentences: {},
  phrases: {},
  keywords: {},
  cells: {},
  facts: {},
  controls: {},
  screen: {},
  texts: {},
  siteValues: {},
  pages: {},
};
const NO_SOURCES: Sources = { sentences: [], texts: [], facts: {}, cells: [], quoted: '' };

/** For each rule a catalogue that it has to refuse, in one place. */
const REFUSED: Readonly<Record<string, readonly (readonly [Partial<Catalogue>, Partial<Sources>])[]>> = {
  'every sentence and every text is translated': [
    [{}, { sentences: ['the pool is empty'] }],
    [{}, { texts: ['A request'] }],
    [{}, { facts: { 'choice.no-items': 'nothing' } }],
    [{ texts: { 'A request': ' ' } }, { texts: ['A request'] }],
  ],
  'nothing is translated that is not there any more': [
    [{ sentences: { 'the pool is empty': '集區是空的' } }, {}],
    [{ texts: { 'A request': '憑證要求' } }, {}],
    [{ facts: { 'choice.no-items': '沒有' } }, {}],
    [{ cells: { page: '頁面' } }, {}],
    [{ controls: { Next: '下一步' } }, { quoted: "label: 'Back'" }],
    [{ screen: { 'issued by {text}': '簽發者：{text}' } }, { quoted: "title: 'expires'" }],
  ],
  'parameters, placeholders, numbers and codes are kept': [
    [{ sentences: { 'the file {string} on {server}': '檔案{string}' } }, {}],
    [{ sentences: { 'the file {string}': '{server}上的檔案{string}' } }, {}],
    [{ screen: { 'issued by {text}': '簽發者' } }, {}],
    [{ facts: { 'file.none': '沒有檔案' } }, { facts: { 'file.none': 'no file {path}' } }],
    [{ facts: { 'event.replication': '事件 1051' } }, { facts: { 'event.replication': 'event 1015' } }],
    [{ texts: { 'A key of <bits> bits': '金鑰的長度' } }, {}],
    [{ texts: { 'event 1015': '事件 1051' } }, {}],
    [{ texts: { 'fails with CERT_E_CHAINING': '失敗' } }, {}],
    [{ texts: { 'Start-CsWindowsService': '啟動服務' } }, {}],
  ],
  'the terms are those of the glossary': [
    [{ texts: { 'The template is missing': '缺少模型' } }, {}],
    [{ texts: { Certificate: '證書' } }, {}],
    [{ phrases: { role: { administrator: '管理員' } } }, {}],
    [{ cells: { pool: '池' } }, {}],
  ],
  'punctuation beside Chinese characters is full-width': [
    [{ texts: { a: '憑證,要求' } }, {}],
    [{ texts: { a: '憑證(要求)' } }, {}],
    [{ texts: { a: '完成.' } }, {}],
  ],
  'Chinese characters and Latin letters stand apart': [
    [{ texts: { a: '每部Edge' } }, {}],
    [{ phrases: { server: { a: 'Edge伺服' } } }, {}],
  ],
};

describe('Each rule for translations can fail', () => {
  it('has samples', () => {
    expect(Object.keys(REFUSED)).to.deep.equal(Object.keys(TRANSLATION_RULES));
  });

  for (const [title, samples] of Object.entries(REFUSED)) {
    it(title, () => {
      for (const [catalogue, sources] of samples) {
        const wrong = TRANSLATION_RULES[title]?.(
          { ...NOTHING, ...catalogue },
          { ...NO_SOURCES, ...sources },
          glossary(),
        );
        expect(wrong, JSON.stringify([catalogue, sources])).to.have.lengthOf(1);
      }
      expect(TRANSLATION_RULES[title]?.(NOTHING, NO_SOURCES, glossary())).to.deep.equal([]);
    });
  }
});

describe('The files of a language', () => {
  it('do not translate one text in two ways', () => {
    const texts = [[{ en: 'A request', zh: '憑證要求' }], [{ en: 'A request', zh: '要求' }]];
    expect(() => catalogueOf({ ...NOTHING, facts: [], controls: {}, texts, pages: {} })).to.throw(
      '"A request" is translated as "憑證要求"',
    );
  });
});
