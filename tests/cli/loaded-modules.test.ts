import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolder, rehearse } from '../support/rehearse';
import { ROOT } from '../support/root';

describe('The modules that a command loads', () => {
  it('do not include those of a comparison or of a bar on a terminal, if it only renders', () => {
    inTemporaryFolder((folder) => {
      const list = join(folder, 'list.cjs');
      const script = `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(join(folder, 'loaded'))}, Object.keys(require.cache).join('\\n')));`;
      writeFileSync(list, script);
      const feature = 'features/internal-edge/01-download-the-certification-chain.feature';
      rehearse(['run', feature, '--out', join(folder, 'run')]);
      const recorded = join(folder, 'run', 'messages.ndjson');
      const command = ['render', recorded, '--out', join(folder, 'again')];
      const { status, stderr } = rehearse(command, ROOT, { NODE_OPTIONS: `--require ${list}` });
      expect(status, stderr).to.equal(0);
      const loaded = readFileSync(join(folder, 'loaded'), 'utf8');
      expect(loaded).to.match(/[\\/]views[\\/]procedure[\\/]/);
      expect(loaded).not.to.match(/[\\/]node_modules[\\/](diff|cli-progress)[\\/]/);
    });
  });
});
