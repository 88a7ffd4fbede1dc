import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PLANTED_BUGS } from '../../bench/planted/catalogue';
import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import { plansOf } from '../../src/exploration/random/plan';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { fc } from '../support/properties';
import { startingIn } from './starting';

/** Three of the first runs with the seed of the bench, which measures how many runs each bug survives. */
const PLANS = fc
  .sample(plansOf(SYSTEM), { seed: 20131107, numRuns: 6 })
  .filter((_, index) => [1, 4, 5].includes(index));

/** The bugs that these runs find. The bench runs up to 1000 for each of the others. */
const FOUND_AT_ONCE = [
  'rule: the export deletes the key',
  'rule: a response loses its key',
  'memory: a second import doubles the certificate',
  'rights: an ordinary user is an administrator',
  'scope: starting one server touches every pool',
  'scope: starting one server starts the pool',
  'scope: a path is trusted by every server',
  'scope: a clock is set on every server',
  'order: a restart changes nothing',
  'judge: the last server is skipped',
  'judge: findings of another pool are reported',
  'rule: the usage is not that of the template',
  'time: a certificate is valid for longer than its template allows',
  'time: a certificate is valid from the next year on',
];

describe('The catalogue of planted bugs', () => {
  it('has bugs of rules, scope, order, rights, time, memory and the judge', () => {
    const kinds = Object.keys(PLANTED_BUGS).map((name) => name.split(':')[0]);
    expect(kinds).to.have.length.of.at.least(24);
    expect(new Set(kinds)).to.have.keys('rule', 'scope', 'order', 'rights', 'time', 'memory', 'judge');
  });

  it('breaks a law in one of these runs where it did so before, and the correct system breaks none', () => {
    expect(firstRuns(SYSTEM)).to.deep.equal([null, null, null]);
    const missed = FOUND_AT_ONCE.filter((name) => firstRuns(PLANTED_BUGS[name] ?? SYSTEM).every((law) => law === null));
    expect(missed).to.deep.equal([]);
  });
});

function firstRuns(system: typeof SYSTEM): readonly (string | null)[] {
  const checker = cachedChecker(system);
  return PLANS.map(({ setting, operations }) => runOf(checker, startingIn(setting), operations).violation?.law ?? null);
}
