import { describe, it } from 'node:test';
import { expect } from 'chai';
import { failures, ledger, tableRows } from './support/ledger';

const [HEADER, ...ROWS] = tableRows('failures.tsv');
const FAILURES = failures();
const LONGEST = 30;
/** One source, then how sure it is. */
const MARKED = /^[^[\]]*\S \[(document|Microsoft|reported|assumed)\]$/;

describe('The ledger of failures', () => {
  it('has six columns', () => {
    expect(HEADER?.cells).to.deep.equal(['id', 'symptom', 'cause', 'fix', 'source', 'scope']);
    expect(ROWS.filter(({ cells }) => cells.length !== 6)).to.deep.equal([]);
  });

  it('has each id once, in order and without a gap', () => {
    const ids = FAILURES.map(({ id }) => id);
    expect(ids.filter((id) => !/^F\d{2}[a-z]?$/.test(id))).to.deep.equal([]);
    expect(ids).to.deep.equal([...new Set(ids)].sort());
    const numbers = [...new Set(ids.map((id) => Number(id.slice(1, 3))))];
    expect(numbers)
      .to.deep.equal(Array.from(numbers, (_, index) => index + 1))
      .and.not.to.have.lengthOf(0);
  });

  it('says of each what is seen, why, and what helps, in few words', () => {
    const wrong = FAILURES.flatMap(({ id, symptom, cause, fix, scope }) => [
      ...[symptom, cause, fix].filter((text) => text === '').map(() => `${id} leaves a cell empty`),
      ...[symptom, cause, fix, scope].filter((text) => !isShort(text)).map((text) => `${id}: ${text}`),
    ]);
    expect(wrong).to.deep.equal([]);
  });

  it('names the sources of each, and marks how sure they are', () => {
    const wrong = FAILURES.flatMap(({ id, source }) =>
      source
        .split('; ')
        .filter((one) => !MARKED.test(one))
        .map((one) => `${id}: ${one}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('cites sentences that the document has', () => {
    const known = ledger().map(({ id }) => id);
    const cited = FAILURES.flatMap(({ source }) => source.match(/04952-\d+/g) ?? []);
    expect(cited).to.include('04952-228');
    expect(cited.filter((id) => !known.includes(id))).to.deep.equal([]);
  });
});

/** A few words, no white space around them and no full stop. */
function isShort(text: string): boolean {
  return text === text.trim() && !text.endsWith('.') && text.split(' ').length <= LONGEST;
}
