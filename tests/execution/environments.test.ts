import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { failuresIn } from '../../src/cli/output/failures';
import { recordingOf } from '../../src/recording/recording';
import { type EnvironmentVariant, SHIPPED, variantsOf } from '../support/environment-variants';
import { FEATURES, FeatureRunner } from '../support/feature-runner';

/** Variants of each environment; with ALL_VARIANTS as many as contain every pair of values. */
const VARIANTS = process.env.ALL_VARIANTS === undefined ? 4 : Number.POSITIVE_INFINITY;
const SEED = 20131107;

describe('The features on environments that differ from the shipped ones', () => {
  let runner: FeatureRunner;
  let folder: string;
  before(async () => {
    runner = await FeatureRunner.create();
    folder = mkdtempSync(join(tmpdir(), 'variants-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const file of SHIPPED) {
    it(`pass, or say why they do not apply: ${file}`, async () => {
      let count = 0;
      for (const variant of variantsOf(file, SEED)) {
        expect(await problemsOf(variant, `${count}-${file}`)).to.deep.equal([]);
        count += 1;
        if (count >= VARIANTS) break;
      }
      expect(count).to.be.greaterThan(1);
    });
  }

  /** The scenarios that failed or were left out without a reason; with the changes of the variant, if there are any. */
  async function problemsOf({ changes, text }: EnvironmentVariant, name: string): Promise<readonly string[]> {
    const environmentFile = join(folder, name);
    writeFileSync(environmentFile, text);
    const messages = await runner.messages([FEATURES], { environmentFile });
    const scenarios = recordingOf(messages).features.flatMap((feature) => feature.scenarios);
    const unexplained = scenarios.filter(({ status, notApplicable }) => status !== 'passed' && notApplicable === '');
    const failed = failuresIn(messages).map(
      ({ feature, line, step, message }) => `${feature}:${line} ${step}: ${message}`,
    );
    const problems = failed.length > 0 ? failed : unexplained.map(({ key, name: title }) => `${key} ${title}`);
    return problems.length > 0 ? [...problems, ...changes] : [];
  }
});
