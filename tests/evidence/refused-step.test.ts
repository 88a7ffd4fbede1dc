import { describe, it } from 'node:test';
import { expect } from 'chai';
import { evidenceOfStep } from '../../src/evidence/evidence-of-step';
import { outcomeOn } from '../../src/operator/outcome';
import { createRequest } from '../../src/products/lync-server-2013/tasks/request';
import { edge } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { lyncServerOf } from '../../src/products/lync-server-2013/topology';
import { begun, on } from '../support/one-server';

describe('The evidence of a step that is refused', () => {
  const before = edge(begun, on);
  const { console, refused } = outcomeOn(before, (c) => createRequest(c, { file: 'C:\\no-such-folder\\edge.req' }));
  const kinds = (refusal: typeof refused) =>
    evidenceOfStep(before.deployment, console, refusal).map(({ kind }) => kind);

  it('does not say that opening the wizard changed the server', () => {
    expect(lyncServerOf(console.deployment, on).launched).to.equal(true);
    expect(kinds(refused)).to.include('refusal').and.not.include('change');
  });

  it('says so where nothing is refused', () => {
    expect(kinds(null)).to.include('change');
  });
});
