import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { fullRun } from './runbook/whole-run/full-run';
import { ELLIPTIC, ellipticPhraseIn } from './support/prose/elliptic-phrases';
import { pageSentences } from './support/prose/page-sentences';
import { report } from './support/report';

describe('The English pages', () => {
  it('have no sentence that leaves out what a reader must know', () => {
    const pages = [...fullRun().files].filter(([path]) => !path.includes('/'));
    const texts = pages.flatMap(([at, html]) => pageSentences(html, 'code,pre').map(({ text }) => ({ at, text })));
    expect(texts.length).to.be.greaterThan(10_000);
    const found = texts.flatMap(({ at, text }) => {
      const phrase = ellipticPhraseIn(text);
      return phrase === undefined ? [] : [{ at, what: `${phrase}: ${text}` }];
    });
    report('sentences', found);
  });

  it('name a scenario, and not the beginning of a sentence, where a sentence of the source is executed', () => {
    const coverage = fullRun().files.get('coverage.html') ?? '';
    const links = parse(coverage)
      .querySelectorAll('.sentences td a')
      .map(({ text }) => text.trim());
    expect(links.length).to.be.greaterThan(100);
    expect(links.filter((text) => text.endsWith(':'))).to.deep.equal([]);
  });

  for (const [phrase, bad] of ELLIPTIC) {
    it(`are checked for ${phrase.source}`, () => {
      expect(ellipticPhraseIn(bad)).to.match(phrase);
    });
  }

  it('may name things plainly', () => {
    for (const text of ['The judge finds nothing.', 'Select one of: A, B', 'An account that is a member of the group.'])
      expect(ellipticPhraseIn(text), text).to.equal(undefined);
  });
});
