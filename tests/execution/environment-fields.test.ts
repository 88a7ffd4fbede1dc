import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { offeredProducts } from '../../src/products/offered-products';
import { EnvironmentError } from '../../src/world/environment-file/environment-error';
import { readEnvironment } from '../../src/world/environment-file/read-environment';
import { FeatureRunner } from '../support/feature-runner';
import { ROOT } from '../support/root';
import { changedFields } from './changed-fields';
import { tour } from './tour';

const FILE = 'contoso.yaml';

/**
 * Fields on which no scenario of the tour depends. Groups that no permission names, and the name of the A/V service,
 * are only shown. exportWritesRc2 changes the bytes of a .pfx file, which no message contains. certsrvTypeNeedsBrowser
 * changes what other clients than the browser of the procedures get.
 */
const SHOWN_ONLY = [
  'accounts.1.groups.0',
  'accounts.2.groups.0',
  'accounts.2.groups.1',
  'sites.0.pools.0.externalNames.av',
  'sites.1.pools.0.externalNames.av',
  'assumptions.exportWritesRc2',
  'assumptions.certsrvTypeNeedsBrowser',
];

/** Records that repeat the environment, or do not depend on it. */
const ECHOES = /\.(run|values|texts|finding-codes)\+json$/;

describe('Each field of an environment', () => {
  let runner: FeatureRunner;
  let folder: string;
  let files = 0;
  let features: readonly string[];
  before(async () => {
    runner = await FeatureRunner.create();
    folder = mkdtempSync(join(tmpdir(), 'fields-'));
    features = tour().map((text, index) => {
      const file = join(folder, `${index}.feature`);
      writeFileSync(file, text);
      return file;
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has an effect on what is executed, or is refused, or is known to be only shown', async () => {
    const usual: string[] = [];
    for (const feature of features) usual.push(await shownBy(feature, join(ROOT, 'environments', FILE)));
    const without: string[] = [];
    const fields = [...changedFields(FILE)];
    for (const { path, texts } of fields) if (!(await haveEffect(texts, usual))) without.push(path);
    const looked = fields.map(({ path }) => path);
    expect(looked.length).to.be.above(50);
    expect(without).to.deep.equal(SHOWN_ONLY.filter((path) => looked.includes(path)));
  });

  /** Whether one of the changed files is refused, or shows something else. */
  async function haveEffect(texts: readonly string[], usual: readonly string[]): Promise<boolean> {
    for (const text of texts) {
      if (isRefused(text)) return true;
      const environmentFile = join(folder, `${files++}.yaml`);
      writeFileSync(environmentFile, text);
      // most fields have an effect on one of the first scenarios
      for (const [index, feature] of features.entries())
        if ((await shownBy(feature, environmentFile)) !== usual[index]) return true;
    }
    return false;
  }

  /** What the messages show, without the environment itself. */
  async function shownBy(feature: string, environmentFile: string): Promise<string> {
    const messages = await runner.messages([feature], { environmentFile });
    expect(messages.flatMap(({ suggestion }) => suggestion?.snippets[0]?.code ?? [])).to.deep.equal([]);
    return JSON.stringify(messages.map(shown));
  }
});

function shown({ attachment, testStepFinished }: Envelope): unknown {
  if (testStepFinished) return [testStepFinished.testStepResult.status, testStepFinished.testStepResult.exception];
  if (!attachment) return undefined;
  if (/\.run\+json$/.test(attachment.mediaType)) return JSON.parse(attachment.body).environment;
  return ECHOES.test(attachment.mediaType) ? undefined : attachment.body;
}

function isRefused(text: string): boolean {
  try {
    readEnvironment(text, 'changed.yaml', offeredProducts());
    return false;
  } catch (error) {
    if (error instanceof EnvironmentError) return true;
    throw error;
  }
}
