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
    const page = (name: string) => readFileSync(join(folder, 'runbook', name), 'utf8');
    expect(page('index.html')).to.include('Web server of Tailspin Toys');
    expect(page('do.html')).to.include('A certificate for a web site');
    rmSync(folder, { recursive: true });
  });
});
