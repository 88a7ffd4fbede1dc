import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolder, rehearse } from '../support/rehearse';

test('rehearse explore says what it tried, and the same again for the same seed', () => {
  inTemporaryFolder((folder) => {
    const asked = ['explore', '--runs', '12', '--seed', '7', '--out', folder, '--json'];
    const [one, other] = [rehearse(asked), rehearse(asked)];
    expect(one.status, one.stderr).to.equal(0);
    expect(one.stdout).to.equal(other.stdout);
    const said = JSON.parse(one.stdout);
    expect(Object.keys(said)).to.deep.equal(['runs', 'operations', 'seed', 'laws', 'counterexample']);
    expect([said.runs, said.seed, said.counterexample]).to.deep.equal([12, 7, null]);
    for (const law of said.laws) expect(law).to.have.all.keys('name', 'witnesses', 'holds');
    expect(existsSync(join(folder, 'counterexample.feature'))).to.equal(false);
  });
});

test('without --json rehearse explore speaks to people', () => {
  const { status, stdout, stderr } = rehearse(['explore', '--runs', '2', '--seed', '7']);
  expect(status, stderr).to.equal(0);
  expect(stdout).to.match(/^runs {8}2\noperations {2}\d+ \(\d+ runs and \d+ operations a second\)\nseed {8}7\n/);
  expect(stderr).to.equal('');
});

test('what rehearse explore cannot do is refused before it begins', () => {
  const refused = [
    ['--runs', '0'],
    ['--runs', 'many'],
    ['--seed', '-1'],
    ['--seed', '1', '--path', 'x'],
    ['--path', '1:2'],
  ];
  for (const options of refused) {
    const { status, stdout, stderr } = rehearse(['explore', ...options]);
    expect(status, options.join(' ')).to.equal(2);
    expect(stdout).to.equal('');
    expect(stderr)
      .to.match(/^error: /)
      .and.not.to.match(/^ {4}at /m);
  }
});
