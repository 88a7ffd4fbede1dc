import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { endedAs, isProcedureRun, type RecordedScenario } from '../../../src/recording/model/recorded-scenario';
import { stateOfAll, stateOfProcedure, stateOfScenario, stateOfStep } from '../../../src/recording/model/state';
import { holds, wasExecuted } from '../../../src/recording/model/states';
import { isFailing, STATUSES } from '../../../src/recording/model/status';
import { recordingOf } from '../../../src/recording/recording';
import { notCoveredIn } from '../../../src/runbook/outline/not-covered';
import { scenariosOf } from '../../../src/runbook/outline/totals';
import { traceOf } from '../../../src/runbook/source-document/trace';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { recordSample, sampleLedger } from '../sample';

const messages = recordSample();
const recording = recordingOf(messages);
const [procedureRun] = scenariosOf(recording).filter(isProcedureRun);
const [rule] = scenariosOf(recording).filter((one) => one.marks.length === 0);

/** Every way in which a scenario ends without having been executed as written. */
const UNEXECUTED = STATUSES.filter((status) => status !== 'passed').flatMap((status) => [
  { status, notApplicable: '' },
  { status, notApplicable: 'a reason' },
]);

describe('what was not executed', () => {
  for (const { status, notApplicable } of UNEXECUTED) {
    const what = `${status}${notApplicable ? ', not applicable' : ''}`;
    it(`is never verified: ${what}`, () => {
      const unexecuted = ended(procedureRun, status, notApplicable);
      const state = stateOfScenario(unexecuted);
      expect(holds(state), state).to.equal(false);
      expect(stateOfAll([unexecuted])).to.equal(state);
      expect(stateOfProcedure([unexecuted])).to.equal(state);
      expect(stateOfProcedure([unexecuted, ended(rule, 'passed')]), 'beside a rule that holds').to.equal(state);
    });
  }

  it('does not hide that a scenario about it fails', () => {
    const unexecuted = UNEXECUTED.filter(({ status }) => !isFailing(status));
    const states = unexecuted.map(({ status, notApplicable }) =>
      stateOfProcedure([ended(procedureRun, status, notApplicable), ended(rule, 'failed')]),
    );
    expect(new Set(states)).to.deep.equal(new Set(['failing']));
  });

  it('is verified beside a procedure run that was executed', () => {
    const runs = [ended(procedureRun, 'skipped', 'a reason'), ended(procedureRun, 'passed')];
    expect(stateOfProcedure(runs)).to.equal('verified');
  });

  it('is nothing at all: no scenario, no run', () => {
    expect([stateOfAll([]), stateOfProcedure([])]).to.deep.equal(['not-run', 'not-run']);
  });

  it('is a scenario without steps, in the stream of any program', () => {
    const stream = withoutSteps(messages);
    const states = scenariosOf(recordingOf(stream))
      .filter(({ selected }) => selected)
      .map(stateOfScenario);
    expect(states).not.to.deep.equal([]);
    expect(states.filter(wasExecuted)).to.deep.equal([]);
    expect(traceOf(recordingOf(stream), sampleLedger()).totals.verified).to.equal(0);
    const { state, procedures } = runbookModel(stream, sampleLedger());
    expect([state, ...procedures.map((one) => one.state)].filter(wasExecuted)).to.deep.equal([]);
  });
});

describe('a step for the further servers of a pool', () => {
  const step = procedureRun?.steps[0];
  for (const [on, several, state] of [
    [[], true, 'not-applicable'],
    [['edge02'], true, 'verified'],
    [[], false, 'verified'],
  ] as const) {
    it(`is ${state}: ${on.length} machines, ${several ? 'several' : 'none'} in its sentence`, () => {
      if (!step || !procedureRun) throw new Error('the sample has a procedure run with steps');
      const output = { records: [{ kind: 'machines', on }], others: [] } as const;
      const scenario = ended(
        { ...procedureRun, steps: [{ ...step, several, output, sources: ['04952-176'] }] },
        'passed',
      );
      const [only] = scenario.steps;
      expect(only && stateOfStep(only, scenario)).to.equal(state);
      const [feature] = recording.features;
      const alone = { ...recording, features: feature ? [{ ...feature, citations: [], scenarios: [scenario] }] : [] };
      const sentence = traceOf(alone, sampleLedger()).sentences.find(({ id }) => id === '04952-176');
      expect(sentence?.state).to.equal(state === 'verified' ? 'verified' : 'skipped');
    });
  }
});

describe('the pools that a run did not cover', () => {
  it('are those on whose servers no step of a procedure was executed', () => {
    const [run] = recording.runs;
    if (!run?.topology) throw new Error('the sample records its pools');
    const second = { fqdn: 'pool2', servers: ['a', 'b'] };
    const topology = { ...run.topology, pools: [...run.topology.pools, second] };
    const more = notCoveredIn({ ...recording, runs: [{ ...run, topology }] });
    expect(more).to.deep.equal([...notCoveredIn(recording), { pool: 'pool2', servers: ['a', 'b'] }]);
    expect(notCoveredIn(recording)).to.deep.equal([{ pool: 'edge.contoso.com', servers: ['edge01', 'edge03'] }]);
  });

  it('are covered by a plan too', () => {
    const [feature] = recording.features;
    const scenario = feature?.scenarios.find(isProcedureRun);
    if (!feature || !scenario) throw new Error('the sample has a procedure run');
    const planned = { ...scenario, marks: [], tags: ['@plan'] };
    const withTags = (tags: readonly string[]) => ({
      ...recording,
      features: [{ ...feature, scenarios: [{ ...planned, tags }] }],
    });
    expect(notCoveredIn(withTags(['@plan']))).to.deep.equal(notCoveredIn(recording));
    expect(notCoveredIn(withTags([]))).to.deep.equal([]);
  });

  it('are all pools while no procedure run passes, and none without procedure runs or pools', () => {
    const all = [{ pool: 'edge.contoso.com', servers: ['edge01', 'edge02', 'edge03'] }];
    expect(notCoveredIn(recordingOf(recordSample('--tags', '@retried')))).to.deep.equal(all);
    expect(notCoveredIn({ ...recording, features: [] })).to.deep.equal([]);
    expect(notCoveredIn({ ...recording, runs: [] })).to.deep.equal([]);
  });
});

function ended(
  scenario: RecordedScenario | undefined,
  status: RecordedScenario['status'],
  notApplicable = '',
): RecordedScenario {
  if (!scenario) throw new Error('the sample has a procedure run and a rule');
  return { ...endedAs(status, scenario), notApplicable, waiver: null, moved: [] };
}

/** The stream as of features whose scenarios have no steps; the hooks around them still run. */
function withoutSteps(stream: readonly Envelope[]): readonly Envelope[] {
  const hooks = new Set(
    stream.flatMap(({ testCase }) => testCase?.testSteps.flatMap(({ id, hookId }) => (hookId ? [id] : [])) ?? []),
  );
  return stream.flatMap((envelope): Envelope[] => {
    const { pickle, testCase, testStepStarted, testStepFinished, attachment } = envelope;
    if (pickle) return [{ pickle: { ...pickle, steps: [] } }];
    if (testCase)
      return [{ testCase: { ...testCase, testSteps: testCase.testSteps.filter(({ id }) => hooks.has(id)) } }];
    const step = testStepStarted?.testStepId ?? testStepFinished?.testStepId ?? attachment?.testStepId;
    return step === undefined || hooks.has(step) ? [envelope] : [];
  });
}
