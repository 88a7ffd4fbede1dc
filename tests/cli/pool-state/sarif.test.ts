import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import { defaultDeployment } from '../../pool-state/default-deployment';
import { exportState } from '../../pool-state/export-state';
import { inTemporaryFolderAsync } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';

/** The schema of OASIS, as Microsoft's package for tests contains it. */
const SCHEMA = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
);

function validator() {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(SCHEMA);
}

const DEPLOYMENT = defaultDeployment();
const [FIRST = '', SECOND = ''] = [...DEPLOYMENT.servers.keys()].filter((fqdn) => fqdn.startsWith('edge'));

describe('rehearse check --sarif', () => {
  it('writes a log that is valid by the schema of SARIF 2.1.0, and replaces an earlier one', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      mkdirSync(join(folder, 'my states'));
      writeFileSync(join(folder, 'my states', `${FIRST}.json`), JSON.stringify(exportState(DEPLOYMENT, FIRST)));
      writeFileSync(join(folder, 'a.sarif'), 'old');
      const { status, stderr } = await rehearseHere(['check', 'my states', '--sarif', 'a.sarif'], folder);
      expect([status, stderr]).to.deep.equal([1, '']);
      const log = JSON.parse(readFileSync(join(folder, 'a.sarif'), 'utf8'));
      const isValid = validator();
      expect(isValid(log), JSON.stringify(isValid.errors?.slice(0, 3))).to.equal(true);
      const [run] = log.runs;
      const rules: { id: string; help: { text: string } }[] = run.tool.driver.rules;
      expect(rules.map(({ id }) => id)).to.deep.equal(Object.keys(DEPLOYMENT.product.findings.pages));
      for (const { help } of rules) expect(help.text).to.match(/\nFix: ./);
      const [failure] = run.results;
      expect(failure).to.deep.include({ ruleId: 'no-internal-certificate', kind: 'fail', level: 'error' });
      expect(rules[failure.ruleIndex]?.id).to.equal('no-internal-certificate');
      expect(failure.locations).to.deep.equal([
        {
          physicalLocation: { artifactLocation: { uri: `my%20states/${FIRST}.json` } },
          logicalLocations: [{ name: FIRST, fullyQualifiedName: FIRST, kind: 'resource' }],
        },
      ]);
      expect(run.results.filter(({ kind }: { kind: string }) => kind === 'open')).not.to.deep.equal([]);
      expect(JSON.stringify(run.invocations)).to.contain(`not checked: no state tells the certificates of ${SECOND}`);
    });
  });

  it('names the certificate of a finding', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const state = exportState(DEPLOYMENT, FIRST);
      const root = state.stores.find(({ location, store }) => location === 'LocalMachine' && store === 'Root');
      const certificates = root?.certificates ?? [];
      const moved = state.stores.map((one) =>
        one.location === 'CurrentUser' && one.store === 'Root'
          ? { ...one, certificates }
          : { ...one, certificates: [] },
      );
      writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...state, stores: moved }));
      await rehearseHere(['check', 'a.json', '--sarif', 'a.sarif'], folder);
      const [run] = JSON.parse(readFileSync(join(folder, 'a.sarif'), 'utf8')).runs;
      const astray = run.results.find(
        ({ ruleId, kind }: Record<string, string>) => ruleId === 'wrong-store' && kind === 'fail',
      );
      expect(astray.locations[0].logicalLocations[1].fullyQualifiedName).to.match(
        new RegExp(`^${FIRST}/[0-9A-F]{40}$`),
      );
    });
  });

  it('ends with 2 for a folder, and without the folder above', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'a.json'), JSON.stringify(exportState(DEPLOYMENT, FIRST)));
      const errorOf = async (file: string) => {
        const { status, stdout, stderr } = await rehearseHere(['check', 'a.json', '--sarif', file], folder);
        expect([status, stdout]).to.deep.equal([2, '']);
        return stderr;
      };
      expect(await errorOf('.')).to.equal('error: --sarif .: this is a folder; give the name of a file\n');
      expect(await errorOf('none/a.sarif')).to.match(/^error: --sarif none\/a\.sarif: there is no folder none; /);
    });
  });
});
