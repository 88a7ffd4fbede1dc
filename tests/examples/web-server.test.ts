import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { expect } from 'chai';
import { ROOT } from '../support/root';

describe('A second product', () => {
  test('runs through cucumber-js with the generic steps, and renders to a runbook', () => {
    const folder = mkdtempSync(join(tmpdir(), 'web-server-'));
    const messages = join(folder, 'messages.ndjson');
    const cucumber = ['--config', 'examples/web-server/cucumber.json', '--format', `message:${messages}`];
    execFileSync(process.execPath, [join(ROOT, 'node_modules/.bin/cucumber-js'), ...cucumber], { cwd: ROOT });
    const rehearse = [join(ROOT, 'dist/src/cli/main.js'), 'render', messages, '--out', folder];
    execFileSync(process.execPath, rehearse, { cwd: ROOT });
    const page = readFileSync(join(folder, 'runbook', 'index.html'), 'utf8');
    expect(page).to.include('A certificate for a web site').and.include('Web server of Tailspin Toys');
    rmSync(folder, { recursive: true });
  });
});
