import type { Envelope } from '@cucumber/messages';
import { recordIn } from '../evidence/records';
import { findings } from '../runbook/findings';
import { reasonOf } from '../runbook/recording/recorded-scenario';
import { recordingOf } from '../runbook/recording/recording';
import { isFailing } from '../runbook/recording/status';
import { scenariosOf, totals } from '../runbook/totals';
import { trace } from '../runbook/trace/trace';
import { findingsReport } from './findings-report';
import { ledger } from './package-folder';

/** A step that did not pass: where, its text, what it said. */
export interface Failure {
  readonly scenario: string;
  readonly step: string;
  readonly message: string;
}

/** Every scenario that failed, with the step at which it did. */
export function failuresIn(envelopes: readonly Envelope[]): readonly Failure[] {
  return scenariosOf(recordingOf(envelopes))
    .filter(({ status }) => isFailing(status))
    .map((scenario) => {
      const step = scenario.steps.find(({ status }) => isFailing(status))?.text ?? 'the scenario as a whole';
      return { scenario: `${scenario.uri}: ${scenario.name}`, step, message: reasonOf(scenario) };
    });
}

/**
 * What stands in the terminal after a run: counts, findings, what does not hold, what does not apply, where the runbook
 * is. Findings are cut where the terminal's width is given.
 */
export function summary(envelopes: readonly Envelope[], runbook: string, width?: number): string {
  const { scenarios, steps } = totals(envelopes);
  const { sentences } = trace(envelopes, ledger());
  const covered = sentences.filter((sentence) => sentence.state === 'verified' || sentence.state === 'waived').length;
  const failures = failuresIn(envelopes).map(
    (f) => `  FAILED  ${f.scenario}\n          at: ${f.step}\n          ${f.message.split('\n')[0] ?? ''}\n`,
  );
  const skipped = notApplicable(envelopes).map(
    (f) => `  not applicable  ${f.scenario}\n          at: ${f.step}\n          ${f.message}\n`,
  );
  return [
    `scenarios  ${counted(scenarios)}\n`,
    `steps      ${counted(steps)}\n`,
    `source     ${covered} of ${sentences.length} sentences verified or waived\n`,
    findingsReport(findings(envelopes), width),
    ...failures,
    ...skipped,
    `runbook    ${runbook}\n`,
  ].join('');
}

function counted(counts: Readonly<Record<string, number>>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.map(([status, count]) => `${count} ${status}`).join(', ') || 'none';
}

function notApplicable(envelopes: readonly Envelope[]): readonly Failure[] {
  const reasons = new Map<string, string>();
  for (const { attachment } of envelopes) {
    const record = attachment && recordIn(attachment);
    if (record?.kind === 'not-applicable' && attachment?.testStepId) reasons.set(attachment.testStepId, record.reason);
  }
  const firstSkipped = new Map<string, Failure>();
  for (const failure of skippedSteps(envelopes, reasons)) {
    if (!firstSkipped.has(failure.scenario)) firstSkipped.set(failure.scenario, failure);
  }
  return [...firstSkipped.values()].filter((failure) => failure.message !== '');
}

function skippedSteps(envelopes: readonly Envelope[], reasons: ReadonlyMap<string, string>): readonly Failure[] {
  const pickles = new Map(envelopes.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle] as const] : [])));
  const places = new Map(
    envelopes.flatMap(({ testCase }) =>
      (testCase?.testSteps ?? []).map((testStep) => {
        const pickle = pickles.get(testCase?.pickleId ?? '');
        const text = pickle?.steps.find((s) => s.id === testStep.pickleStepId)?.text ?? 'after the last step';
        return [testStep.id, { scenario: `${pickle?.uri ?? ''}: ${pickle?.name ?? ''}`, step: text }] as const;
      }),
    ),
  );
  return envelopes.flatMap(({ testStepFinished }) => {
    if (testStepFinished?.testStepResult.status !== 'SKIPPED') return [];
    const { testStepId } = testStepFinished;
    const message = reasons.get(testStepId) ?? '';
    return [{ ...(places.get(testStepId) ?? { scenario: '', step: '' }), message }];
  });
}
