import { describe, it } from 'node:test';
import { expect } from 'chai';
import { acceptedValues } from '../../src/gherkin/accepted-values';
import { ANY_ORDINAL } from '../../src/ordinals';

const PATTERNS: readonly (readonly [pattern: string, values: readonly string[]])[] = [
  ['is|has been', ['is', 'has been']],
  ['\\d+ (?:days?|years?)', ['N day⟨s⟩', 'N year⟨s⟩']],
  ['a request for "[^"]*"(?: and its path)?', ['a request for "…"⟨ and its path⟩']],
  [`the ${ANY_ORDINAL} Server`, ['the Nth Server']],
  ['TLS 1\\.0|C:\\\\certs\\\\a\\.p7b', ['TLS 1.0', 'C:\\certs\\a.p7b']],
  ['-?\\d+', ['a whole number']],
  ['denied: [A-Z]+_[A-Za-z0-9_]+', ['denied: CODE']],
  ['[xyz]{3}', ['/[xyz]{3}/']],
];

describe('What a parameter accepts', () => {
  for (const [pattern, values] of PATTERNS) {
    it(`is in words for ${pattern.slice(0, 40)}`, () => {
      expect(acceptedValues([pattern])).to.deep.equal(values);
    });
  }
});
