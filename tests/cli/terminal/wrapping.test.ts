import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { expect } from 'chai';
import widthOf from 'string-width';
import { print, wrapped } from '../../../src/cli/terminal/print';

describe('Lines that are longer than the terminal', () => {
  it('continue between words, below the last column', () => {
    const line = '  error  expired  edge01  the certificate has expired';
    expect(wrapped(line, 53)).to.equal(line);
    expect(wrapped(line, 52)).to.equal(
      ['  error  expired  edge01  the certificate has', '                          expired'].join('\n'),
    );
  });

  it('continue below an earlier column if the last one begins in the second half; a word that is too long is broken', () => {
    expect(wrapped('  error  a-long-code-of-a-finding  edge01  text', 30)).to.equal(
      ['  error  a-long-code-of-a-find', '         ing  edge01  text'].join('\n'),
    );
  });

  it('continue at the margin if there are no columns, and keep their words and every other line', () => {
    expect(wrapped('one two three\n\nfour\n', 8)).to.equal('one two\nthree\n\nfour\n');
  });

  it('have no line that is too long, for any width, in Chinese and in colours', () => {
    const texts = [
      `  ${'word '.repeat(20)}${'x'.repeat(90)}`,
      `findings   ${'檢核結果'.repeat(20)} and ${'台北 '.repeat(9)}`,
      `  \u001b[31mFAILED\u001b[39m  a.feature:3: ${'a name '.repeat(12)}`,
    ];
    for (const text of texts) {
      for (let width = 4; width < 120; width += 1) {
        const lines = wrapped(text, width).split('\n');
        expect(Math.max(...lines.map((line) => widthOf(line))), `${width}: ${text}`).to.be.at.most(width);
        const characters = (some: string) => stripVTControlCharacters(some).replace(/\s+/g, '');
        expect(characters(lines.join('')), `${width}`).to.equal(characters(text));
      }
    }
  });

  it('are written as they are where no terminal reads them, or its width is unknown', () => {
    const text = 'word '.repeat(40);
    for (const [output, expected] of [
      [{ isTTY: false, columns: 20 }, text],
      [{ isTTY: true, columns: 0 }, text],
      [{ isTTY: true, columns: 20 }, wrapped(text, 20)],
    ] as const) {
      const written: string[] = [];
      print({ ...output, write: (some: string | Uint8Array) => written.push(String(some)) > 0 }, text);
      expect(written).to.deep.equal([expected]);
    }
  });
});
