import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { withPrograms } from '../support/programs';
import { ROOT } from '../support/root';
import { serve, stopServers } from './served';

const HOW_TO = readFileSync(join(ROOT, 'docs', 'how-to', 'try-a-client-of-certsrv.md'), 'utf8');
const [install = '', start = '', ...blocks] = [...HOW_TO.matchAll(/```sh\n([\s\S]*?)```/g)].map(
  ([, commands = '']) => commands,
);

describe('The instructions about clients of certsrv', () => {
  after(stopServers);

  it('work as they are written', async (t) => {
    expect(install).to.equal('npm install fastify@5 hash-wasm@4 lmdb@3\n');
    const [, options = ''] = /^npx rehearse serve (.*) > server\.json &\n$/.exec(start) ?? [];
    const given = options
      .replace(/--(http-)?port \d+/g, '')
      .replace('--state requests.db', '')
      .trim()
      .split(/ +/);
    expect(given).to.deep.equal(['--password', 'Rehearse-1']);
    const { stop, process: _, folder, ...first } = await serve(...given);
    writeFileSync(join(folder, 'server.json'), JSON.stringify(first));
    const ports = [first.url, first.http].map((url) => new URL(url).port);
    const script = blocks
      .join('')
      .replaceAll('8443', ports[0] ?? '')
      .replaceAll('8080', ports[1] ?? '');
    withPrograms(t, ['curl', 'openssl'], () => {
      const env = { PATH: process.env.PATH, HOME: folder };
      const ran = spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, encoding: 'utf8', env });
      expect(ran.stderr.replace(/^[.+*-]+\n/gm, '')).to.not.match(/error/i);
      expect(ran.stdout).to.contain('edge.cer: OK\n').and.to.contain('"disposition":"revoked"');
      expect(ran.status).to.equal(0);
    });
    await stop();
  });
});
