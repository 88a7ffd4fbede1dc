import assert from 'node:assert';
import { describe, it } from 'node:test';

import { expect } from 'chai';
import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { fc } from '../support/properties';

import { CONTOSO, mistakesIn } from './environment-texts';

describe('hostile text', () => {
  const wide = (anchor: string) => `[${Array(10).fill(`*${anchor}`).join(', ')}]`;
  const laughs = ['a: &a [x]', ...[...'bcdefghi'].map((name, i) => `${name}: &${name} ${wide('abcdefgh'.charAt(i))}`)];

  for (const [title, text] of [
    ['a billion laughs', laughs.join('\n')],
    ['a value inside itself', CONTOSO.replace('\nname: Contoso', '\nname: &self [*self]')],
    ['very deep nesting', '['.repeat(100_000)],
    ['very deep block nesting', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a key called __proto__', CONTOSO.replace('\nname:', '\n__proto__: {domain: x}\nname:')],
    ['a list as a key', `? [a, b]\n: c\n${CONTOSO}`],
  ] as const) {
    it(`${title} is a mistake, not a crash`, () => {
      const mistakes = mistakesIn(text);
      expect(mistakes).to.not.be.empty;
      expect(mistakes.length).to.be.lessThan(30);
    });
  }

  it('any text is either read or answered with mistakes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(CONTOSO.length), (noise, at) => {
        const text = CONTOSO.slice(0, at) + noise + CONTOSO.slice(at);
        for (const { line, column } of mistakesIn(text)) expect(Math.min(line, column)).to.be.greaterThan(0);
      }),
      { numRuns: 200, seed: 2013 },
    );
  });
});

describe('any value of Contoso turned into another type', () => {
  const scalars: { readonly start: number; readonly end: number; readonly line: number }[] = [];
  const lines = new LineCounter();
  visit(parseDocument(CONTOSO, { lineCounter: lines }), {
    Scalar(key, { range }) {
      assert(range);
      if (key !== 'key') scalars.push({ start: range[0], end: range[1], line: lines.linePos(range[0]).line });
    },
  });
  const wrong = ['[1, 2]', '{a: 1}', '-1.5', '~', '[]', '{}', '.nan', '1e999'];

  it('is a mistake on its line', () => {
    expect(
      scalars.every((scalar) => isScalar(parseDocument(CONTOSO.slice(scalar.start, scalar.end)).contents)),
    ).to.equal(true);
    const seen = new Set<number>();
    fc.assert(
      fc.property(fc.constantFrom(...scalars), fc.constantFrom(...wrong), ({ start, end, line }, value) => {
        const mistakes = mistakesIn(CONTOSO.slice(0, start) + value + CONTOSO.slice(end));
        expect(mistakes.map((mistake) => mistake.line)).to.include(line);
        seen.add(start);
      }),
      { numRuns: 1000, seed: 2013 },
    );
    expect(seen.size).to.be.greaterThan(scalars.length * 0.9);
  });
});
