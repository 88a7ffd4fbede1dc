import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { expect } from 'chai';
import widthOf from 'string-width';
import { inTemporaryFolder, rehearse } from '../../support/rehearse';
import { inTerminal, NO_TERMINAL } from '../../support/terminal';

const FEATURE = `Feature: A feature
  Example: A pool of which the judge is expected to find something else than what it finds
    When the judge looks at the pool
    Then the judge finds nothing
`;
const RED = '\u001b[31m';

/** The last screen of a terminal, without progress: bars begin with a carriage return or move the cursor. */
function lastLines(screen: string): readonly string[] {
  const [, ...after] = screen.split('scenarios  ');
  return stripVTControlCharacters(`scenarios  ${after.join('scenarios  ')}`)
    .trimEnd()
    .split('\n');
}

describe('rehearse in a terminal', { skip: NO_TERMINAL }, () => {
  it('wraps its lines to the width, between words', () => {
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'a.feature'), FEATURE);
      const { status, screen } = inTerminal(['run', 'a.feature'], { cwd: folder, columns: 50 });
      expect(status, screen).to.equal(1);
      const lines = lastLines(screen);
      expect(lines).to.include('  FAILED  a.feature:2: A pool of which the judge');
      expect(lines).to.include('          is expected to find something else than');
      for (const line of lines) expect(widthOf(line), line).to.be.at.most(50);
    });
  });

  it('uses colours there only, and obeys NO_COLOR and FORCE_COLOR', () => {
    inTemporaryFolder((folder) => {
      const args = ['run', 'missing.feature'];
      const seen = (env: NodeJS.ProcessEnv) => inTerminal(args, { cwd: folder, columns: 80, env }).screen;
      expect(seen({})).to.contain(`${RED}error:`);
      expect(seen({ NO_COLOR: '1' })).to.match(/^error: /m);
      expect(seen({ TERM: 'dumb' })).to.match(/^error: /m);
      const piped = (env: NodeJS.ProcessEnv) => rehearse(args, folder, { NO_COLOR: undefined, ...env }).stderr;
      expect(piped({ FORCE_COLOR: undefined })).to.match(/^error: /);
      expect(piped({ FORCE_COLOR: '1' })).to.contain(`${RED}error:`);
    });
  });

  it('shows the progress while pages are written, and removes it', () => {
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'a.feature'), FEATURE.replace('    Then the judge finds nothing\n', ''));
      expect(rehearse(['run', 'a.feature'], folder).status).to.equal(0);
      const { status, screen } = inTerminal(['render', 'reports', '--out', 'again'], { cwd: folder, columns: 100 });
      expect(status, screen).to.equal(0);
      expect(screen).to.contain('writing pages 0');
      expect(screen).to.match(/runbook {4}again\/runbook\/index\.html\n$/);
      const page = (out: string) => readFileSync(join(folder, out, 'runbook', 'index.html'), 'utf8');
      expect(page('again')).to.equal(page('reports'));
    });
  });
});
