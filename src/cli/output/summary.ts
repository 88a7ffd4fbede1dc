import type { Envelope } from '@cucumber/messages';
import type { Waiver } from '../../evidence/omission-records';
import { englishWords, wordsOf } from '../../fact';
import { withValues } from '../../recording/model/step-values';
import { recordingOf } from '../../recording/recording';
import { notCoveredIn } from '../../runbook/outline/not-covered';
import { scenariosOf, totals } from '../../runbook/outline/totals';
import { trace } from '../../runbook/source-document/trace';
import { findings } from '../../runbook/views/findings/findings-views';
import { ledger } from '../input/shipped-files';
import { failureLines, failuresIn } from './failures';
import { findingsReport } from './findings-report';

/** A scenario that is not applicable: its name, the step that found it, and the reason. */
interface NotApplicable {
  readonly scenario: string;
  readonly step: string;
  readonly message: string;
}

/**
 * The terminal text after a run: counts, findings, failures, scenarios that are not applicable or waived, pools
 * that the run did not cover, the address of the runbook. Findings are cut to the terminal's width, if given.
 */
export function summary(envelopes: readonly Envelope[], runbook: string, width?: number): string {
  const { scenarios, steps } = totals(envelopes);
  const { sentences } = trace(envelopes, ledger());
  const covered = sentences.filter((sentence) => sentence.state === 'verified' || sentence.state === 'waived').length;
  const failures = failureLines(failuresIn(envelopes));
  const skipped = notApplicable(envelopes).map(
    (f) => `  not applicable  ${f.scenario}\n          at: ${f.step}\n          ${f.message}\n`,
  );
  const waived = waiversIn(envelopes).map(
    ({ scenario, reason, until }) =>
      `  waived  ${scenario}\n          ${until === '' ? '' : `until ${until}: `}${reason}\n`,
  );
  const uncovered = notCoveredIn(recordingOf(envelopes)).map(
    ({ pool, servers }) => `  not covered by this run  ${pool}: ${servers.join(', ')}\n`,
  );
  return [
    `scenarios  ${counted(scenarios)}\n`,
    `steps      ${counted(steps)}\n`,
    ...(scenarios.passed === 0 ? ['verified   nothing; no scenario was executed as written\n'] : []),
    `source     ${covered} of ${sentences.length} sentences verified or waived\n`,
    findingsReport(findings(envelopes), width),
    ...failures,
    ...skipped,
    ...waived,
    ...uncovered,
    `runbook    ${runbook}\n`,
  ].join('');
}

function counted(counts: Readonly<Record<string, number>>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.map(([status, count]) => `${count} ${status}`).join(', ') || 'none';
}

/** A scenario that is deliberately not executed. */
export interface WaivedScenario extends Waiver {
  readonly scenario: string;
}

/** The waived scenarios, each once. */
export function waiversIn(envelopes: readonly Envelope[]): readonly WaivedScenario[] {
  const waived = scenariosOf(recordingOf(envelopes)).flatMap(({ uri, name, waiver }) => {
    return waiver ? [{ scenario: `${uri}: ${name}`, ...waiver }] : [];
  });
  return [...new Map(waived.map((one) => [one.scenario, one])).values()];
}

/** The scenarios that the environment does not support, each once, with the step that found it. */
function notApplicable(envelopes: readonly Envelope[]): readonly NotApplicable[] {
  const recording = recordingOf(envelopes);
  const words = englishWords(recording.texts);
  const left = scenariosOf(recording).filter((scenario) => scenario.notApplicable !== '');
  const failures = left.map(({ uri, name, steps, notApplicable: reason }): readonly [string, NotApplicable] => {
    const step = steps.find(({ status }) => status === 'skipped');
    const scenario = `${uri}: ${name}`;
    return [
      scenario,
      { scenario, step: step ? withValues(step).text : 'after the last step', message: wordsOf(reason, words) },
    ];
  });
  return [...new Map(failures.reverse()).values()].reverse();
}
