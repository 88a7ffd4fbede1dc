import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { committedSource } from '../../src/package/rehearsal-keys';
import { LYNC_SERVER_2013 } from '../../src/products/lync-server-2013/product';
import { failingStep, failingSteps } from '../../src/products/lync-server-2013/tasks/procedure-check';
import { PRODUCTS } from '../../src/products/products';
import { machineOf, withMachine } from '../../src/windows/machine';
import { buildDeployment } from '../../src/world/build-deployment';
import type { Path } from '../../src/world/environment-file/environment-document';
import { EnvironmentError } from '../../src/world/environment-file/environment-error';
import { readEnvironment } from '../../src/world/environment-file/read-environment';
import { withValue } from '../support/environment-variants';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { CONTOSO, SHIPPED, shipped } from '../world/environment-texts';

/** Values that are accepted or rejected; never one that makes the procedure end in a bug. */

const EXPIRED = CONTOSO.replace(
  'validityYears: 20',
  'validityYears: 20\n      validFrom: 2002-01-01T00:00:00Z',
).replace('validityYears: 10\n      host', 'validityYears: 10\n      validFrom: 2003-01-01T00:00:00Z\n      host');

describe('an environment in which the procedure fails', () => {
  for (const json of [false, true]) {
    it(`is told as one failure with its step${json ? ', in JSON' : ''}`, async () => {
      await inTemporaryFolderAsync(async (folder) => {
        writeFileSync(join(folder, 'mine.yaml'), EXPIRED);
        const args = ['run', '--environment', 'mine.yaml', ...(json ? ['--json'] : [])];
        const { status, stdout, stderr } = await rehearseHere(args, folder);
        expect(status, stderr).to.equal(1);
        const said = json ? stderr : stdout;
        expect(said).to.match(
          /^procedure {2}fails at step 6 of 6: assign the certificate\non {9}edgepool\.contoso\.com\nbecause {4}edge01\.contoso\.com: /m,
        );
        expect(said).to.match(/^findings {3}.*expired/m);
        if (json) expect(JSON.parse(stdout).procedure.step).to.equal(6);
        expect(said).to.match(/^not run {4}every scenario that is no procedure, .*\nrunbook {4}/m);
        const index = readFileSync(join(folder, 'reports', 'runbook', 'index.html'), 'utf8');
        expect(index).to.match(/problems? (was|were) found in/);
        expect(index).to.contain('Do not follow the marked steps');
      });
    });
  }
});

describe('The check of the whole procedure', () => {
  const built = buildDeployment(
    readEnvironment(CONTOSO, 'contoso.yaml', PRODUCTS),
    committedSource(),
    LYNC_SERVER_2013,
  );
  const [first, second] = built.pools;

  it('covers every pool: one that fails is named, whichever it is', () => {
    expect(failingSteps(built)).to.deep.equal([]);
    for (const pool of [first, second]) {
      const server = pool?.servers[0] ?? '';
      const locked = withMachine(built, { ...machineOf(built, server), accounts: [] });
      expect(failingSteps(locked).map((failing) => failing.pool)).to.deep.equal([pool?.fqdn]);
    }
  });
});

describe('every value of a shipped environment, changed', () => {
  for (const name of SHIPPED) {
    it(`${name}: is rejected, or the procedure succeeds, or it fails at one step`, () => {
      const environment = readEnvironment(shipped(name), name, PRODUCTS);
      const tried = leavesOf(environment).flatMap(([path, value]) =>
        othersFor(value).map((other) => [path.join('.'), outcomeOf(withValue(environment, path, other))] as const),
      );
      const outcomes = new Set(tried.map(([, outcome]) => outcome.replace(/\d+$/, 'n')));
      expect([...outcomes]).to.include.members(['rejected', 'succeeds']);
      for (const [path, outcome] of tried) expect(outcome, path).to.match(/^(rejected|succeeds|fails at step \d)$/);
    });
  }

  it('leaves none out: the procedure of each shipped environment succeeds as it is', () => {
    for (const name of SHIPPED)
      expect(outcomeOf(readEnvironment(shipped(name), name, PRODUCTS)), name).to.equal('succeeds');
  });
});

/** Another value of each kind that occurs: a flag, a number, a name, a path, a list of groups. */
function othersFor(value: unknown): readonly unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [1, 1024, 4096, 16_384];
  if (Array.isArray(value)) return [[], ['Other Group']];
  return [
    'other',
    'other.fabrikam.example',
    'FABRIKAM\\other',
    'F:\\other\\file.x',
    '2003-01-01T00:00:00Z',
    '10.0.0.1',
  ];
}

function leavesOf(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  if (Array.isArray(value) && typeof value[0] !== 'object') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

function outcomeOf(contents: unknown): string {
  try {
    // JSON is YAML, and is read and written faster
    const environment = readEnvironment(JSON.stringify(contents, null, 2), 'rehearsal.yaml', PRODUCTS);
    const failing = failingStep(buildDeployment(environment, committedSource(), LYNC_SERVER_2013));
    return failing ? `fails at step ${failing.step}` : 'succeeds';
  } catch (error) {
    if (error instanceof EnvironmentError) return 'rejected';
    return error instanceof Error ? `${error.name}: ${error.message}` : 'bug';
  }
}
