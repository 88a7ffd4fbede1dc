import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type Envelope, PickleStepType } from '@cucumber/messages';
import { expect } from 'chai';
import { totals } from '../../src/runbook/outline/totals';
import type { Example } from '../../src/runbook/views/procedure/procedure';
import type { Runbook } from '../../src/runbook/views/runbook';
import { runbookModel } from '../../src/runbook/views/runbook-views';
import { ROOT } from '../support/root';
import { recordSample, sampleLedger } from './sample';

const GOLDEN = join(ROOT, 'tests', 'runbook', 'sample', 'runbook.json');
const messages = recordSample();
const runbook = runbookModel(messages, sampleLedger());

describe('The runbook as values', () => {
  it('is exactly this for the sample; UPDATE_GOLDEN=1 writes it anew, to be read before it is committed', () => {
    const found = JSON.parse(JSON.stringify({ ...runbook, versions: runbook.versions.map(({ name }) => name) }));
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).to.deep.equal(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  });

  it('holds plain objects only', () => {
    expect(structuredClone(runbook)).to.deep.equal(runbook);
    const prototypes = new Set<unknown>();
    const visit = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return;
      prototypes.add(Object.getPrototypeOf(value));
      Object.values(value).forEach(visit);
    };
    visit(runbook);
    expect([...prototypes]).to.have.members([Object.prototype, Array.prototype]);
  });

  it('numbers the steps of a walk as the document does and names them by file and sentence, else by their words', () => {
    expect(walkOf(runbook, 0).steps.map(({ id, number }) => [id, number])).to.deep.equal([
      ['step-request-04952-176', '1'],
      ['step-request-04952-184', '7'],
      ['step-request-04952-193', '12'],
      ['step-request-04952-194', '13–14'],
      ['step-request-the-operator-closes-the-wizard', ''],
    ]);
  });

  it('puts each example beside the step that its sentences belong to', () => {
    const beside = runbook.procedures.flatMap(({ runs }) =>
      runs.flatMap(({ steps }) =>
        steps.flatMap(({ id, failures, rules }) => [...failures, ...rules].map((example) => [id, label(example)])),
      ),
    );
    expect(beside).to.deep.equal([
      ['step-request-04952-176', 'The button reads Run again on edge01 (verified)'],
      ['step-request-04952-176', 'The button reads Run on edge02 (verified)'],
      ['step-request-04952-184', 'The key is too short for the <script>alert("authority")</script> (refused)'],
      ['step-request-04952-194', 'The answer of another section (refused)'],
    ]);
  });

  it('lists the other examples with their procedure, and says where those of the file stand that went elsewhere', () => {
    const general = runbook.procedures.map(({ groups }) => groups.flatMap(({ examples }) => examples.map(label)));
    expect(general).to.deep.equal([
      ['Nothing numbered says this (refused)'],
      [
        'The pool has one server only (not-applicable)',
        'Works the second time (verified)',
        'Never written (ambiguous)',
      ],
      [
        'The deployment as it stands (verified)',
        'Nothing is said about renewal (verified)',
        'Renewed in time (verified)',
      ],
    ]);
    expect(runbook.procedures[1]?.elsewhere).to.deep.equal([
      {
        name: 'The answer of another section',
        href: 'procedure-request.html#example-assign-the-answer-of-another-section',
        state: 'refused',
      },
    ]);
  });

  it('shows every scenario once', () => {
    const shown = runbook.procedures.flatMap(({ runs, groups }) => [
      ...runs.map(label),
      ...runs
        .flatMap((walk) => [...walk.prerequisites, ...walk.steps])
        .flatMap((step) => [...step.failures, ...step.rules].map(label)),
      ...groups.flatMap(({ examples }) => examples.map(label)),
    ]);
    expect(shown).to.have.lengthOf(messages.filter(({ pickle }) => pickle).length);
    expect(new Set(shown).size).to.equal(shown.length);
  });

  it('lists before the first step what is given without a number, and tells looking from doing', () => {
    const walk = walkOf(runbookModel(messages.map(withOutcome), sampleLedger()), 0);
    expect(walk.prerequisites.map(({ text }) => text)).to.deep.equal([
      'a pool of 3 Edge Servers that trusts the enterprise CA',
    ]);
    expect(walk.steps.map(({ check }) => check)).to.deep.equal([false, false, false, false, true]);
  });

  it('shows the last attempt only', () => {
    const retried = runbook.procedures[1]?.groups[0]?.examples[1];
    expect(retried?.steps.map(({ evidence }) => evidence.others.map(({ text }) => text))).to.deep.equal([
      ['attempt 2'],
    ]);
  });

  it('tells how each step of a failing walk ended, without colours and stack frames', () => {
    expect(walkOf(runbook, 1).steps.map(({ state, message }) => [state, message])).to.deep.equal([
      ['verified', ''],
      ['failing', 'Error: thumbprints differ: expected "<AA>" & found "BB"'],
      ['skipped', ''],
    ]);
  });

  it('shares one picture between machines that show the same and one table between equal changes', () => {
    const evidence = walkOf(runbook, 0).steps[2]?.evidence;
    expect(
      evidence?.sessions.map(({ machines, others }) => [machines, others.map((other) => other.machines)]),
    ).to.deep.equal([[['edge01', 'edge02'], [['edge03']]]]);
    expect(evidence?.changes.map(({ on }) => on)).to.deep.equal(['edge01, edge02, edge03']);
  });

  it('marks what was used in a picture, whatever the label ends with, and keeps what the picture does not show', () => {
    const [deployment] = walkOf(runbook, 0).steps[0]?.evidence.sessions[0]?.shots ?? [];
    expect(deployment?.elsewhere).to.deep.equal([
      { control: 'Shortcut menu', gesture: 'choose', value: 'All Tasks', order: 2 },
    ]);
    const [, settings] = walkOf(runbook, 0).steps[1]?.evidence.sessions[0]?.shots ?? [];
    const used = settings?.controls.map(({ label: name, uses, items }) => [
      name,
      uses.map(({ gesture, order }) => `${gesture} ${order}`),
      items.flatMap((item) => item.uses.map(({ gesture, order }) => `${item.text}: ${gesture} ${order}`)),
    ]);
    expect(used).to.deep.equal([
      ['Friendly name', ['type 3'], []],
      ['Bit length', [], ['2048: select 4']],
      ['Mark certificate private key as exportable', ['tick 5'], []],
      ['Password', [], []],
    ]);
  });

  it('counts scenarios and steps by how they ended', () => {
    const none = { 'not run': 0, waived: 0, pending: 0, undefined: 0 };
    expect(totals(messages)).to.deep.equal({
      scenarios: { ...none, passed: 10, failed: 1, skipped: 1, ambiguous: 1 },
      steps: { ...none, passed: 22, failed: 1, skipped: 3, undefined: 1, ambiguous: 1 },
    });
  });

  it('shows what a run did not select as not run, and does not count it', () => {
    const part = recordSample('--tags', '@retried');
    expect(totals(part).scenarios).to.include({ passed: 1, 'not run': 0 });
    const { unselected, state, procedures } = runbookModel(part, sampleLedger());
    expect({ unselected, state, procedures: procedures.map((one) => one.state) }).to.deep.equal({
      unselected: 12,
      state: 'verified',
      procedures: ['not-run', 'not-run', 'not-run'],
    });
  });

  it('takes two streams of the same files as one', () => {
    const [first, second] = [recordSample('--tags', '@procedure'), recordSample('--tags', 'not @procedure')];
    const shape = ({ procedures }: Runbook) =>
      procedures.map((one) => [
        one.title,
        one.state,
        one.runs.length,
        one.groups.flatMap(({ examples }) => examples.map(label)),
      ]);
    expect(shape(runbookModel([...first, ...second], sampleLedger()))).to.deep.equal(shape(runbook));
  });

  it('does without a ledger, without records and without messages', () => {
    expect(runbookModel([], [])).to.deep.include({ state: 'not-run', procedures: [], files: [] });
    const bare = messages.filter(({ attachment }) => attachment === undefined);
    expect(runbookModel(bare, []).procedures.map((one) => one.title)).to.have.lengthOf(3);
  });

  it('lists a feature file that Cucumber could not read', () => {
    const source = { uri: 'features/broken.feature', location: { line: 3 } };
    const { state, failing: problems } = runbookModel(
      [{ parseError: { source, message: '(3:1): expected: #Feature' } }],
      [],
    );
    expect({ state, problems }).to.deep.equal({
      state: 'failing',
      problems: [
        {
          state: 'failing',
          message: '(3:1): expected: #Feature',
          until: '',
          things: [{ procedure: 'features/broken.feature:3', scenario: '', step: '', href: '', message: '' }],
          more: false,
        },
      ],
    });
  });
});

function walkOf({ procedures }: Runbook, index: number) {
  const walk = procedures[index]?.runs[0];
  if (!walk) throw new Error(`procedure ${index} has no walk`);
  return walk;
}

function label({ name, state }: Example): string {
  return `${name} (${state})`;
}

/** The stream with the last step of the first walk as an outcome. */
function withOutcome(message: Envelope): Envelope {
  const { pickle } = message;
  if (!pickle) return message;
  const last = 'the operator closes the wizard';
  const steps = pickle.steps.map((step) => (step.text === last ? { ...step, type: PickleStepType.OUTCOME } : step));
  return { ...message, pickle: { ...pickle, steps } };
}
