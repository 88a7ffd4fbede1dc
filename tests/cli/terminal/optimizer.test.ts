import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { OPTIMIZER_FLAG } from '../../../src/cli/terminal/optimizer';
import { rehearse } from '../../support/rehearse';

describe('The flag for the optimizing compiler', () => {
  it('is one that this version of Node.js knows, or none', () => {
    const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    const known = [...stdout.matchAll(/^ {2}(--[\w-]+) \(/gm)].map(([, name]) => name);
    expect(known).to.include('--max-semi-space-size');
    const [name] = OPTIMIZER_FLAG?.split('=') ?? [];
    expect(name === undefined || known.includes(name), name).to.equal(true);
    expect(name !== undefined).to.equal(process.versions.node.startsWith('20.'));
  });

  it('leaves no message of V8 in the output of a command', () => {
    expect(rehearse(['--version'])).to.deep.include({ status: 0, stderr: '' });
  });
});
