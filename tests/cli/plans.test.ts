import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { ROOT } from '../support/root';
import { sharedRun } from '../support/shared-run';

const POOLS = ['edgepool.contoso.com', 'dub-edge01.contoso.com'];
const FURTHER = 'The external certificate';
const INTERNAL_EDGE = join(ROOT, 'features', 'internal-edge');
const STANDALONE = join(ROOT, 'environments', 'standalone-ca.yaml');

describe('The plans of a run', () => {
  it('are written as features, have a page each, and are in --json', () => {
    const { out, stdout } = sharedRun();
    const names = POOLS.flatMap((pool) => [pool, `external-${pool}`]);
    expect(readdirSync(join(out, 'plans'))).to.have.members(names.map((name) => `${name}.feature`));
    const { plans } = JSON.parse(stdout);
    expect(plans.map((plan: Record<string, string>) => [plan.pool, plan.title, plan.state, plan.page])).to.deep.equal(
      POOLS.flatMap((pool) => [
        [pool, undefined, 'verified', join(out, 'runbook', `plan-${pool}.html`)],
        [pool, FURTHER, 'verified', join(out, 'runbook', `plan-external-${pool}.html`)],
      ]),
    );
    for (const { page, steps } of plans) expect(readFileSync(page, 'utf8')).to.include(`${steps} steps`);
  });

  it('can be run again by themselves', async () => {
    const file = join(sharedRun().out, 'plans', `${POOLS[0]}.feature`);
    await inTemporaryFolderAsync(async (out) => {
      const { status, stdout, stderr } = await rehearseHere(['run', file, '--json', '--out', out]);
      expect(status, stderr).to.equal(0);
      const { scenarios, plans } = JSON.parse(stdout);
      expect(scenarios.passed).to.equal(3);
      expect(plans.map(({ pool }: { pool: string }) => pool)).to.deep.equal([POOLS[0]]);
    });
  });

  it('are left out of a run of some procedures', async () => {
    await inTemporaryFolderAsync(async (out) => {
      const feature = join(ROOT, 'features', 'internal-edge', '05-submit-the-request.feature');
      const { status, stdout, stderr } = await rehearseHere(['run', feature, '--json', '--out', out]);
      expect(status, stderr).to.equal(0);
      expect(JSON.parse(stdout).plans).to.deep.equal([]);
      expect(readdirSync(out)).not.to.include('plans');
    });
  });

  it('are run with a folder that has all procedures, in several processes', async () => {
    await inTemporaryFolderAsync(async (out) => {
      const folder = join(ROOT, 'features', 'internal-edge');
      const options = ['--tags', '@plan', '--parallel', '2', '--environment', STANDALONE];
      const { status, stdout, stderr } = await rehearseHere(['run', folder, ...options, '--json', '--out', out]);
      expect(status, stderr).to.equal(0);
      expect(JSON.parse(stdout).plans).to.have.lengthOf(2);
    });
  });

  it('fail as a whole when one choice fails, whatever else was executed', async () => {
    const file = join(sharedRun().out, 'plans', `${POOLS[0]}.feature`);
    await inTemporaryFolderAsync(async (out) => {
      const broken = join(out, 'broken.feature');
      const text = readFileSync(file, 'utf8');
      const at = text.lastIndexOf('And the operator types the command:');
      writeFileSync(broken, `${text.slice(0, at)}And the operator runs "Nothing"\n    ${text.slice(at)}`);
      const { status, stdout } = await rehearseHere(['run', broken, '--json', '--out', join(out, 'reports')]);
      expect(status).to.equal(1);
      const { scenarios, plans } = JSON.parse(stdout);
      expect(scenarios).to.deep.include({ passed: 2, failed: 1 });
      expect(plans.map(({ state }: { state: string }) => state)).to.deep.equal(['failing']);
    });
  });

  it('are not verified while one choice was not executed', async () => {
    await inTemporaryFolderAsync(async (out) => {
      const { stdout } = await rehearseHere([
        'run',
        '--tags',
        '@plan and not @choice and not @plan-external',
        '--json',
        '--out',
        out,
      ]);
      const { plans } = JSON.parse(stdout);
      expect(plans.map(({ pool }: { pool: string }) => pool)).to.deep.equal(POOLS.flatMap((pool) => [pool, pool]));
      expect(new Set(plans.map(({ state }: { state: string }) => state))).to.deep.equal(new Set(['not-run']));
    });
  });

  it('are run again with --only-stale when the environment has another pool, and only then', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const environment = join(folder, 'environment.yaml');
      const out = join(folder, 'reports');
      const mine = join(folder, 'mine');
      cpSync(INTERNAL_EDGE, mine, { recursive: true, filter: (path) => !/(failures|defects)$/.test(path) });
      const run = () => rehearseHere(['run', mine, '--environment', environment, '--only-stale', '--out', out]);
      writeFileSync(environment, readFileSync(STANDALONE));
      expect((await run()).status).to.equal(0);
      expect((await run()).stdout).to.include('nothing is stale');
      writeFileSync(
        environment,
        readFileSync(STANDALONE, 'utf8').replaceAll('edgepool.fabrikam.com', 'other.fabrikam.com'),
      );
      const { status, stdout } = await run();
      expect(status, stdout).to.equal(0);
      expect(stdout).to.include('plan       other.fabrikam.com: verified').and.not.include('edgepool.fabrikam.com');
      const names = ['external-other.fabrikam.com', 'other.fabrikam.com'];
      expect(readdirSync(join(out, 'plans'))).to.deep.equal(names.map((name) => `${name}.feature`));
    });
  });
});
