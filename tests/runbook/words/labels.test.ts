import { test } from 'node:test';
import { expect } from 'chai';
import { CHECK_LABELS } from '../../../src/runbook/words/english/check-labels';
import { LABELS } from '../../../src/runbook/words/english/labels';
import { RECORD_LABELS } from '../../../src/runbook/words/english/record-labels';
import { SEARCH_LABELS } from '../../../src/runbook/words/english/search-labels';

test('no label has two texts', () => {
  const names = [LABELS, SEARCH_LABELS, RECORD_LABELS, CHECK_LABELS].flatMap((labels) => Object.keys(labels));
  expect(names.filter((name, index) => names.indexOf(name) < index)).to.deep.equal([]);
  expect(names.length).to.be.above(100);
});
