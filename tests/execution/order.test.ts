import { before, describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { FEATURES, FeatureRunner, verdictsIn } from '../support/feature-runner';

/** An order of the scenarios. `cli/run.test.ts` runs them in another one. */
const ORDER = 'random:20131107';

describe('The result of a scenario', () => {
  let runner: FeatureRunner;
  let together: ReadonlyMap<string, string>;
  before(async () => {
    runner = await FeatureRunner.create();
    together = verdictsIn(await runner.messages([FEATURES]));
  });

  it('is passed in a run of all features, so that there is something to compare', () => {
    expect(together.size).to.be.greaterThan(200);
    expect([...together].filter(([, verdict]) => !verdict.startsWith('["passed"'))).to.deep.equal([]);
  });

  /** The scenarios of the run whose result is not the one of the run of all features. */
  function different(messages: readonly Envelope[]): readonly string[] {
    const alone = verdictsIn(messages);
    if (alone.size === 0) return ['nothing was executed'];
    return [...alone].flatMap(([scenario, verdict]) =>
      verdict === together.get(scenario) ? [] : [`${scenario}: ${together.get(scenario)}, but here ${verdict}`],
    );
  }

  it('is the same when its feature is executed alone', async () => {
    const files = new Set((await runner.scenarios()).map(({ uri }) => uri));
    const found: string[] = [];
    for (const file of files) found.push(...different(await runner.messages([file])));
    expect(found).to.deep.equal([]);
  });

  it('is the same when it is executed alone', async () => {
    const found: string[] = [];
    const scenarios = await runner.scenarios();
    for (const { uri, location } of scenarios)
      found.push(...different(await runner.messages([`${uri}:${location.line}`])));
    expect(found).to.deep.equal([]);
    expect(together.size).to.equal(scenarios.length);
  });

  it(`is the same in the order ${ORDER}`, async () => {
    const messages = await runner.messages([FEATURES], { order: ORDER });
    expect(different(messages)).to.deep.equal([]);
    expect(verdictsIn(messages).size).to.equal(together.size);
  });

  it('has the record of the run in every run of a process', async () => {
    const messages = await runner.messages([(await runner.scenarios())[0]?.uri ?? '']);
    expect(messages.filter(({ attachment }) => attachment?.mediaType.includes('.run+json'))).to.have.lengthOf(1);
  });
});
