import { test } from 'node:test';
import { expect } from 'chai';
import { BY_FINDING } from './judge/remedies/by-finding';
import { REMEDIES } from './judge/remedies/remedies';
import { REQUEST_REMEDIES, succeeds } from './judge/remedies/request-remedies';
import { inOrderBut } from './judge/situation';
import { failuresOf } from './support/features/citation-rules';
import { examples } from './support/features/feature-examples';
import { featuresBelow } from './support/features/feature-tree';
import { failures } from './support/ledger';

/**
 * The remedy of every row of the failure ledger is carried out. An example cites the row and shows no failure, or the
 * remedy is that of a finding, or work fails before it and succeeds after it. Others are listed with a reason.
 */

/** Rows whose remedy cannot be carried out here, with the reason. */
const NOT_EXECUTABLE: Readonly<Record<string, string>> = {
  F19: 'to clear up why a manager denied a request is work of people; a new request is F18',
  F23: 'the pages of certsrv read the permissions that F13 mends',
  F37b: 'a certificate keeps its addresses; issuing it again is the remedy of no-revocation-address',
  F45: 'staging of certificates (-Roll with a date) is not simulated, and the command says so',
};

const FEATURES = featuresBelow('features/internal-edge');

test('the remedy of every row is carried out, or is listed as not executable', () => {
  const shown = examples(FEATURES).filter(([, example]) => !example.tags.includes('failure'));
  const byExample = new Set(shown.flatMap(([feature, example]) => failuresOf(feature, example)));
  const inScope = failures().filter(({ scope }) => scope === '');
  const others = inScope.map(({ id }) => id).filter((id) => !byExample.has(id));
  const listed = [BY_FINDING, REQUEST_REMEDIES, NOT_EXECUTABLE].flatMap((table) => Object.keys(table));
  expect(others.filter((id) => !listed.includes(id))).to.deep.equal([]);
  expect(Object.keys(NOT_EXECUTABLE).filter((id) => !others.includes(id))).to.deep.equal([]);
  expect(Object.values(BY_FINDING).filter((name) => !(name in REMEDIES))).to.deep.equal([]);
  expect(Object.keys(NOT_EXECUTABLE)).to.have.lengthOf(4);
});

for (const [id, { broken, remedy, failing, working }] of Object.entries(REQUEST_REMEDIES)) {
  test(`the remedy of ${id}`, () => {
    const before = inOrderBut(broken).deployment();
    expect(succeeds(failing, before), 'before').to.equal(false);
    expect(succeeds(working, remedy(before)), 'after').to.equal(true);
  });
}
