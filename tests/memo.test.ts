import { describe, it } from 'node:test';
import { expect } from 'chai';
import { identityMemo, latestMemo, memo, namedMemo, pairMemo } from '../src/memo';
import { byteMemo } from '../src/x509/der/byte-memo';

/** A function that counts its calls: the memo under test is right when the count is. */
function counter(): { readonly make: () => { readonly call: number }; readonly calls: () => number } {
  let calls = 0;
  return {
    make: () => {
      calls += 1;
      return { call: calls };
    },
    calls: () => calls,
  };
}

describe('A memo', () => {
  it('makes an answer once for each value, and tells equal values apart by identity', () => {
    const { make, calls } = counter();
    const answers = identityMemo<object, object>();
    const [one, other] = [{}, {}];
    expect(answers(one, make)).to.equal(answers(one, make));
    expect(answers(other, make)).not.to.equal(answers(one, make));
    expect(calls()).to.equal(2);
  });

  it('makes an answer once for each value and name', () => {
    const { make, calls } = counter();
    const answers = memo<object>();
    const [one, other] = [{}, {}];
    for (const key of [one, other, one]) for (const name of ['a', 'b', 'a']) answers(key, name, make);
    expect(calls()).to.equal(4);
  });

  it('makes an answer once for each pair of values, in their order', () => {
    const { make, calls } = counter();
    const answers = pairMemo<object, object, object>();
    const [one, other] = [{}, {}];
    answers(one, other, make);
    answers(one, other, make);
    answers(other, one, make);
    expect(calls()).to.equal(2);
  });

  it('makes an answer again for a value that was used in another context', () => {
    const { make, calls } = counter();
    const answers = latestMemo<object, object, object>();
    const [key, one, other] = [{}, {}, {}];
    expect(answers(key, one, make)).to.equal(answers(key, one, make));
    answers(key, other, make);
    answers(key, one, make);
    expect(calls()).to.equal(3);
  });

  it('drops the oldest name when it is full', () => {
    const { make, calls } = counter();
    const answers = namedMemo<object>(2);
    for (const name of ['a', 'b', 'a', 'c', 'b', 'c']) answers(name, make);
    expect(calls()).to.equal(3);
    answers('a', make);
    expect(calls()).to.equal(4);
  });

  it('keeps false and the empty text, and neither an error nor undefined', () => {
    const answers = namedMemo<boolean | string>();
    let calls = 0;
    const returning = (value: boolean | string) => () => {
      calls += 1;
      return value;
    };
    for (const _ of [1, 2]) answers('false', returning(false));
    for (const _ of [1, 2]) answers('empty', returning(''));
    expect(calls).to.equal(2);
    const failing = (): never => {
      calls += 1;
      throw new Error('no answer');
    };
    for (const _ of [1, 2]) expect(() => answers('error', failing)).to.throw('no answer');
    expect(calls).to.equal(4);
  });

  it('of bytes goes by their content and a note', () => {
    const { make, calls } = counter();
    const answers = byteMemo<object>();
    expect(answers(Buffer.from('a'), make)).to.equal(answers(Buffer.from('a'), make));
    answers(Buffer.from('a'), make, 'with a note');
    answers(Buffer.from('b'), make);
    expect(calls()).to.equal(3);
  });
});
