import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from 'chai';
import { program } from '../../../src/cli/command-line/program';
import { inTemporaryFolderAsync } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';

/** An unset variable of the shell gives an empty value: it is refused for every option and argument. */

const { commands } = program(() => undefined);

/** An empty password differs from none. */
const MAY_BE_EMPTY = ['--password'];

for (const command of commands) {
  const required = command.registeredArguments.filter(({ required: must }) => must).map(() => 'some.ndjson');
  const options = command.options.filter(
    ({ long, required: must, optional }) => (must || optional) && !MAY_BE_EMPTY.includes(long ?? ''),
  );
  for (const { long } of options) {
    test(`rehearse ${command.name()} ${long} '' is refused`, async () => {
      await inTemporaryFolderAsync(async (folder) => {
        for (const value of ['', ' ']) {
          const { status, stderr } = await rehearseHere([command.name(), ...required, long ?? '', value], folder);
          expect([status, stderr.split('\n')[0]], stderr).to.satisfy(
            ([code, said]: [number, string]) => code === 2 && said.startsWith('error: ') && said.includes(long ?? ''),
          );
          expect(readdirSync(folder)).to.deep.equal([]);
        }
      });
    });
  }
  for (const index of command.registeredArguments.keys()) {
    test(`rehearse ${command.name()} refuses an empty argument ${index + 1}`, async () => {
      await inTemporaryFolderAsync(async (folder) => {
        const args = command.registeredArguments.map((_, other) => (other === index ? '' : 'some'));
        const { status, stderr } = await rehearseHere([command.name(), ...args], folder);
        expect([status, stderr]).to.deep.equal([2, 'error: an argument is empty; give a value, or leave it out\n']);
        expect(readdirSync(folder)).to.deep.equal([]);
      });
    });
  }
}

test('an option does not take the next option for its value', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const { status, stderr } = await rehearseHere(['run', '--out', '--json'], folder);
    expect([status, stderr]).to.deep.equal([
      2,
      'error: --out has no value before --json; give one, or leave the option out\n',
    ]);
  });
});
