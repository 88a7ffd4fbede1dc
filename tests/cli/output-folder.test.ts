import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { writeOutput } from '../../src/cli/output/output-folder';
import { inTemporaryFolder } from '../support/rehearse';
import { ROOT } from '../support/root';

test('the output folder keeps its README, and everything else that a command does not write', () => {
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'README.md'), '# Reports\n');
    mkdirSync(join(folder, 'runbook'));
    writeFileSync(join(folder, 'runbook', 'old.html'), '');
    writeOutput(folder, [
      ['runbook/index.html', '<p>new'],
      ['junit.xml', '<testsuite/>'],
    ]);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).to.equal('# Reports\n');
    expect(readFileSync(join(folder, 'runbook', 'index.html'), 'utf8')).to.equal('<p>new');
    expect(existsSync(join(folder, 'runbook', 'old.html'))).to.equal(false);
  });
});

test('the README of reports/ names every file and folder that a command writes directly there', () => {
  const text = readFileSync(join(ROOT, 'reports', 'README.md'), 'utf8');
  for (const name of ['messages.ndjson', 'junit.xml', 'runbook/', 'artifacts/', 'diff.html', 'diff.md', 'diff.json'])
    expect(text).to.include(`\`${name}\``);
});
