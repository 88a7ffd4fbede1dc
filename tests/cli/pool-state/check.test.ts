import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { COLLECTOR } from '../../../src/package/folder';
import { assignmentText, certutilText } from '../../pool-state/certutil-text';
import { defaultDeployment } from '../../pool-state/default-deployment';
import { exportState } from '../../pool-state/export-state';
import { inTemporaryFolderAsync, MAIN } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';
import { ROOT } from '../../support/root';

const HOW_TO = readFileSync(join(ROOT, 'docs', 'how-to', 'check-a-real-pool.md'), 'utf8');
const COMMANDS = [...HOW_TO.matchAll(/```sh\nnpx rehearse (.*)\n```/g)].map(([, command = '']) => command);

/** Writes the states of all servers of the default environment into `states/`; returns the names of the servers. */
function collected(folder: string): readonly string[] {
  const deployment = defaultDeployment();
  mkdirSync(join(folder, 'states'));
  for (const fqdn of deployment.servers.keys()) {
    writeFileSync(join(folder, 'states', `${fqdn}.json`), JSON.stringify(exportState(deployment, fqdn)));
  }
  return [...deployment.servers.keys()];
}

/** Writes what the commands of the instructions print, into a folder for each server, and one file beside them. */
function pasted(folder: string): void {
  const deployment = defaultDeployment();
  for (const fqdn of deployment.servers.keys()) {
    mkdirSync(join(folder, 'pasted', fqdn), { recursive: true });
    const text = certutilText(deployment, fqdn, { language: 'en', verbose: true });
    writeFileSync(join(folder, 'pasted', fqdn, 'stores.txt'), text);
    writeFileSync(join(folder, 'pasted', fqdn, 'assigned.txt'), assignmentText(deployment, fqdn));
    if (fqdn.startsWith('edge01')) writeFileSync(join(folder, 'my.txt'), text);
  }
}

describe('rehearse collect and rehearse check', () => {
  it('do what the instructions about a real pool say', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      collected(folder);
      pasted(folder);
      expect((await rehearseHere(['init'], folder)).status).to.equal(0);
      const ended = COMMANDS.map((command) => {
        const line = `"$0" "$1" ${command} || test $? = 1`;
        return execFileSync('bash', ['-c', line, process.execPath, MAIN], { cwd: folder, encoding: 'utf8' });
      });
      expect(ended).to.have.lengthOf(6);
      expect(readFileSync(join(folder, 'collect-pool-state.ps1'))).to.deep.equal(readFileSync(COLLECTOR));
      expect(ended[1]).to.contain('no-internal-certificate').and.to.contain('\nnot known:\n');
      const { findings, unknown } = JSON.parse(ended[2] ?? '');
      expect(Object.keys(findings[0])).to.deep.equal(FIELDS);
      expect(unknown).to.have.lengthOf(1);
      expect(ended[3])
        .to.contain('no-internal-certificate')
        .and.not.to.match(/^not read {2}/m);
      expect(ended[4]).to.contain('not checked');
      expect(readdirSync(folder)).to.include.members(['check.sarif', 'check']);
    });
  });

  it('end with 1 for an error in the pool, and name what a missing server leaves open', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const [first = ''] = collected(folder).filter((fqdn) => fqdn.includes('edge'));
      const { status, stdout } = await rehearseHere(['check', join('states', `${first}.json`)], folder);
      expect(status).to.equal(1);
      expect(stdout).to.contain(`error  no-internal-certificate  ${first}\n`);
      expect(stdout).to.contain(
        ': every finding: there is no state of this server; needed: the script of rehearse collect\n',
      );
      expect(stdout).to.match(/^not checked {2}\S*edge\S*: give its state too, at least its store My$/m);
    });
  });

  it('end with 1 if there is a state of no server of a pool', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const [frontEnd = ''] = collected(folder).filter((fqdn) => !fqdn.includes('edge'));
      const { status, stdout } = await rehearseHere(['check', join('states', `${frontEnd}.json`), '--json'], folder);
      const servers = defaultDeployment().pools.flatMap((pool) => pool.servers);
      expect([status, JSON.parse(stdout).notChecked]).to.deep.equal([1, servers]);
    });
  });

  it('end with 2 for a file that is no state, and never replace a file', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'bad.json'), '{"version": 1,}');
      const bad = await rehearseHere(['check', 'bad.json'], folder);
      expect([bad.status, bad.stdout]).to.deep.equal([2, '']);
      expect(bad.stderr).to.match(/^error: bad\.json:1:15: this is not JSON/);
      expect((await rehearseHere(['check', 'none.json'], folder)).stderr).to.match(
        /^error: there is no state none\.json; /,
      );
      const kept = await rehearseHere(['collect', '--out', 'bad.json'], folder);
      expect([kept.status, readFileSync(join(folder, 'bad.json'), 'utf8')]).to.deep.equal([2, '{"version": 1,}']);
    });
  });
});

const FIELDS = ['code', 'severity', 'server', 'on', 'detail', 'cause', 'remedy', 'source'];
