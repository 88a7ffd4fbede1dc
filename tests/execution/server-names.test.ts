import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ORDINALS } from '../../src/ordinals';
import { DEFAULT_ENVIRONMENT } from '../../src/package/folder';
import { ValueMap } from '../../src/value-map';
import { withPools } from '../../src/world/pool-plan';
import { serverCalled } from '../../steps/support/phrases/server-names';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

const ENGLISH = `Feature: Own names
  Prose.

  Rule: A server has any name
    Example: By its host name
      When PERIMETER-west trusts the issuing authority
      Then Perimeter-West.contoso.com trusts the root of the issuing authority
      And front trusts the root of the issuing authority
      And edge02 does not trust the root of the issuing authority

    Example: By its position
      Given a pool of 5 Edge Servers behind a load balancer
      When the fifth Edge Server trusts the issuing authority
      Then the fifth Edge Server trusts the root of the issuing authority
      And the fourth Edge Server does not trust the root of the issuing authority
`;

const CHINESE = `# language: zh-TW
功能: 自訂名稱
  說明。

  場景: 依位置
    假如 一個位於負載平衡器後方、有 5 部 Edge Server 的集區
    當 第 5 部 Edge Server 信任發行 CA
    那麼 edge05 信任發行 CA 的根憑證
    而且 第 4 部 Edge Server 不信任發行 CA 的根憑證
`;

const CONTOSO = environmentOf({});
const HOSTS = { server: 'edge', pool: 'edgepool' };
/** A pool as large as pools can be, and two others. */
const LARGE = deploymentOf(
  withPools(
    CONTOSO,
    [64, 4, 2].map((servers) => ({ site: 'A', loadBalancer: 'dns' as const, servers })),
    HOSTS,
  ),
  {},
);

describe('Servers in steps', () => {
  it('are named by their position, up to the last server of the largest pool', () => {
    const [pool] = LARGE.pools;
    const named = ORDINALS.map((ordinal) => serverCalled(LARGE, `the ${ordinal} Edge Server`));
    expect(named).to.deep.equal(pool?.servers);
    expect(named).to.have.lengthOf(64);
    expect(serverCalled(LARGE, 'the fourth Edge Server of the second pool')).to.equal(LARGE.pools[1]?.servers[3]);
    expect(serverCalled(LARGE, 'the second Edge Server of the third pool')).to.equal(LARGE.pools[2]?.servers[1]);
  });

  it('are named by FQDN or host name, in any case', () => {
    for (const fqdn of LARGE.machines.keys())
      for (const name of [fqdn, fqdn.toUpperCase(), fqdn.split('.')[0] ?? '', fqdn.split('.')[0]?.toUpperCase() ?? ''])
        expect(serverCalled(LARGE, name), name).to.equal(fqdn);
  });

  it('that do not exist are refused with those that do', () => {
    const contoso = deploymentOf(CONTOSO, {});
    expect(() => serverCalled(contoso, 'edge09')).to.throw(/there is no server edge09; have .*edge01\.contoso\.com/);
    expect(() => serverCalled(contoso, 'the fourth Edge Server')).to.throw(/the pool has edge01.*edge03/);
    expect(() => serverCalled(contoso, 'the first Edge Server of the fourth pool')).to.throw(/no fourth pool here/);
  });

  it('are named by FQDN if the host name is ambiguous', () => {
    const [first, second] = ['Edge.a.example.com', 'edge.b.example.com'];
    const machines = ValueMap.of(
      [first, second].flatMap((fqdn) => [...LARGE.machines].slice(0, 1).map(([, m]) => [fqdn ?? '', m] as const)),
    );
    const two = { ...LARGE, machines };
    expect(() => serverCalled(two, 'EDGE')).to.throw(
      /EDGE is the host name of Edge\.a.* and edge\.b.*; write the FQDN/,
    );
    expect(serverCalled(two, 'edge.B.example.com')).to.equal(second);
  });

  it('may have any name, in English and in Chinese features', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const environment = join(folder, 'own.yaml');
      const shipped = readFileSync(DEFAULT_ENVIRONMENT, 'utf8');
      writeFileSync(environment, shipped.replace('fqdn: edge01.', 'fqdn: Perimeter-West.').replaceAll('fe01', 'front'));
      writeFileSync(join(folder, 'english.feature'), ENGLISH);
      writeFileSync(join(folder, 'chinese.feature'), CHINESE);
      const args = ['run', 'english.feature', 'chinese.feature', '--environment', environment, '--json'];
      const { status, stdout, stderr } = await rehearseHere(args, folder);
      expect(status, stderr).to.equal(0);
      expect(JSON.parse(stdout).scenarios).to.deep.include({ passed: 3, failed: 0 });
    });
  });
});
