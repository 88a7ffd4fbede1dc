import { dirname } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import type { Waiver } from '../../evidence/omission-records';
import { englishWords, wordsOf } from '../../fact';
import { withValues } from '../../recording/model/step-values';
import { recordingOf } from '../../recording/recording';
import { notCoveredIn } from '../../runbook/outline/not-covered';
import { scenariosOf, totals } from '../../runbook/outline/totals';
import { trace } from '../../runbook/source-document/trace';
import { findings } from '../../runbook/views/findings/findings-views';
import { type DocumentSource, sentencesIn } from '../sources/source-documents';
import type { Paint, Tone } from '../terminal/paint';
import { failureLines, failuresIn } from './failures';
import { type FindingsReport, findingsReport } from './findings-report';
import { planResults, plansReport } from './plans-report';

/** A scenario that is not applicable: its place and name, the step that found it, and the reason. */
interface NotApplicable {
  readonly scenario: string;
  readonly step: string;
  readonly message: string;
}

/** How the terminal shows a run, and the source documents of the run. */
interface SummaryContext extends FindingsReport {
  readonly sources: readonly DocumentSource[];
}

/**
 * The terminal text after a run: counts, findings, failures, scenarios that are not applicable or waived, pools
 * that the run did not cover, the address of the runbook.
 */
export function summary(envelopes: readonly Envelope[], runbook: string, how: SummaryContext): string {
  const { paint } = how;
  const { scenarios, steps } = totals(envelopes);
  const failures = failureLines(failuresIn(envelopes), paint);
  const skipped = notApplicable(envelopes).map(
    (f) => `  ${paint('attention', 'not applicable')}  ${f.scenario}\n          at ${f.step}\n          ${f.message}\n`,
  );
  const waived = waiversIn(envelopes).map(
    ({ feature, line, name, reason, until }) =>
      `  ${paint('attention', 'waived')}  ${feature}:${line}: ${name}\n          ${until === '' ? '' : `until ${until}: `}${reason}\n`,
  );
  const uncovered = notCoveredIn(recordingOf(envelopes)).map(
    ({ pool, servers }) => `  ${paint('attention', 'not covered by this run')}  ${pool}: ${servers.join(', ')}\n`,
  );
  return [
    `scenarios  ${counted(scenarios, paint)}\n`,
    `steps      ${counted(steps, paint)}\n`,
    ...(scenarios.passed === 0
      ? [`verified   ${paint('attention', 'nothing')}; no scenario was executed as written\n`]
      : []),
    sourceLine(envelopes, how.sources),
    findingsReport(findings(envelopes), how),
    ...failures,
    ...skipped,
    ...waived,
    ...uncovered,
    plansReport(planResults(recordingOf(envelopes), dirname(runbook)), paint),
    `runbook    ${runbook}\n`,
  ].join('');
}

/** How many sentences of the source documents are verified or waived; empty without a document. */
function sourceLine(envelopes: readonly Envelope[], sources: readonly DocumentSource[]): string {
  const { sentences } = trace(envelopes, sentencesIn(sources));
  if (sentences.length === 0) return '';
  const covered = sentences.filter(({ state }) => state === 'verified' || state === 'waived').length;
  return `source     ${covered} of ${sentences.length} sentences verified or waived\n`;
}

const TONES: Readonly<Record<string, Tone>> = { passed: 'good', failed: 'bad' };

function counted(counts: Readonly<Record<string, number>>, paint: Paint): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  const words = some.map(([status, count]) => paint(TONES[status] ?? 'attention', `${count} ${status}`));
  return words.join(', ') || 'none';
}

/** A scenario that is deliberately not executed. */
export interface WaivedScenario extends Waiver {
  readonly feature: string;
  readonly line: number;
  readonly name: string;
}

/** The waived scenarios, each once. */
export function waiversIn(envelopes: readonly Envelope[]): readonly WaivedScenario[] {
  const waived = scenariosOf(recordingOf(envelopes)).flatMap(({ uri, line, name, waiver }) => {
    return waiver ? [{ feature: uri, line, name, ...waiver }] : [];
  });
  return [...new Map(waived.map((one) => [`${one.feature}: ${one.name}`, one])).values()];
}

/** The waived scenarios as the objects of `--json`. */
export function waiversJson(waivers: readonly WaivedScenario[]): readonly object[] {
  return waivers.map(({ feature, name, reason, until }) => ({ scenario: `${feature}: ${name}`, reason, until }));
}

/** The scenarios that the environment does not support, each once, with the step that found it. */
function notApplicable(envelopes: readonly Envelope[]): readonly NotApplicable[] {
  const recording = recordingOf(envelopes);
  const words = englishWords(recording.texts);
  const left = scenariosOf(recording).filter((scenario) => scenario.notApplicable !== '');
  const failures = left.map(({ uri, line, name, steps, notApplicable: reason }): readonly [string, NotApplicable] => {
    const found = steps.find(({ status }) => status === 'skipped');
    const scenario = `${uri}:${line}: ${name}`;
    const step = found ? `line ${found.line}: ${withValues(found).text}` : 'the end, after the last step';
    return [`${uri}: ${name}`, { scenario, step, message: wordsOf(reason, words) }];
  });
  return [...new Map(failures.reverse()).values()].reverse();
}
