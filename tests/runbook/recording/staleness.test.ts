import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Fingerprints } from '../../../src/evidence/fingerprints';
import { mediaTypeOf } from '../../../src/evidence/records';
import { endedAs, isProcedureRun, type RecordedScenario } from '../../../src/recording/model/recorded-scenario';
import { stateOfAll, stateOfProcedure } from '../../../src/recording/model/state';
import { recordingOf } from '../../../src/recording/recording';
import { type CurrentInputs, markStale } from '../../../src/recording/staleness/staleness';
import { upToDateFeatures } from '../../../src/recording/staleness/up-to-date';
import { withoutFeatures } from '../../../src/recording/without-features';
import { scenariosOf } from '../../../src/runbook/outline/totals';
import { traceOf } from '../../../src/runbook/source-document/trace';
import type { Runbook } from '../../../src/runbook/views/runbook';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { Rendered } from '../rendered';
import { recordSample, sampleLedger } from '../sample';
import { GROUNDS, grounded, unmoved } from './grounded';

const REQUEST = 'features/internal-edge/01-request.feature';

/** The sample, as another program records it, and as `rehearse run` does. */
const foreign = recordSample();
const messages = foreign.map(grounded);
const part = recordSample('--tags', '@failure').map(grounded);
const texts = new Map(messages.flatMap(({ source }) => (source ? [[source.uri, source.data] as const] : [])));

const same = unmoved(messages);

const oneFeatureMoved: CurrentInputs = {
  ...same,
  features: (uri) => [`${texts.get(uri)}${uri === REQUEST ? '# a remark' : ''}`],
};

const modelAt = (present: CurrentInputs, of: readonly Envelope[] = messages) =>
  runbookModel(of, sampleLedger(), { failures: [], document: null, present });

describe('What moved since it was executed', () => {
  for (const [what, present] of [
    ['feature', oneFeatureMoved],
    ['steps', { ...same, steps: 'other' }],
    ['steps', { ...same, own: () => ({ 'steps/own.js': 'added' }) }],
    ['simulation', { ...same, simulation: 'other' }],
    ['environment', { ...same, environments: () => ['other', 'another'] }],
  ] as const) {
    it(`is named: ${what}`, () => {
      const { request } = statesIn(modelAt(present));
      expect(request).to.deep.include({ state: 'stale', moved: [what] });
    });
  }

  it('is nothing while everything is as it was', () => {
    expect(statesIn(modelAt(same))).to.deep.equal(statesIn(runbookModel(messages, sampleLedger())));
    expect(modelAt(same).verification.moved).to.deep.equal([]);
  });

  it('makes stale what passed, refusals as well, and leaves what failed failing', () => {
    const states = (present: CurrentInputs) => scenarioStates(modelAt(present));
    const moved = { verified: 'stale', refused: 'stale' } as Readonly<Record<string, string>>;
    expect(states({ ...same, steps: 'other' })).to.deep.equal(states(same).map((state) => moved[state] ?? state));
    expect(states(same)).to.include.members(['verified', 'refused', 'failing', 'not-applicable']);
  });

  it('is said once in the contents of a page all of which is stale, and of single steps where it is not', () => {
    const { files } = new Rendered(modelAt({ ...same, steps: 'other' }));
    const marks = (name: string) => [...(parse(files.get(name) ?? '').querySelectorAll('.contents .mark') ?? [])];
    expect(marks('procedure-request.html').map(({ text }) => text)).to.deep.equal(['Stale']);
    expect(marks('procedure-assign.html').map(({ text }) => text)).to.include.members(['Stale', 'Failing']);
  });

  it('concerns the procedure whose feature it is, and not the others', () => {
    const { request, assign } = statesIn(modelAt(oneFeatureMoved));
    expect(request.state).to.equal('stale');
    expect(assign).to.deep.equal(statesIn(modelAt(same)).assign);
  });

  it('is not looked for where a run did not say what it rests on, or where there is nothing to compare', () => {
    const elsewhere = { ...same, steps: 'other', simulation: 'other', environments: () => ['other'] };
    expect(scenarioStates(modelAt(elsewhere, foreign))).to.deep.equal(scenarioStates(modelAt(same)));
    expect(modelAt({ ...same, environments: () => [], features: () => [] }).verification.moved).to.deep.equal([]);
  });
});

describe('A plan', () => {
  const PLAN_FILE = 'features/internal-edge/plan.yaml';
  const TAKEN = 'features/internal-edge/03-import.feature';
  const sources = new Map([PLAN_FILE, TAKEN].map((file) => [file, same.sha256(file)]));
  const composed = messages.map((message) => withPlan(message, { [REQUEST]: Object.fromEntries(sources) }));
  const present = (changed: string): CurrentInputs => ({
    ...same,
    features: (uri) => {
      if (uri === REQUEST) return ['a file at the address of the plan'];
      return sources.has(uri) ? [uri === changed ? 'another text' : uri] : same.features(uri);
    },
  });
  const ofRequest = (inputs: CurrentInputs) => {
    const { request, assign } = statesIn(modelAt(inputs, composed));
    return { ...request, others: assign.moved };
  };

  for (const file of [PLAN_FILE, TAKEN]) {
    it(`is stale when ${file} has changed, and names it`, () => {
      expect(ofRequest(present(file))).to.deep.include({ state: 'stale', moved: ['plan'], movedFiles: [file] });
    });
  }

  it('depends on the files that it is composed from, and on no file at its own address', () => {
    expect(ofRequest(present(''))).to.deep.include({ state: 'verified', moved: [], movedFiles: [] });
    expect(ofRequest({ ...same, features: () => [] })).to.deep.include({ moved: [] });
  });

  it('has to be run again when one of them has changed', () => {
    expect([...upToDateFeatures(composed, present(''))]).to.include(REQUEST);
    expect([...upToDateFeatures(composed, present(TAKEN))]).not.to.include(REQUEST);
  });
});

describe('What is waived', () => {
  const recording = recordingOf(messages);
  const waived = {
    ...recording,
    features: recording.features.map((feature) => ({
      ...feature,
      scenarios: feature.scenarios.map((scenario) => {
        return { ...endedAs('waived', scenario), waiver: { reason: 'why', until: same.today } };
      }),
    })),
  };
  const after = (present: Partial<CurrentInputs>) => {
    const { scenarios = [] } = markStale({ ...same, ...present }, waived).features[0] ?? {};
    return new Set(scenarios.map(({ status, moved, steps }) => JSON.stringify([status, moved, steps[0]?.status])));
  };

  it('rests on its feature and on nothing else', () => {
    const others = { steps: 'other', simulation: 'other', environments: () => ['other'] };
    expect([...after(others)]).to.deep.equal(['["waived",[],"waived"]']);
    expect([...after({ features: () => ['another text'] })]).to.deep.equal(['["waived",["feature"],"waived"]']);
  });

  it('has not been run when its last day is over', () => {
    expect([...after({ today: '2024-01-02' })]).to.deep.equal(['["not run",[],"not run"]']);
  });

  it('counts only where there is nothing else, and makes a procedure waived whose walk it is', () => {
    const [walk, other] = [waived.features[0]?.scenarios.find(isProcedureRun), recording.features[0]?.scenarios];
    if (!walk || !other) throw new Error('the sample has a procedure with a walk');
    const states = (...some: RecordedScenario[]) => [stateOfAll(some), stateOfProcedure(some)];
    const verified = other.filter((one) => !isProcedureRun(one) && one.status === 'passed');
    const [failing] = scenariosOf(recording).filter(({ status }) => status === 'failed');
    expect(states(walk)).to.deep.equal(['waived', 'waived']);
    expect(states(walk, ...verified)).to.deep.equal(['verified', 'waived']);
    expect(states({ ...walk, marks: [] }, ...verified)).to.deep.equal(['verified', 'verified']);
    expect(failing && states(walk, failing)).to.deep.equal(['failing', 'failing']);
  });
});

describe('The page of a procedure', () => {
  it('says when, at which commit and on what it was executed', () => {
    const facts = factsOn(modelAt(same));
    const digest = same.sha256(texts.get(REQUEST) ?? '').slice(0, 12);
    expect(facts).to.include({ Commit: GROUNDS.commit, Executed: '2013-11-07 09:00:00 UTC' });
    expect(facts.Fingerprint).to.match(new RegExp(`^the feature .*${digest}`));
    expect(facts.Fingerprint).to.include(
      'the step definitions aaaaaaaaaaaa; the simulation bbbbbbbbbbbb; the environment file eeeeeeeeeeee',
    );
    expect(facts).not.to.have.property('Changed since');
  });

  it('says in words what moved, in its title line as well', () => {
    const model = modelAt({ ...oneFeatureMoved, steps: 'other' });
    expect(factsOn(model)['Changed since']).to.equal('the feature, the step definitions');
    expect(factsOn(model).File).to.match(/request\.feature$/);
    expect(factsOn(model)['Execute the stale scenarios again']).to.equal('rehearse run --only-stale');
    expect(factsOn(model).Status).to.equal('Stale except what this run did not cover');
    const [outcome = ''] = new Rendered(model).texts('procedure-request.html', '.outcome');
    expect(outcome).to.match(/what they rest on has changed since; execute them again before you follow them\.$/);
  });
});

describe('A sentence of the source', () => {
  it('is stale when what executed it moved, and what is failing stays failing', () => {
    const traced = traceOf(markStale({ ...same, simulation: 'other' }, recordingOf(messages)), sampleLedger());
    expect(traced.totals).to.deep.equal({ verified: 0, failing: 2, stale: 16, skipped: 2, waived: 1, unlinked: 1 });
    expect(traced.sentences.find(({ id }) => id === '04952-176')?.moved).to.deep.equal(['simulation']);
    expect(traced.sentences.find(({ id }) => id === '04952-249')?.moved).to.deep.equal([]);
  });

  it('is stale when its own text is another one, and the page says so', () => {
    const ledger = sampleLedger().map((entry) => (entry.id === '04952-176' ? { ...entry, sha256: 'new' } : entry));
    const traced = traceOf(recordingOf(messages), ledger);
    expect(traced.sentences.filter(({ state }) => state === 'stale')).to.have.lengthOf(1);
    expect(traced.sentences.find(({ id }) => id === '04952-176')).to.deep.include({
      state: 'stale',
      moved: ['sentence'],
    });
    const row = new Rendered(messages, { ledger }).part('coverage.html', 'source-04952-176');
    expect(row.text).to.match(/Stale.*Changed since: the sentence itself/s);
  });
});

describe('What has to be run again', () => {
  it('is every feature that moved, and every feature without a result of its own', () => {
    expect([...upToDateFeatures(messages, same)]).to.have.members([...texts.keys()]);
    expect([...upToDateFeatures(messages, oneFeatureMoved)]).to.have.members(
      [...texts.keys()].filter((uri) => uri !== REQUEST),
    );
    expect([...upToDateFeatures(part, same)]).not.to.include(REQUEST);
    expect([...upToDateFeatures(foreign, same)]).to.deep.equal([]);
  });

  it('leaves the messages of the others, with what they say of the run', () => {
    const first = messages.findIndex(isRunRecord);
    const once = messages.filter((message, place) => place === first || !isRunRecord(message));
    expect(recordingOf(once).runs).to.have.lengthOf(1);
    const left = withoutFeatures(once, new Set([REQUEST]));
    const recording = recordingOf(left);
    expect(recording.features.map(({ uri }) => uri)).not.to.include(REQUEST);
    expect(recording.runs).to.deep.equal(recordingOf(messages).runs);
    expect(JSON.stringify(left)).not.to.include(`"uri":"${REQUEST}"`);
    expect(withoutFeatures(messages, new Set(texts.keys()))).to.deep.equal([]);
  });
});

/** The message of a run that composed plans. */
function withPlan(message: Envelope, plans: Fingerprints['plans']): Envelope {
  const { attachment } = message;
  if (!attachment || !isRunRecord(message)) return message;
  return {
    attachment: {
      ...attachment,
      body: JSON.stringify({ ...JSON.parse(attachment.body), grounds: { ...GROUNDS, plans } }),
    },
  };
}

function isRunRecord({ attachment }: Envelope): boolean {
  return attachment?.mediaType === mediaTypeOf('run');
}

function statesIn({ procedures }: Runbook) {
  const of = (file: string) => {
    const found = procedures.find((procedure) => procedure.file === file);
    if (!found) throw new Error(`there is no ${file}`);
    const { moved, movedFiles } = found.verification;
    return { state: found.state, moved, movedFiles };
  };
  return { request: of('procedure-request.html'), assign: of('procedure-assign.html') };
}

function scenarioStates({ procedures }: Runbook): readonly string[] {
  return procedures.flatMap(({ runs, groups }) => [
    ...runs.flatMap((walk) => [
      walk.state,
      ...walk.steps.flatMap(({ failures, rules }) => [...failures, ...rules].map(({ state }) => state)),
    ]),
    ...groups.flatMap(({ examples }) => examples.map(({ state }) => state)),
  ]);
}

function factsOn(model: Runbook): Readonly<Record<string, string>> {
  const facts = new Rendered(model).page('procedure-request.html').querySelectorAll('.facts > div');
  return Object.fromEntries(
    facts.map((fact) => [fact.querySelector('dt')?.text, fact.querySelector('dd')?.text.trim()]),
  );
}
