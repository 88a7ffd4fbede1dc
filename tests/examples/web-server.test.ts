import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { expect } from 'chai';
import { LYNC_SERVER_2013 } from '../../src/products/lync-server-2013/product';
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

  test('refuses a fault of another product by name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'web-server-'));
    const [fault = ''] = Object.keys(LYNC_SERVER_2013.faults.server);
    const feature = join(folder, 'fault.feature');
    writeFileSync(feature, `Feature: A fault\n  Scenario: One\n    Given on the first web server, ${fault}\n`);
    const cucumber = ['node_modules/.bin/cucumber-js', '--config', 'examples/web-server/cucumber.json', feature];
    const { status, stdout } = spawnSync(process.execPath, cucumber, { cwd: ROOT, encoding: 'utf8' });
    expect(status, stdout).to.equal(1);
    expect(stdout).to.include(`Web Server (IIS) 8 has no fault "${fault}"`);
    rmSync(folder, { recursive: true });
  });
});
