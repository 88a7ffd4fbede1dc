import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { RecordedValue } from '../../../src/runbook/site-values/named-values';
import { type FormOf, occurringIn } from '../../../src/runbook/site-values/occurrences';
import { formsOf } from '../../../src/runbook/site-values/written-forms';
import { fc } from '../../support/properties';

const VALUES: readonly Pick<RecordedValue, 'written' | 'value' | 'before'>[] = [
  { written: 'computer', value: 'edge01.contoso.com' },
  { written: 'computer', value: 'edge1.contoso.com' },
  { written: 'computer', value: 'lon-edge01.contoso.com' },
  { written: 'domain', value: 'contoso.com' },
  { written: 'domain', value: 'fabrikam.contoso.com' },
  { written: 'netbios', value: 'CONTOSO' },
  { written: 'authority', value: 'Contoso Issuing CA' },
  { written: 'authority', value: 'Contoso' },
  { written: 'template', value: 'WebServer' },
  { written: 'number', value: 2048, before: ['Key size: '] },
  { written: 'account', value: 'CONTOSO\\lyncadmin' },
  { written: 'account', value: 'Users' },
  { written: 'exported file', value: 'C:\\Certificates\\edge-internal.pfx' },
  { written: 'path', value: 'C:\\Certificates\\edge-internal.req' },
  { written: 'share', value: 'transfer' },
  { written: 'drive', value: 'E:' },
  { written: 'whole', value: 'Société "Contoso"' },
  { written: 'whole', value: '臺北' },
];

const WORDS = VALUES.flatMap(({ value }) => [String(value), String(value).toLowerCase(), String(value).toUpperCase()]);
const BETWEEN = [' ', '.', ', ', '\\', '\n', '"', '-', 'x', '1', '“', '：', '=', 'Key size: ', 'K', 'ſ', 'DC='];

/** All forms, the longest first. */
function forms(): readonly FormOf[] {
  const all = VALUES.flatMap((value, of) => formsOf({ before: [], ...value }).map((form) => ({ of, form })));
  return all.sort((a, b) => b.form.length - a.form.length);
}

/** What one expression of all forms finds. */
function byOneExpression(text: string): readonly number[] {
  const all = forms();
  const found = new Set<number>();
  for (const match of text.matchAll(new RegExp(all.map(({ form }) => `(${form.source})`).join('|'), 'giu'))) {
    const one = all[match.slice(1).findIndex((group) => group !== undefined)];
    if (one && (one.form.exactly === '' || one.form.exactly === match[0])) found.add(one.of);
  }
  return [...found].sort((a, b) => a - b);
}

describe('The values that occur in a text', () => {
  it('are those that one expression of all their forms finds', () => {
    const texts = fc.array(fc.constantFrom(...WORDS, ...BETWEEN, ...BETWEEN), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        expect([...occurringIn(text, forms())].sort((a, b) => a - b)).to.deep.equal(byOneExpression(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('are looked up: the expressions of names that are not in the text are not used', () => {
    let used = 0;
    const many = Array.from({ length: 5000 }, (_, of): FormOf => {
      const [form] = formsOf({ written: 'computer', value: `edge${of}.contoso.com`, before: [] });
      if (!form) throw new Error('a computer has a form');
      return {
        of,
        form: {
          ...form,
          get source() {
            used += 1;
            return form.source;
          },
        },
      };
    });
    const text = 'edge7.contoso.com, EDGE4999.contoso.com and edge17.fabrikam.com'.repeat(100);
    expect([
      ...occurringIn(
        text,
        many.sort((a, b) => b.form.length - a.form.length),
      ),
    ]).to.have.members([7, 4999]);
    expect(used).to.equal(2);
  });
});
