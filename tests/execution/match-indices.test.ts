import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { execWithIndices } from '../../src/execution/match-indices';
import { ROOT } from '../support/root';

const RUN_FEATURES = join(ROOT, 'dist', 'src', 'execution', 'run-features.js');

describe('The indices of the groups of a match', () => {
  it('are those of the engine', () => {
    const match = execWithIndices(/^a (\d+)(?: (b))? c$/, 'a 12 c');
    expect([...(match?.indices ?? [])]).to.deep.equal([[0, 6], [2, 4], undefined]);
    expect([...(match ?? [])]).to.deep.equal(['a 12 c', '12', undefined]);
    expect(execWithIndices(/^a$/, 'b')).to.equal(null);
  });

  it('come from here in Cucumber, which then needs no parser of expressions', () => {
    const script = `
      require(${JSON.stringify(RUN_FEATURES)});
      require('@cucumber/cucumber');
      const loaded = (part) => Object.keys(require.cache).some((path) => path.split(/[\\\\/]/).includes(part));
      console.log(JSON.stringify(['cucumber-expressions', 'regexp-tree'].map(loaded)));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
    expect(stdout.trim(), stderr).to.equal('[true,false]');
  });
});
