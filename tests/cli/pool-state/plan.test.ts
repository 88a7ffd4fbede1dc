import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { committedSource } from '../../../src/package/rehearsal-keys';
import { procedure } from '../../../src/products/lync-server-2013/exploration/operations/procedure-operations';
import { PRODUCTS } from '../../../src/products/products';
import { machineOf, withMachine } from '../../../src/windows/machine';
import { buildDeployment } from '../../../src/world/build-deployment';
import type { Deployment } from '../../../src/world/deployment';
import { stagesOn } from '../../plan/carry-out';
import { exportState } from '../../pool-state/export-state';
import { contosoAfter } from '../../pool-state/half-done-pools';
import { shippedEnvironment } from '../../support/composed-plans';
import { inTemporaryFolderAsync, MAIN } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';
import { ROOT } from '../../support/root';

const PROCEDURE = procedure(3);
const HOW_TO = readFileSync(join(ROOT, 'docs', 'how-to', 'continue-half-way.md'), 'utf8');
const COMMANDS = [...HOW_TO.matchAll(/```sh\nnpx rehearse (.*)\n```/g)].map(([, command = '']) => command);

/** The Contoso pool after that number of operations of the procedure, with keys of a real site. */
function poolAfter(operations: number): Deployment {
  return contosoAfter(PROCEDURE.slice(0, operations));
}

/** Writes the states of these servers into `states/`; default: of all servers. */
function writeStates(folder: string, deployment: Deployment, servers = [...deployment.servers.keys()]): void {
  mkdirSync(join(folder, 'states'), { recursive: true });
  for (const fqdn of servers)
    writeFileSync(join(folder, 'states', `${fqdn}.json`), JSON.stringify(exportState(deployment, fqdn)));
}

function statesIn(servers: readonly string[]): readonly string[] {
  return servers.map((server) => join('states', `${server}.json`));
}

const SERVERS = ['edge01.contoso.com', 'edge02.contoso.com', 'edge03.contoso.com', 'fe01.contoso.com'];

describe('rehearse plan', () => {
  it('does what the instructions about a change that stopped half-way say', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeStates(folder, poolAfter(6), SERVERS);
      expect((await rehearseHere(['init'], folder)).status).to.equal(0);
      const said = COMMANDS.slice(0, 3).map((command) =>
        execFileSync('bash', ['-c', `"$0" "$1" ${command}`, process.execPath, MAIN], { cwd: folder, encoding: 'utf8' }),
      );
      expect(said).to.have.lengthOf(3);
      expect(said[0]).to.match(
        /^edgepool\.contoso\.com: 7 steps to a consistent pool, with the certificate [0-9A-F]{40}\n/,
      );
      expect(said[0]).to.contain('  done  Import the certification chain: edge01.contoso.com (chain in its stores)\n');
      expect(said[0]).to.contain(
        '     1  Export the certificate with its private key: edge01.contoso.com  (safe stop)\n',
      );
      expect(said[0]).to.contain('\nnot known:\n');
      const rehearsed = `"$0" "$1" ${COMMANDS[4]} || test $? = 1`;
      const ran = execFileSync('bash', ['-c', rehearsed, process.execPath, MAIN], { cwd: folder, encoding: 'utf8' });
      expect(ran).to.match(/^scenarios +\d+ passed, (?:\d+ skipped, )?\d+ failed\n/m);
    });
  });

  it('writes the page of only the remaining steps, executed from the states', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeStates(folder, poolAfter(9), SERVERS);
      const args = ['plan', '--json', '--out', 'rest', '--language', 'en,zh-TW', '--state', ...statesIn(SERVERS)];
      const { status, stdout, stderr } = await rehearseHere(args, folder);
      expect([status, stderr]).to.deep.equal([0, '']);
      const page = join('rest', 'runbook', 'plan-edgepool.contoso.com.html');
      expect(JSON.parse(stdout).pages).to.deep.equal({ 'edgepool.contoso.com': page });
      const stages = stagesOn(readFileSync(join(folder, page), 'utf8')).map(({ id }) =>
        id.replace('plan-edgepool-contoso-com-', ''),
      );
      expect(stages).to.deep.equal(['assign-certificate', 'delete-key-files', 'check']);
      const chinese = readFileSync(join(folder, 'rest', 'runbook', 'zh-TW', 'plan-edgepool.contoso.com.html'), 'utf8');
      expect(chinese).to.contain('刪除含有私密金鑰的檔案').and.not.to.contain('Delete the files with private keys');
    });
  });

  it('begins with the question to the authority where a request waits', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeStates(folder, poolAfter(4), SERVERS);
      const args = ['plan', '--json', '--out', 'rest', '--language', 'en,zh-TW', '--state', ...statesIn(SERVERS)];
      const { status, stdout, stderr } = await rehearseHere(args, folder);
      expect([status, stderr]).to.deep.equal([0, '']);
      expect(JSON.parse(stdout).pools[0].certificate.kind).to.equal('pending');
      const page = readFileSync(join(folder, 'rest', 'runbook', 'plan-edgepool.contoso.com.html'), 'utf8');
      const stages = stagesOn(page).map(({ id }) => id.replace('plan-edgepool-contoso-com-', ''));
      expect(stages.slice(0, 3)).to.deep.equal(['ask-authority', 'submit-request', 'carry-response']);
      expect(page).to.contain('Ask the authority about the request that waits; if it has answered, ');
      expect(page).to.contain('has not answered the request that waits on');
      const chinese = readFileSync(join(folder, 'rest', 'runbook', 'zh-TW', 'plan-edgepool.contoso.com.html'), 'utf8');
      expect(chinese).to.contain('向 CA 查詢等候中的憑證要求').and.not.to.contain('Ask the authority about');
    });
  });

  it('gives a plan with which the next states are compared', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeStates(folder, poolAfter(6), SERVERS);
      expect((await rehearseHere(['init'], folder)).status).to.equal(0);
      const run = (command: string) =>
        execFileSync('bash', ['-c', `"$0" "$1" ${command} || test $? = 1`, process.execPath, MAIN], {
          cwd: folder,
          encoding: 'utf8',
        });
      run(COMMANDS[2] ?? '');
      writeStates(folder, poolAfter(7), SERVERS);
      expect(run(COMMANDS[3] ?? '')).to.equal('edgepool.contoso.com: as the plan predicts after step 1\n');
      writeStates(folder, poolAfter(8), SERVERS);
      const said = run(COMMANDS[3] ?? '');
      expect(said).to.match(/^edgepool\.contoso\.com: not as the plan predicts after step 1\n/);
      expect(said).to.match(
        /edge02\.contoso\.com: certificates for the pool: expected none, found [0-9A-F]{40} with its key\n/,
      );
      const best = await rehearseHere(['check', 'states', '--expect', 'plan.json'], folder);
      expect([best.status, best.stdout]).to.deep.equal([
        0,
        'edgepool.contoso.com: as the plan predicts after step 2\n',
      ]);
      const none = await rehearseHere(['check', 'states', '--expect', 'plan.json', '--after', '99'], folder);
      expect([none.status, none.stderr]).to.deep.equal([
        2,
        'error: the plan of edgepool.contoso.com has 7 steps, and no step 99; give a number from 0 to 7\n',
      ]);
      expect(
        (await rehearseHere(['check', 'states', '--expect', 'states/fe01.contoso.com.json'], folder)).stderr,
      ).to.match(/^error: states\/fe01\.contoso\.com\.json: format: .*; give the output of: rehearse plan --json\n$/);
    });
  });

  it('names the assumption that explains what differs from the plan', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeStates(folder, poolAfter(6), SERVERS);
      const planned = await rehearseHere(['plan', '--json', '--state', ...statesIn(SERVERS)], folder);
      writeFileSync(join(folder, 'plan.json'), planned.stdout);
      const done = poolAfter(8);
      const machine = machineOf(done, 'edge02.contoso.com');
      const keys = machine.keys.map((key) => ({ ...key, exportable: true }));
      writeStates(folder, withMachine(done, { ...machine, keys }), SERVERS);
      const { status, stdout } = await rehearseHere(
        ['check', 'states', '--expect', 'plan.json', '--after', '2'],
        folder,
      );
      expect(status).to.equal(1);
      expect(stdout).to.contain('this would follow from the assumption importWizardMarksExportable: true; ');
    });
  });

  it('names certificates of the states by their real thumbprints', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const deployment = poolAfter(10);
      writeStates(folder, deployment, SERVERS);
      const { status, stdout } = await rehearseHere(['plan', '--json', '--state', ...statesIn(SERVERS)], folder);
      expect(status).to.equal(0);
      const { pools, notChecked } = JSON.parse(stdout);
      const [entry] = deployment.machines.get('edge01.contoso.com')?.stores.LocalMachine.My ?? [];
      expect(pools[0].certificate).to.deep.equal({ kind: 'existing', thumbprint: entry?.certificate.thumbprint });
      expect(pools[0].steps.map(({ stage }: { stage: string }) => stage)).to.deep.equal(
        Array(3).fill('assign-certificate'),
      );
      expect(pools[0].expected[3][0].assigned).to.equal(entry?.certificate.thumbprint);
      expect([notChecked, pools[0].bounded]).to.deep.equal([[], false]);
    });
  });

  it('has nothing to do on a pool that is set up', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeStates(folder, poolAfter(PROCEDURE.length), SERVERS);
      const { status, stdout } = await rehearseHere(['plan', '--state', ...statesIn(SERVERS)], folder);
      expect(status).to.equal(0);
      expect(stdout).to.match(/^edgepool\.contoso\.com: consistent: nothing has to be done\n/);
    });
  });

  it('ends with 1 and what remains if no steps help', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const deployment = poolAfter(6);
      const slow = deployment.machines.get('edge02.contoso.com');
      const machines = slow
        ? deployment.machines.with(slow.fqdn, { ...slow, clockOffset: 3 * 365 * 86_400_000 })
        : deployment.machines;
      writeStates(folder, { ...deployment, machines }, SERVERS);
      const { status, stdout } = await rehearseHere(['plan', '--state', ...statesIn(SERVERS)], folder);
      expect(status).to.equal(1);
      expect(stdout).to.match(/^edgepool\.contoso\.com: no steps of this procedure lead to a consistent pool\n/);
      expect(stdout).to.match(/error {2}\S+ {2}edge02\.contoso\.com: /);
    });
  });

  it('ends with 1 if a server of the pool has no state, and plans no pool without all of them', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeStates(folder, poolAfter(6), SERVERS);
      const { status, stdout } = await rehearseHere(['plan', '--state', ...statesIn(SERVERS.slice(1))], folder);
      expect(status).to.equal(1);
      expect(stdout).to.match(/^not checked {2}edge01\.contoso\.com: give its state too, at least its store My\n/);
    });
  });

  it('ends with 2 for a file that is no state, and without a state', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'bad.json'), '{');
      const bad = await rehearseHere(['plan', '--state', 'bad.json'], folder);
      expect([bad.status, bad.stdout]).to.deep.equal([2, '']);
      expect(bad.stderr).to.match(/^error: bad\.json:1:2: this is not JSON/);
      expect((await rehearseHere(['plan'], folder)).stderr).to.match(
        /^error: there is no state; give those of your servers/,
      );
    });
  });

  it('takes the authorities from the states, and says if they are incomplete', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const deployment = buildDeployment(shippedEnvironment('contoso.yaml'), committedSource(), PRODUCTS[0]);
      writeStates(folder, deployment, SERVERS);
      const { status, stdout } = await rehearseHere(['plan', '--state', ...statesIn(SERVERS.slice(0, 3))], folder);
      expect(status).to.equal(0);
      expect(stdout).to.contain('with a new certificate');
      expect(stdout).to.contain('there is no state of fe01.contoso.com');
    });
  });
});
