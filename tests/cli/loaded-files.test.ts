import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { catalogue } from '../../src/package/catalogue';
import type { CurrentInputs } from '../../src/recording/staleness/staleness';
import { upToDateFeatures } from '../../src/recording/staleness/up-to-date';
import { translatedFeature } from '../support/feature-text';
import { ROOT } from '../support/root';
import { procedureFeatures } from '../support/source-tree';

const COPIED = [
  'dist/src',
  'dist/steps',
  'dist/languages',
  'environments',
  'features',
  'keys',
  'source',
  'package.json',
];
const ENVIRONMENT = 'environments/contoso.yaml';

/** A result depends on features outside its run only by the sentences that their procedures cite. */
const CITATION = '\n@procedure\n# source: 99999-001\n';

/** What the test needs of the copy's own programs. */
interface Copy {
  readonly fingerprints: typeof import('../../src/cli/fingerprints/fingerprints');
  readonly programs: typeof import('../../src/cli/fingerprints/program-files');
}

describe('Everything that scenarios load', () => {
  const root = copiedPackage();
  after(() => rmSync(root, { recursive: true }));
  const { fingerprints, programs }: Copy = {
    fingerprints: require(join(root, 'dist', 'src', 'cli', 'fingerprints', 'fingerprints.js')),
    programs: require(join(root, 'dist', 'src', 'cli', 'fingerprints', 'program-files.js')),
  };
  const features = [...procedureFeatures(root).slice(0, 3), chineseFeature(root)];
  const recorded = fingerprints.fingerprintsOf(join(root, ENVIRONMENT), true);
  const { envelopes, loaded } = listLoaded(root, JSON.stringify(recorded), features);

  const isOutsideRun = (file: string): boolean => file.endsWith('.feature') && !features.includes(file);

  /** The present state of the copy; digests are computed again at each call. */
  const current = (): CurrentInputs => ({
    ...fingerprints.currentInputs(join(root, ENVIRONMENT), [root]),
    ...programs.programDigests(),
  });
  const fresh = (): readonly string[] => [...upToDateFeatures(envelopes, current())].sort();

  it('is the steps, the simulation, keys, package.json, languages, features and the environment', () => {
    expect(fresh()).to.deep.equal([...features].sort());
    for (const part of [
      'dist/steps/',
      'dist/src/x509/',
      'dist/src/evidence/',
      'dist/languages/',
      'keys/',
      'package.json',
    ])
      expect(
        loaded.filter((file) => file.startsWith(part)),
        part,
      ).not.to.have.lengthOf(0);
    expect(loaded.filter((file) => /^dist\/src\/(runbook|recording|cli)\//.test(file))).to.deep.equal([]);
  });

  it('makes results stale when it changes, each file by itself', () => {
    const forgotten = loaded.filter((file) => {
      const before = readFileSync(join(root, file));
      appendFileSync(join(root, file), isOutsideRun(file) ? CITATION : '\n');
      const stillFresh = fresh();
      writeFileSync(join(root, file), before);
      return features.includes(file) ? stillFresh.includes(file) : stillFresh.length > 0;
    });
    expect(forgotten).to.deep.equal([]);
    expect(fresh()).to.deep.equal([...features].sort());
  });

  it('does not include the files that only read results', () => {
    for (const room of ['runbook', 'cli', 'recording']) {
      const added = join(root, 'dist', 'src', room, 'added.js');
      writeFileSync(added, '');
      expect(fresh(), room).to.deep.equal([...features].sort());
      rmSync(added);
    }
  });
});

/** A copy of the package, with the same dependencies. */
function copiedPackage(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'package-copy-')));
  for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(root, 'node_modules'));
  return root;
}

/** Adds a feature in Chinese, so that its sentences are loaded too. Returns its address. */
function chineseFeature(root: string): string {
  const [first = ''] = procedureFeatures(root);
  const address = 'features/internal-edge/chinese.feature';
  const text = translatedFeature(readFileSync(join(root, first), 'utf8'), catalogue('zh-TW'), 'zh-TW');
  writeFileSync(join(root, address), text);
  return address;
}

function listLoaded(
  root: string,
  fingerprints: string,
  features: readonly string[],
): { readonly envelopes: readonly Envelope[]; readonly loaded: readonly string[] } {
  const output = join(root, 'loaded.json');
  const program = join(ROOT, 'tests', 'cli', 'list-loaded.cjs');
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, root, output, fingerprints, ...features.map((feature) => join(root, feature))],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  expect(status, stderr).to.equal(0);
  const { envelopes, loaded } = JSON.parse(readFileSync(output, 'utf8'));
  return { envelopes, loaded: loaded.filter((file: string) => !file.startsWith('node_modules/')) };
}
