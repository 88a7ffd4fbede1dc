import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolder, rehearse } from './support/rehearse';
import { ROOT } from './support/root';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const COMMANDS = [...README.matchAll(/```sh\n([^`]*)```/g)].map((match) => (match[1] ?? '').trim());

test('the commands of the README work, one after another', () => {
  const ours = COMMANDS.filter((command) => command.startsWith('npx rehearse ')).map((command) =>
    command.slice('npx rehearse '.length),
  );
  expect(ours).to.have.lengthOf(2);
  inTemporaryFolder((folder) => {
    for (const command of ours) {
      const { status, stderr } = rehearse(command.split(' '), folder);
      expect(status, `${command}: ${stderr}`).to.equal(0);
    }
    expect(existsSync(join(folder, 'reports', 'runbook', 'index.html'))).to.equal(true);
  });
});

test('the scripts that the README names are in package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const command of COMMANDS) {
    for (const [, name] of command.matchAll(/npm (?:run -s )?(start|test|rehearse)\b/g)) {
      expect(scripts, command).to.have.property(name ?? '');
    }
  }
});

test('links and pictures in the documents lead somewhere', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/ARCHITECTURE.md', 'bench/README.md', 'source/README.md']) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)#]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((t) => !/^https?:/.test(t));
    for (const target of targets)
      expect(existsSync(join(ROOT, file, '..', target)), `${file}: ${target}`).to.equal(true);
  }
});
