import { describe, it } from 'node:test';
import { expect } from 'chai';
import { mistyped } from '../../src/what-if/slips/typing';

describe('A mistyped text', () => {
  it('lacks, doubles, swaps or misses the letter in the middle', () => {
    expect(mistyped('Contoso')).to.deep.equal(['Conoso', 'Conttoso', 'Conotso', 'Conyoso']);
  });

  it('keeps capitals, and takes no sign for a letter', () => {
    expect(mistyped('A-B')).to.deep.equal(['-B', 'AA-B', '-AB', 'S-B']);
  });

  it('of a path has another extension, too', () => {
    expect(mistyped('C:\\a.pfx')).to.include('C:\\a.txt').and.to.have.lengthOf(5);
  });

  it('is none without a letter that another character follows', () => {
    expect(mistyped('-')).to.deep.equal([]);
    expect(mistyped('')).to.deep.equal([]);
  });
});
