import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { SLIP_CODES, type SlipCodes } from '../../scripts/slip-codes';
import { BY_FINDING } from '../judge/remedies/by-finding';
import { failuresOf } from '../support/features/citation-rules';
import { examples } from '../support/features/feature-examples';
import { featuresBelow } from '../support/features/feature-tree';
import { failures } from '../support/ledger';
import { ROOT } from '../support/root';
import { CAUSED, type CausedFailure, NOT_CAUSED, NOT_FOUND } from './rediscovery';

/** Which failures of the ledger slips lead to, although nothing tells the slips of them. */
describe('The failures of the ledger', () => {
  const observed: SlipCodes = JSON.parse(readFileSync(join(ROOT, SLIP_CODES), 'utf8'));
  const codesOf = ({ slip, stage }: CausedFailure): readonly string[] =>
    Object.values(observed).flatMap((kinds) => kinds[`${slip}: ${stage}`] ?? []);
  const found = Object.entries(CAUSED).flatMap(([id, one]) => (codesOf(one).includes(one.code) ? [id] : []));
  const inScope = failures().filter(({ scope }) => scope === '');

  it('are caused by a single slip or have a reason why not, each of them', () => {
    const judged = [...Object.keys(CAUSED), ...Object.keys(NOT_CAUSED)];
    expect(judged).to.have.members(inScope.map(({ id }) => id));
  });

  it('are known by a code of their own examples', () => {
    const known = codesOfExamples();
    const foreign = Object.entries(CAUSED).filter(
      ([id, { code }]) => code !== BY_FINDING[id] && !known.get(id)?.includes(code),
    );
    expect(foreign.map(([id, { code }]) => `${id} ${code}`)).to.deep.equal([]);
  });

  it('are found by slips, at least four of five that a single slip can cause', (t) => {
    const all = Object.keys(CAUSED);
    t.diagnostic(`${found.length} of ${all.length} failures that a single slip can cause: ${found.join(' ')}`);
    for (const [id, reason] of Object.entries(NOT_FOUND)) t.diagnostic(`not found: ${id}: ${reason}`);
    expect(all.filter((id) => !found.includes(id))).to.have.members(Object.keys(NOT_FOUND));
    expect(found.length / all.length).to.be.at.least(0.8);
  });
});

/** The codes that the examples of each row expect: refusals, findings, HRESULTs. */
function codesOfExamples(): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, readonly string[]>();
  for (const [feature, example] of examples(featuresBelow('features/internal-edge'))) {
    const named = new RegExp(`^${example.name.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/<[^<>]*>/g, '.*')}$`);
    const texts = feature.pickles.filter(({ name }) => named.test(name)).map(({ steps }) => JSON.stringify(steps));
    const own = texts.flatMap((text) => text.match(/\b[A-Z]+(?:_[A-Z0-9]+)+\b|\b[a-z]+(?:-[a-z0-9]+)+\b/g) ?? []);
    for (const id of failuresOf(feature, example)) codes.set(id, [...(codes.get(id) ?? []), ...own]);
  }
  return codes;
}
