import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { blocksOf } from './documents/blocks';
import { ROOT } from './support/root';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const COMMANDS = [...README.matchAll(/```sh\n([^`]*)```/g)].map((match) => (match[1] ?? '').trim());

test('the commands of the README are those of the first tutorial, which a test follows', () => {
  const ours = COMMANDS.filter((command) => command.startsWith('npx rehearse '));
  expect(ours).to.have.lengthOf(2);
  const tutorial = blocksOf('docs/tutorials/first-rehearsal.md').map(({ text }) => text.trim());
  expect(tutorial).to.include.members(ours);
});

test('the scripts that the README names are in package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const command of COMMANDS) {
    for (const [, name] of command.matchAll(/npm (?:run -s )?(start|test|rehearse)\b/g)) {
      expect(scripts, command).to.have.property(name ?? '');
    }
  }
});
