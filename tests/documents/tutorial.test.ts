import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'yaml';
import { withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';
import { ROOT } from '../support/root';
import { blocksOf } from './blocks';
import { follow, inShell } from './instructions';

const PIPELINES = ['github-actions.yml', 'gitlab-ci.yml', 'azure-pipelines.yml'];
const GUIDE = 'docs/how-to/publish-from-a-pipeline.md';

describe('The first rehearsal, and then a pipeline', () => {
  it('work as they are written', (t) => {
    withPrograms(t, ['openssl'], () => {
      inTemporaryFolder((folder) => {
        const { status, stdout, stderr } = follow('docs/tutorials/first-rehearsal.md', folder);
        expect(status, stderr).to.equal(0);
        expect(stdout).to.match(/^plan {7}edgepool\.fabrikam\.com: verified, \d+ steps$/m);
        expect(stdout).to.match(/^findings {3}none about the deployment/m);
        expect(stderr).to.match(/^error: rehearsal\.yaml:\d+:\d+ .*found 4096, accepted: at most 2048/m);
        expect(stdout).to.match(/^exit code 2\nshort\.req: DO NOT USE/m);
        expect(stdout)
          .to.match(/request-denied: .*0x80094811/)
          .and.to.match(/exit code 1\n$/);

        const [, everyNight] = blocksOf(GUIDE).map(({ text }) => text);
        const ours = (everyNight ?? '').split('\n').filter((line) => !line.startsWith('npm '));
        const night = inShell(ours.join('\n'), folder);
        expect(night.status, night.stderr).to.equal(0);
        expect(existsSync(join(folder, 'tonight', 'runbook', 'index.html'))).to.equal(true);
      });
    });
  });
});

describe('The first own procedure', () => {
  it('works as it is written', () => {
    inTemporaryFolder((folder) => {
      const { status, stdout, stderr } = follow('docs/tutorials/own-procedure.md', folder);
      expect(status, stderr).to.equal(0);
      const lines = stdout.split('\n').filter((line) => /^(scenarios|source {5}|exit code)/.test(line));
      expect(lines).to.deep.equal([
        'scenarios  2 passed',
        'source     13 of 13 sentences verified or waived',
        'exit code 1',
        'scenarios  2 passed',
        'source     13 of 14 sentences verified or waived',
        'exit code 1',
        'scenarios  1 passed, 1 failed',
        'source     10 of 14 sentences verified or waived',
        'exit code 1',
        'scenarios  2 passed',
        'source     14 of 14 sentences verified or waived',
        'exit code 2',
      ]);
      expect(stdout).to.match(/^ {2}came {5}request-certificate-014 {2}request-it 6: Write down the date/m);
      expect(stdout).to.match(/^ +AssertionError.*: 730 == 700$/m);
      expect(stderr).to.match(
        /^error: features\/request-certificate\.feature:34: .*the nearest phrases are "the Personal store/m,
      );
    });
  });
});

describe('The pipelines', () => {
  const [everyChange, everyNight] = blocksOf(GUIDE).map(({ text }) => text.trim().split('\n'));

  for (const name of PIPELINES) {
    it(`${name} has the commands of the guide, in their order`, () => {
      const commands = commandsIn(parse(readFileSync(join(ROOT, 'examples', 'ci', name), 'utf8')));
      const known = [...(everyChange ?? []), ...(everyNight ?? [])];
      expect(commands.filter((line) => line.startsWith('npx ') || known.includes(line))).to.deep.equal(known);
    });
  }
});

/** The shell commands of a pipeline, one for each line, in their order. */
function commandsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(commandsIn);
  if (typeof value === 'string') return value.split('\n');
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(commandsIn) : [];
}
