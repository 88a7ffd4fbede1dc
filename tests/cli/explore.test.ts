import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { embeddedStart } from '../../src/cli/exploration/embedded-start';
import { saidOfLaws, showsThatLawsHold } from '../../src/cli/exploration/exploration-report';
import { PLAIN } from '../../src/cli/terminal/paint';
import { explore, type LawCount } from '../../src/exploration/random/exploration';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { inTemporaryFolder, rehearse } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

/** Two batches, and so two threads, which together try every law. */
const [RUNS, SEED] = [150, 20131107];

test('rehearse explore finds that every law holds, has tried each, and says the same from two threads', async () => {
  const alone = await explore({
    ...{ runs: RUNS, seed: SEED, system: SYSTEM },
    ...{ start: embeddedStart(), shouldContinue: async () => true },
  });
  expect(alone.counterexample?.scenario).to.equal(undefined);
  expect(alone.operations).to.be.greaterThan(500);
  expect(alone.laws.filter(({ witnesses }) => witnesses === 0)).to.deep.equal([]);
  inTemporaryFolder((folder) => {
    const options = ['--runs', `${RUNS}`, '--seed', `${SEED}`, '--out', folder, '--json'];
    const { status, stdout, stderr } = rehearse(['explore', ...options]);
    expect(status, stderr).to.equal(0);
    const said = JSON.parse(stdout);
    expect(said).to.deep.equal(alone);
    expect(Object.keys(said)).to.deep.equal(['runs', 'operations', 'seed', 'laws', 'counterexample']);
    expect([said.runs, said.seed, said.counterexample]).to.deep.equal([RUNS, SEED, null]);
    for (const law of said.laws) expect(law).to.have.all.keys('name', 'witnesses', 'holds');
    expect(existsSync(join(folder, 'counterexample.feature'))).to.equal(false);
  });
});

test('without --json rehearse explore speaks to people', async () => {
  const { status, stdout, stderr } = await rehearseHere(['explore', '--runs', '2', '--seed', '7']);
  expect(status, stderr).to.equal(0);
  expect(stdout).to.match(/^runs {8}2\noperations {2}\d+ \(\d+ runs? and \d+ operations? a second\)\nseed {8}7\n/);
  expect(stdout).to.match(/^ {2}held +\d+ {2}/m);
  expect(stdout).to.match(/^ {2}not run +0 {2}/m);
  expect(stderr).to.equal('');
});

test('a law that nothing has tested does not hold in --json, it is "not run"', async () => {
  const { laws } = JSON.parse((await rehearseHere(['explore', '--runs', '2', '--seed', '7', '--json'])).stdout);
  const states = laws.map(({ witnesses, holds }: { readonly witnesses: number; readonly holds: unknown }) => {
    expect(holds).to.equal(witnesses > 0 ? true : 'not run');
    return holds;
  });
  expect(states).to.include.members([true, 'not run']);
});

test('a law that is broken is told and written down, as a scenario that holds where the bug is not', () => {
  inTemporaryFolder((folder) => {
    const script = join(__dirname, 'planted-exploration.js');
    const planted = spawnSync(process.execPath, [script, '9', folder], { encoding: 'utf8' });
    expect(planted.status, planted.stderr).to.equal(1);
    expect(planted.stdout).to.match(/^ {2}BROKEN +\d+ {2}a private key leaves a server only if it may be exported$/m);
    const feature = join(folder, 'counterexample.feature');
    expect(planted.stdout).to.include(`written to ${feature}`).and.to.include(readFileSync(feature, 'utf8'));
    const { status, stdout } = rehearse(['run', feature, '--out', join(folder, 'reports'), '--json']);
    expect(status, stdout).to.equal(0);
  });
});

test('rehearse explore --exhaustive says how many states there are', async () => {
  const { status, stdout, stderr } = await rehearseHere(['explore', '--exhaustive', '1', '--json']);
  expect(status, stderr).to.equal(0);
  const { pools, laws, counterexample } = JSON.parse(stdout);
  expect(counterexample).to.equal(null);
  expect(pools.map(({ servers, depth }: { servers: number; depth: number }) => [servers, depth])).to.deep.equal([
    [2, 1],
    [3, 1],
  ]);
  for (const { states, operations } of pools) expect(states).to.be.within(10, operations);
  for (const law of laws) expect(law).to.have.all.keys('name', 'witnesses', 'holds');
});

test('interrupted, rehearse explore ends with what it has', () => {
  const script = join(__dirname, 'interrupted-exploration.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(status, stderr).to.equal(0);
  const [, runs] = /^runs {8}(\d+) \(interrupted\)\n/.exec(stdout) ?? [];
  expect(Number(runs), stdout).to.be.within(1, 99_999);
});

test('an exploration that checked no law does not hold, also from states, and says so', () => {
  const law = (witnesses: number): LawCount => ({ name: 'a law', witnesses, holds: witnesses > 0 || 'not run' });
  const holds = (witnesses: readonly number[], mustCheckAll: boolean, operations = 5) =>
    showsThatLawsHold({ laws: witnesses.map(law), operations, counterexample: null }, mustCheckAll);
  expect([holds([0, 0], false), holds([0, 1], false), holds([0, 1], true), holds([1, 1], true)]).to.deep.equal([
    false,
    true,
    false,
    true,
  ]);
  expect(holds([1], false, 0)).to.equal(false);
  expect(showsThatLawsHold({ laws: [law(1)], operations: 5, counterexample: {} }, false)).to.equal(false);
  const said = (witnesses: number) => saidOfLaws([law(witnesses)], PLAIN).join('');
  expect([said(0), said(1)].map((text) => text.includes('no law was checked'))).to.deep.equal([true, false]);
});

test('an exploration without an operation does not hold', () => {
  const script = join(__dirname, 'empty-exploration.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(status, stderr).to.equal(1);
  expect(JSON.parse(stdout)).to.include({ runs: 0, operations: 0 });
});

test('what rehearse explore cannot do is refused before it begins', async () => {
  const refused = [
    ['--runs', '0'],
    ['--runs', 'many'],
    ['--seed', '-1'],
    ['--seed', '1', '--path', 'x'],
    ['--path', '1:2'],
    ['--exhaustive', '0'],
    ['--exhaustive', '2', '--seed', '1'],
    ['--exhaustive', '--runs', '10'],
    ['--exhaustive', '--seed', '1', '--path', '1:2'],
    ['--seed', '1', '--path', '1:2', '--runs', '1000'],
  ];
  for (const options of refused) {
    const { status, stdout, stderr } = await rehearseHere(['explore', ...options]);
    expect(status, options.join(' ')).to.equal(2);
    expect(stdout).to.equal('');
    expect(stderr)
      .to.match(/^error: /)
      .and.not.to.match(/^ {4}at /m);
  }
});
