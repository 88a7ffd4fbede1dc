import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { slipText } from '../../src/cli/slips/slip-report';
import { PLAIN } from '../../src/cli/terminal/paint';
import { inTemporaryFolder, inTemporaryFolderAsync, rehearse } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { ROOT } from '../support/root';

const FEATURE = 'features/internal-edge/04-create-the-certificate-request.feature';

describe('rehearse what-if', () => {
  const csv = rehearse(['what-if', FEATURE, '--csv']);

  it('prints the table as CSV: a line of names, and a line for each slip, always the same', async () => {
    expect(csv.status, csv.stderr).to.equal(0);
    const [names = '', ...lines] = csv.stdout.split('\r\n');
    expect(names).to.match(/^feature,scenario,step,line,.*,repair,check$/);
    await inTemporaryFolderAsync(async (out) => {
      const { status, stdout } = await rehearseHere(['what-if', FEATURE, '--json', '--out', out]);
      const { slips } = JSON.parse(stdout);
      expect(status).to.equal(0);
      expect(lines.filter((line) => line.startsWith(FEATURE))).to.have.lengthOf(slips.length);
      expect(readFileSync(join(out, 'slips.csv'), 'utf8')).to.equal(csv.stdout);
    });
  });

  it('tries the procedures of a project with its product, and writes them with the proposed checks', () => {
    inTemporaryFolder((folder) => {
      const pages = join(folder, 'pages');
      const args = ['what-if', '--json', '--with-checks', folder, '--out', pages];
      const { status, stdout, stderr } = rehearse(args, join(ROOT, 'examples', 'web-server'));
      const { slips } = JSON.parse(stdout);
      const silent = slips.filter(({ outcome }: { readonly outcome: string }) => outcome === 'judge');
      expect(silent.map(({ slip }: { readonly slip: string }) => slip)).to.include.members([
        'wrong value',
        'done twice',
      ]);
      expect(JSON.stringify(silent[0])).to.include('subject-mismatch').and.to.include('certutil -v -store My');
      expect(status, stderr).to.equal(1);
      const written = readFileSync(join(folder, 'renew-certificate.feature'), 'utf8');
      const [, ...checks] = written.split(
        '    When the operator logs on to web01.tailspintoys.com as the administrator\n',
      );
      expect(checks.join('')).to.match(
        /^ {4}And the operator types the command:\n {6}"""\n {6}certutil -v -store My\n/m,
      );
      expect(stderr).to.match(/^wrote 1 feature with checks: /m);
      expect(readdirSync(pages)).to.include.members(['slips.json', 'slips.csv', 'slips.html', 'zh-TW']);
      expect(JSON.parse(readFileSync(join(pages, 'slips.json'), 'utf8')).slips).to.deep.equal(slips);
      expect(readFileSync(join(pages, 'zh-TW', 'slips.html'), 'utf8')).to.include('<html lang="zh-Hant-TW"');
    });
  });

  it('puts the table beside a run, which a page of the same program and environment shows, and no other', () => {
    const example = join(ROOT, 'examples', 'web-server');
    inTemporaryFolder((folder) => {
      const ran = rehearse(['run', '--what-if', '--out', folder], example);
      expect(ran.status, ran.stderr).to.equal(0);
      expect(readFileSync(join(folder, 'runbook', 'slips.html'), 'utf8')).to.include('id="slip-outages"');
      expect(readFileSync(join(folder, 'runbook', 'troubleshooting.html'), 'utf8')).to.include('id="fix-slips"');
      const table = JSON.parse(readFileSync(join(folder, 'slips.json'), 'utf8'));
      const other = join(folder, 'other.json');
      writeFileSync(other, JSON.stringify({ ...table, grounds: { ...table.grounds, simulation: 'other' } }));
      const out = join(folder, 'again');
      const again = rehearse(['render', join(folder, 'messages.ndjson'), '--slips', other, '--out', out], example);
      expect(again.status, again.stderr).to.equal(0);
      expect(again.stderr).to.include(`${other} is not used, because these have changed since: the simulation`);
      expect(readdirSync(join(out, 'runbook'))).not.to.include('slips.html');
    });
  });

  it('ends with 2 for features without a procedure, and for two forms of output', async () => {
    const none = await rehearseHere(['what-if', 'features/internal-edge/failures/tls-settings.feature']);
    expect(none.status).to.equal(2);
    expect(none.stderr).to.match(/^error: the features have no procedure; tag the scenario/);
    expect((await rehearseHere(['what-if', FEATURE, '--csv', '--json'])).status).to.equal(2);
  });
});

describe('The report about slips', () => {
  it('does not count what nothing can notice as noticed in time', () => {
    expect(slipText([], PLAIN)).to.include(
      'in time     no slip has an effect that could be noticed before the services',
    );
  });
});
