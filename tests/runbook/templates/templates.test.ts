import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { compiledTemplates } from '../../../scripts/pages/template-compiler';
import { type Templates, templateRuntime } from '../../../src/runbook/pages/template-runtime';
import { english } from '../../../src/runbook/words/words';

describe('A compiled template', () => {
  it('prints what is text as text', () => {
    expect(html('<p>{{name}}</p>', { name: `<b a='"1"'>&\`` })).to.equal(
      '<p>&lt;b a=&#x27;&quot;1&quot;&#x27;&gt;&amp;`</p>',
    );
  });

  it('sees the values around a block, and where it is in a list', () => {
    const text = '{{#each rows}}{{#each cells}}{{../head}}{{this}}{{#unless @last}}, {{/unless}}{{/each}};{{/each}}';
    expect(
      html(text, {
        rows: [
          { head: 'a', cells: [1, 2] },
          { head: 'b', cells: [3] },
        ],
      }),
    ).to.equal('a1, a2;b3;');
  });

  it('goes through an object by its names', () => {
    expect(html('{{#each totals}}{{#if this}}{{@key}} {{this}} {{/if}}{{/each}}', { totals: { a: 1, b: 0 } })).to.equal(
      'a 1 ',
    );
  });

  it('takes an empty list for nothing', () => {
    const text = '{{#if list}}some{{else}}none{{/if}}{{#with list}}some{{/with}}';
    expect(html(text, { list: [] })).to.equal('none');
  });

  it('gives a part its own value, or the value around it and more', () => {
    const part = '{{name}}{{state}} ';
    const parts = { one: '{{> part}}{{> part of}}{{> part state="c"}}', part };
    const of = { name: 'x', state: 'y' };
    expect(html(parts.one, { name: 'a', state: 'b', of }, parts)).to.equal('ab xy ac ');
  });

  it('holds an unknown field to be a mistake, and an empty text not', () => {
    expect(html('{{name}}', { name: '' })).to.equal('');
    expect(() => html('{{name}}', {})).to.throw('"name" not defined');
  });

  const refused = {
    '{{shout name}}': 'templates have no helper "shout"; have say, ',
    '{{#repeat name}}a{{/repeat}}': 'templates have no block "repeat"',
    '{{#> part}}a{{/part}}': 'templates do not translate a PartialBlockStatement',
    '{{say 3}}': 'templates hold no NumberLiteral',
  };
  for (const [text, says] of Object.entries(refused)) {
    it(`is not made of ${text}`, () => {
      expect(() => compiledTemplates({ text })).to.throw(says);
    });
  }
});

function html(text: string, value: object, others: Readonly<Record<string, string>> = {}): string {
  const module: { exports: Templates } = { exports: {} };
  runInNewContext(compiledTemplates({ ...others, text }), { module });
  return module.exports.text?.(value, templateRuntime(value, module.exports, english)) ?? '';
}
