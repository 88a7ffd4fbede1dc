import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { GestureAction, StepAction } from '../../../src/evidence/action-records';
import { recordIn } from '../../../src/evidence/records';
import type { RecordedStep } from '../../../src/recording/model/recorded-step';
import { actionsOf } from '../../../src/runbook/outline/actions';
import { outlineOf } from '../../../src/runbook/outline/runbook-outline';
import { readLedger } from '../../../src/runbook/source-document/ledger';
import { warningsOf } from '../../../src/runbook/views/step/step-warnings';
import { ROOT } from '../../support/root';
import { fullRun } from '../whole-run/full-run';

const { messages, files } = fullRun();
const LEDGER = readLedger(readFileSync(join(ROOT, 'source', 'internal-edge', 'ledger.tsv'), 'utf8'));

/** The choices with a warning, and the failure that each leads to. */
const WARNED: readonly (readonly [control: string, failure: string])[] = [
  ['Send the request immediately to an online certification authority', 'Send the request immediately'],
  ['Mark certificate private key as exportable', 'The key is not marked as exportable'],
  ['Delete the private key if the export is successful', 'Delete the key after the export'],
];

describe('The warnings of steps', () => {
  it('come from the executed failures in which another choice was made on the same page', () => {
    const found = warningsIn(messages);
    expect(found.map(({ control, failure }) => [control, failure.name])).to.deep.equal(WARNED);
    for (const { step, control, failure } of found) {
      const own = gesturesOf(actionsOf(step.output.records));
      const there = failure.steps.flatMap(({ output }) => gesturesOf(actionsOf(output.records)));
      const same = there.filter(({ window, page }) => own.some((one) => one.window === window && one.page === page));
      const here = own.filter((one) => one.control === control);
      expect(same, failure.name).not.to.have.lengthOf(0);
      const otherwise = same.filter((one) => one.control === control);
      expect(
        otherwise.map(({ gesture, value }) => [gesture, value]),
        failure.name,
      ).not.to.deep.equal(here.map(({ gesture, value }) => [gesture, value]));
    }
  });

  it('disappear when the failure makes the choice of the step', () => {
    for (const [control, failure] of WARNED) {
      const { step } = warningsIn(messages).find((one) => one.control === control) ?? {};
      const own = gesturesOf(actionsOf(step?.output.records ?? []));
      const changed = withActions(messages, failure, (actions) => {
        const others = actions.filter((action) => !('gesture' in action && isOnPageOf(action, own)));
        return [...others, ...own];
      });
      const left = warningsIn(changed).map((one) => one.control);
      expect(left, control).to.deep.equal(WARNED.map(([other]) => other).filter((other) => other !== control));
    }
  });

  it('are before the step on the pages of the procedure and of the plan, in one line', () => {
    for (const [control, failure] of WARNED)
      for (const kind of ['procedure-', 'plan-']) {
        const lines = [...files]
          .filter(([name]) => name.startsWith(kind))
          .flatMap(([, html]) => parse(html).querySelectorAll('.step > .warning'))
          .map(({ text }) => text.trim());
        expect(
          lines.some((line) => line.startsWith(`Careful with ${control}. ${failure}: `)),
          `${kind} ${control}`,
        ).to.equal(true);
      }
  });
});

function warningsIn(stream: readonly Envelope[]) {
  const steps = outlineOf(stream, LEDGER).procedures.flatMap(({ runs }) => runs.flatMap((run) => run.steps));
  return steps.flatMap(({ step, failures }) =>
    warningsOf(
      step,
      failures.map(({ scenario }) => scenario),
    ).map((warning): { readonly step: RecordedStep } & typeof warning => ({ step, ...warning })),
  );
}

function gesturesOf(actions: readonly StepAction[]): readonly GestureAction[] {
  return actions.filter((action): action is GestureAction => 'gesture' in action);
}

function isOnPageOf({ window, page }: GestureAction, own: readonly GestureAction[]): boolean {
  return own.some((one) => one.window === window && one.page === page);
}

/** The messages with other actions in the scenario of that name. */
function withActions(
  stream: readonly Envelope[],
  name: string,
  change: (actions: readonly StepAction[]) => readonly StepAction[],
): readonly Envelope[] {
  const pickles = new Set(stream.flatMap(({ pickle }) => (pickle?.name === name ? [pickle.id] : [])));
  const cases = stream.flatMap(({ testCase }) => (testCase && pickles.has(testCase.pickleId) ? [testCase] : []));
  const steps = new Set(cases.flatMap(({ testSteps }) => testSteps.map(({ id }) => id)));
  return stream.map((message) => {
    const { attachment } = message;
    const record = attachment && steps.has(attachment.testStepId ?? '') ? recordIn(attachment) : undefined;
    if (!attachment || record?.kind !== 'actions') return message;
    return { attachment: { ...attachment, body: JSON.stringify({ ...record, actions: change(record.actions) }) } };
  });
}
