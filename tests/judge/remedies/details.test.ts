import { test } from 'node:test';
import { expect } from 'chai';
import { currentGeneration } from '../../../src/adcs/authority';
import type { Finding } from '../../../src/judge/finding';
import { judgePool } from '../../../src/judge/judge';
import { detailOf } from '../../../src/products/lync-server-2013/judge/detail';
import { type Deployment, firstPool } from '../../../src/world/deployment';
import { missing, rootAuthority } from '../authority-changes';
import { all, presenting, seeing } from '../changes';
import { FIRST, FRONT, inOrderBut, POOL_SERVERS, SECOND } from '../situation';
import { REMEDIES } from './remedies';

/** What the findings say: each parameter is there, and names what is at fault. */

function detailsOf(deployment: Deployment, code: string): readonly string[] {
  const findings = judgePool(deployment, firstPool(deployment)).filter((one) => one.code === code);
  return findings.map((one) => `${one.server}: ${detailOf(one)}`);
}

for (const [name, { broken, ahead = 0 }] of Object.entries(REMEDIES)) {
  test(`the findings about ${name} have all their parameters`, () => {
    const deployment = inOrderBut(broken).deployment();
    const details = judgePool(deployment, firstPool(deployment), ahead).map(detailOf);
    expect(details.length).to.be.greaterThan(0);
    expect(details.filter((detail) => /\{\w+\}|undefined/.test(detail))).to.deep.equal([]);
  });
}

test('a file with private keys on a medium is found where the medium is connected', () => {
  const left = inOrderBut(REMEDIES['pfx-left-behind']?.broken ?? ((d) => d)).deployment();
  const [file] = [...left.machines.values()]
    .flatMap(({ disk }) => [...disk.files.values()])
    .filter(({ path }) => /\.pfx$/i.test(path));
  if (!file) throw new Error('no .pfx file was left');
  const clean = inOrderBut().deployment();
  const path = 'E:\\edge.pfx';
  const disk = { files: new Map([[path.toLowerCase(), { ...file, path }]]), folders: new Set(['e:']) };
  const connected = (pluggedInto: string | null) => ({ ...clean, media: [{ drive: 'E:', pluggedInto, disk }] });
  expect(detailsOf(connected(SECOND), 'pfx-left-behind')).to.deep.equal([
    `${SECOND}: the file E:\\edge.pfx holds a private key`,
  ]);
  expect(detailsOf(connected(FIRST), 'pfx-left-behind')).to.deep.equal([
    `${FIRST}: the file E:\\edge.pfx holds a private key`,
  ]);
  for (const elsewhere of [null, FRONT]) expect(detailsOf(connected(elsewhere), 'pfx-left-behind')).to.deep.equal([]);
});

/** What a finding says about the certificate at fault, its dates, and the clock that it is held against. */
const AT_FAULT: Readonly<Record<string, RegExp>> = {
  'expired/certificate': / from \S+Z to \S+Z; the clock of the server says \S+Z$/,
  'wrong-usage/authority': /: Contoso Issuing CA \(thumbprint [0-9A-F]{40}\) is for clientAuth$/,
  'expired/authority': /: Contoso Issuing CA .* from \S+Z to \S+Z; the clock of the server says \S+Z$/,
  'peer-not-trusted/dates-of-server':
    /^fe01\.contoso\.com .* at edgepool\S+ .* to \S+Z; the clock of fe01\S+ says 2016\S+Z$/,
  'peer-not-trusted/dates-of-peer':
    / fe01\.contoso\.com: .* at fepool\S+ .* to \S+Z; the clock of this server says 2013\S+Z$/,
  'peer-not-trusted/path-of-server': / at Contoso Issuing CA .* to \S+Z; the clock of fe01\S+ says \S+Z$/,
  'not-trusted-on-internet/dates': / find expired at .* from \S+Z to \S+Z$/,
};

for (const [name, expected] of Object.entries(AT_FAULT)) {
  test(`the finding ${name} says which certificate is at fault`, () => {
    const { broken } = REMEDIES[name] ?? {};
    if (!broken) throw new Error(`there is no situation for ${name}`);
    const deployment = inOrderBut(broken).deployment();
    const [code, cause] = name.split('/');
    const findings = judgePool(deployment, firstPool(deployment)).filter((one) => one.code === code);
    expect(findings.find((one) => one.cause === cause)).to.satisfy((one?: Finding) =>
      expected.test(one ? detailOf(one) : ''),
    );
  });
}

test('a peer that has no issuer of the certificate itself is told about no further certificate', () => {
  const broken = seeing((d) => {
    const root = currentGeneration(rootAuthority(d));
    return all(...POOL_SERVERS.map((fqdn) => presenting(fqdn, {}, root)), missing('root', FRONT));
  });
  const details = detailsOf(inOrderBut(broken).deployment(), 'peer-not-trusted');
  expect(details).to.have.lengthOf(2);
  for (const detail of details)
    expect(detail).to.match(/: fe01\.contoso\.com does not accept Edge Internal, thumbprint \w+: chain-incomplete$/);
});
