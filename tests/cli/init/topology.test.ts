import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { environmentOfTopology } from '../../../src/cli/commands/init-topology';
import { readTopologyText } from '../../../src/cli/input/topology-text';
import { cachedChecker } from '../../../src/exploration/checker';
import { runOf } from '../../../src/exploration/operation-run';
import { InputError } from '../../../src/input-error';
import { committedSource } from '../../../src/package/rehearsal-keys';
import { SYSTEM } from '../../../src/products/lync-server-2013/exploration/system';
import { PRODUCTS } from '../../../src/products/products';
import { machineOf } from '../../../src/windows/machine';
import { buildDeployment } from '../../../src/world/build-deployment';
import { readEnvironment } from '../../../src/world/environment-file/read-environment';
import { assignmentText, certutilText } from '../../pool-state/certutil-text';
import { exportState } from '../../pool-state/export-state';
import {
  BUILDER,
  DOCUMENT_SET,
  ENCODINGS,
  TOPOLOGY,
  type ZipEntry,
  zipOf,
} from '../../products/lync-server-2013/topology-file/topology-samples';
import { fc } from '../../support/properties';
import { inTemporaryFolderAsync, MAIN } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';
import { ROOT } from '../../support/root';

const SET: ZipEntry = { name: 'DocItemSet.xml', content: Buffer.from(DOCUMENT_SET) };

/** What `rehearse init --topology` says about these bytes, and the file that it writes. */
async function initialized(folder: string, bytes: Uint8Array, ...more: readonly string[]) {
  writeFileSync(join(folder, 'topology'), bytes);
  const ran = await rehearseHere(['init', 'pool.yaml', '--topology', 'topology', ...more], folder);
  const wrote = readdirSync(folder).includes('pool.yaml');
  return { ...ran, text: wrote ? readFileSync(join(folder, 'pool.yaml'), 'utf8') : null };
}

/** The same file without the names of the topology file in comments. */
function values(text: string | null): unknown {
  return text && readEnvironment(text, 'pool.yaml', PRODUCTS);
}

describe('rehearse init --topology', () => {
  it('reads each encoding and form of a topology', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const expected = values((await initialized(folder, Buffer.from(TOPOLOGY))).text);
      expect(expected).to.have.nested.property('frontEndPool', 'fepool.fabrikam.com');
      const forms = [
        ...Object.values(ENCODINGS).map((encode) => encode(TOPOLOGY)),
        zipOf({ ...SET, name: '[Content_Types].xml' }, SET),
      ];
      for (const [index, bytes] of forms.entries()) {
        const inside = join(folder, String(index));
        mkdirSync(inside);
        const { status, stderr, text } = await initialized(inside, bytes);
        expect([status, stderr]).to.deep.equal([0, '']);
        expect(values(text)).to.deep.equal(expected);
      }
    });
  });

  it('takes clock, Windows, subject and authorities from states', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const { text: first } = await initialized(folder, Buffer.from(TOPOLOGY));
      const changed = (first ?? '')
        .replace('kind: enterprise', 'kind: standalone')
        .replace(/ {2}templates:[\s\S]*?(?=\naccounts)/, '')
        .replaceAll('windows: 2012 R2', 'windows: 2016')
        .replace('Fabrikam Issuing CA', 'Perimeter Authority 7');
      const real = buildDeployment(readEnvironment(changed, 'real.yaml', PRODUCTS), committedSource(), PRODUCTS[0]);
      const [server = ''] = real.pools[0]?.servers ?? [];
      const names = [server, real.environment.internalServer.fqdn];
      for (const name of names) writeFileSync(join(folder, `${name}.json`), JSON.stringify(exportState(real, name)));
      const inside = join(folder, 'again');
      mkdirSync(inside);
      const states = names.map((name) => join('..', `${name}.json`));
      const { status, stderr, text } = await initialized(inside, Buffer.from(TOPOLOGY), '--state', ...states);
      expect([status, stderr]).to.deep.equal([0, '']);
      const found = readEnvironment(text ?? '', 'pool.yaml', PRODUCTS);
      expect(found.pki.authorities.map(({ name }) => name)).to.deep.equal([
        'Fabrikam Root CA',
        'Perimeter Authority 7',
      ]);
      expect(found.pki.kind).to.equal('standalone');
      expect(found.clock).to.equal(real.environment.clock);
      expect(found.internalServer.windows).to.equal('2016');
      expect(text).to.match(/windows: "?2016"? # read: the state of edge01\.fabrikam\.com\n/);
      expect(text).to.match(
        /name: Perimeter Authority 7 # read: the state of fe01\.fabrikam\.com, certificate [0-9A-F]{40}\n/,
      );
    });
  });

  it('takes what pasted texts and certificates in folders say', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const topology = join(folder, 'topology.xml');
      writeFileSync(topology, TOPOLOGY);
      const first = readEnvironment(await environmentOfTopology(topology, []), 'first.yaml', PRODUCTS);
      const named = { ...first.organization, unit: 'Perimeter' };
      const [root, issuing] = first.pki.authorities;
      if (!root || !issuing) throw new Error('the draft has no authorities');
      const authorities = [root, { ...issuing, name: 'Perimeter Authority 7' }];
      const real = { ...first, organization: named, pki: { ...first.pki, authorities } };
      const start = buildDeployment(real, committedSource(), PRODUCTS[0]);
      const { steps } = runOf(cachedChecker(SYSTEM), start, [{ kind: 'set-up' }]);
      const deployment = steps.at(-1)?.after.console.deployment ?? start;
      const [server = ''] = deployment.pools[0]?.servers ?? [];
      mkdirSync(join(folder, 'pasted', server), { recursive: true });
      const pasted = `${certutilText(deployment, server, { language: 'zh-TW', verbose: true })}\n${assignmentText(deployment, server)}`;
      writeFileSync(join(folder, 'pasted', server, 'all.txt'), pasted);
      const texts = await environmentOfTopology(topology, [join(folder, 'pasted')]);
      const fromTexts = readEnvironment(texts, 'texts.yaml', PRODUCTS);
      expect(fromTexts.organization.unit).to.equal('Perimeter');
      expect(fromTexts.pki.authorities.map(({ name }) => name)).to.deep.equal([root.name, 'Perimeter Authority 7']);
      expect(texts).not.to.match(/template: .* # read: /);
      const [entry] = machineOf(deployment, server).stores.LocalMachine.My;
      writeFileSync(join(folder, 'pasted', 'own.cer'), entry?.certificate.der ?? '');
      expect(await environmentOfTopology(topology, [join(folder, 'pasted')])).to.match(/template: WebServer # read: /);
      const elsewhere = `other.example=${join(folder, 'pasted', server, 'all.txt')}`;
      const error = await environmentOfTopology(topology, [elsewhere]).catch((one: unknown) => one);
      expect(error).to.be.instanceOf(InputError);
      expect(String(error)).to.match(
        /all\.txt: the topology has no server other\.example; have .*; give the states of/,
      );
    });
  });

  it('gives an environment in which every scenario of the package holds', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      expect((await initialized(folder, Buffer.from(BUILDER))).status).to.equal(0);
      const { status, stdout, stderr } = await rehearseHere(['run', '--environment', 'pool.yaml', '--json'], folder);
      expect(stderr).not.to.contain('failed');
      expect(status).to.equal(0);
      expect(JSON.parse(stdout).scenarios).to.deep.include({ failed: 0 });
    });
  });
});

describe('A damaged .zip file', () => {
  it('is read or refused, wherever its bytes are changed', async () => {
    const whole = zipOf(SET);
    const counts = { read: 0, refused: 0 };
    await inTemporaryFolderAsync(async (folder) => {
      const file = join(folder, 'topology.zip');
      const places = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
      const tried = async (changes: readonly (readonly [number, number])[]) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        writeFileSync(file, bytes);
        try {
          expect((await readTopologyText(file)).text).to.equal(DOCUMENT_SET);
          counts.read += 1;
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          counts.refused += 1;
        }
      };
      await fc.assert(fc.asyncProperty(places, tried), { numRuns: 500 });
    });
    expect(counts.read, 'read').to.be.greaterThan(5);
    expect(counts.refused, 'refused').to.be.greaterThan(200);
  });
});

describe('The instructions about a topology', () => {
  it('work as they are written', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'topology.xml'), ENCODINGS['UTF-16LE']?.(TOPOLOGY) ?? '');
      expect((await rehearseHere(['init', 'first.yaml', '--topology', 'topology.xml'], folder)).status).to.equal(0);
      const first = readEnvironment(readFileSync(join(folder, 'first.yaml'), 'utf8'), 'first.yaml', PRODUCTS);
      const real = buildDeployment(first, committedSource(), PRODUCTS[0]);
      mkdirSync(join(folder, 'states'));
      for (const server of real.servers.keys())
        writeFileSync(join(folder, 'states', `${server}.json`), JSON.stringify(exportState(real, server)));
      const how = readFileSync(join(ROOT, 'docs', 'how-to', 'environment-from-a-topology.md'), 'utf8');
      const commands = [...how.matchAll(/```sh\nnpx rehearse (.*)\n```/g)].map(([, command = '']) => command);
      for (const command of commands) {
        execFileSync('bash', ['-c', `"$0" "$1" ${command}`, process.execPath, MAIN], { cwd: folder, stdio: 'pipe' });
      }
      expect(commands).to.have.lengthOf(3);
      expect(readFileSync(join(folder, 'with-states.yaml'), 'utf8')).not.to.contain(
        'assumed: a topology does not contain the version',
      );
    });
  });
});

describe('A topology file that rehearse init refuses', () => {
  const bomb: ZipEntry = { name: SET.name, content: Buffer.alloc(65 * 1024 * 1024) };
  for (const [name, bytes, said] of [
    ['another document', Buffer.from('<a/>'), /^error: topology:1:1: found <a> without a topology, accepted: /],
    [
      'a name that no server can have',
      Buffer.from(TOPOLOGY.replaceAll('edge02.fabrikam.com', 'edge 02')),
      /^error: topology:30:7: sites\[0\]\.pools\[0\]\.servers\[1\]\.fqdn: found "edge 02", accepted: /,
    ],
    [
      'a .zip file without the document',
      zipOf({ ...SET, name: 'other.xml' }),
      /^error: topology: there is no DocItemSet\.xml in it; /,
    ],
    ['a .zip file that is cut off', zipOf(SET).subarray(0, 400), /^error: topology: this \.zip file is damaged \(/],
    [
      'a .zip file that unpacks to too much',
      zipOf(bomb),
      /^error: topology: DocItemSet\.xml: it has \d+ bytes, accepted: at most \d+/,
    ],
    [
      'a .zip file that unpacks to more than it says',
      zipOf({ ...bomb, size: 1000 }),
      /^error: topology: this \.zip file is damaged \(too many bytes/,
    ],
    [
      'a .zip file with a wrong checksum',
      zipOf({ ...SET, checksum: 1 }),
      /^error: topology: DocItemSet\.xml is damaged \(its checksum is wrong\)/,
    ],
  ] as const) {
    it(`ends with 2 and writes nothing: ${name}`, async () => {
      await inTemporaryFolderAsync(async (folder) => {
        const { status, stdout, stderr, text } = await initialized(folder, bytes);
        expect([status, stdout, text]).to.deep.equal([2, '', null]);
        expect(stderr).to.match(said);
        expect(readdirSync(folder)).to.deep.equal(['topology']);
      });
    });
  }

  it('is one that is not there, or states without a topology', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const none = await rehearseHere(['init', '--topology', 'none.xml'], folder);
      expect([none.status, none.stderr]).to.deep.equal([
        2,
        'error: there is no topology none.xml; export one with: (Get-CsTopology -AsXml) > topology.xml\n',
      ]);
      const alone = await rehearseHere(['init', '--state', 'a.json'], folder);
      expect(alone.status).to.equal(2);
      expect(alone.stderr).to.match(/^error: --state adds to a topology; /);
    });
  });
});
