import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { splitStreams } from '../../../src/recording/reading/stream-boundaries';
import { totals } from '../../../src/runbook/outline/totals';
import { renderRunbook } from '../../../src/runbook/pages/render';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { later, lower, numbered, partOf, passing } from '../comparison/stream-changes';
import { readStream, recordSample, sampleLedger, templates } from '../sample';

const whole = recordSample();
const KIT = join(dirname(require.resolve('@cucumber/compatibility-kit/package.json')), 'features');

describe('Several streams', () => {
  for (const shards of [2, 4, 8]) {
    it(`are the page of the whole run when they are its ${shards} shards`, () => {
      const parts = Array.from({ length: shards }, (_, index) => recordSample('--shard', `${index + 1}/${shards}`));
      expect(pagesOf(parts.flat())).to.deep.equal(pagesOf(whole));
    });
  }

  it('are the page of the whole run in whatever order, and when their ids are the same', () => {
    const parts = [0, 1, 2].map((part) => numbered(partOf(whole, (index) => index % 3 === part)));
    expect(new Set(parts.map((part) => part.find(({ pickle }) => pickle)?.pickle?.id)).size).to.equal(1);
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
    ])
      expect(pagesOf(order.flatMap((index) => parts[index] ?? []))).to.deep.equal(pagesOf(whole));
  });

  it('count what stands in both of them once', () => {
    expect(totals([...whole, ...whole])).to.deep.equal(totals(whole));
    expect(pagesOf([...whole, ...structuredClone(whole)])).to.deep.equal(pagesOf(whole));
  });

  it('show the repeated scenarios as they ended the last time, whatever comes first', () => {
    const repeated = later(passing(partOf(whole, (_, status) => status === 'FAILED')));
    const { scenarios } = totals(whole);
    for (const messages of [
      [...whole, ...repeated],
      [...repeated, ...whole],
    ])
      expect(totals(messages).scenarios).to.deep.equal({ ...scenarios, failed: 0, passed: scenarios.passed + 1 });
  });

  it('keep what an earlier run said where the last one did not come to it', () => {
    const aborted = later(
      whole.filter(({ testCaseStarted, testStepFinished }) => !testCaseStarted && !testStepFinished),
    );
    expect(totals([...whole, ...aborted])).to.deep.equal(totals(whole));
  });

  it('know a scenario again that has moved in its file, and forget one that is no longer there', () => {
    const moved = later(
      lower(
        partOf(whole, () => false),
        100,
      ),
    );
    const [then] = runbookModel(whole, []).procedures;
    const [now] = runbookModel([...whole, ...moved], []).procedures;
    expect(now?.runs.map(({ steps }) => steps.map(({ state }) => state))).to.deep.equal(
      then?.runs.map(({ steps }) => steps.map(({ state }) => state)),
    );
    const last = whole.filter(({ pickle }) => pickle).at(-1);
    const shorter = later(partOf(whole, () => false).filter((message) => message !== last));
    expect(scenariosIn([...whole, ...shorter])).to.equal(scenariosIn(whole) - 1);
  });

  it('keep what broke one of the runs, once', () => {
    const error = { parseError: { source: { uri: 'x.feature', location: { line: 1 } }, message: 'no feature' } };
    const broken = [...whole.filter(({ meta }) => meta), error];
    const { failing: problems, state } = runbookModel([...broken, ...whole, ...broken], []);
    expect([state, problems.filter(({ message }) => message === 'no feature').length]).to.deep.equal(['failing', 1]);
  });

  it('are told apart though every stream of the compatibility kit counts its ids from 0', () => {
    const [some, others] = ['hooks-conditional', 'rules'].map((name) =>
      readStream(readFileSync(join(KIT, name, `${name}.ndjson`), 'utf8')),
    );
    if (!some || !others) throw new Error('the kit has both');
    const sum = (one: object, other: object) =>
      Object.entries(one).map(
        ([status, count]) => count + (Object.entries(other).find(([s]) => s === status)?.[1] ?? 0),
      );
    expect(Object.values(totals([...some, ...others]).scenarios)).to.deep.equal(
      sum(totals(some).scenarios, totals(others).scenarios),
    );
    expect(splitStreams([...some, ...others])).to.deep.equal([some, others]);
  });
});

function pagesOf(messages: readonly Envelope[]): ReadonlyMap<string, string> {
  return new Map(renderRunbook(runbookModel(messages, sampleLedger()), templates()));
}

function scenariosIn(messages: readonly Envelope[]): number {
  return Object.values(totals(messages).scenarios).reduce((sum, count) => sum + count, 0);
}
