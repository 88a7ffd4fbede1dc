import type { Envelope } from '@cucumber/messages';
import { englishWords, wordsOf } from '../../fact';
import { type RecordedScenario, reasonOf } from '../../recording/model/recorded-scenario';
import { isFailing } from '../../recording/model/status';
import { withValues } from '../../recording/model/step-values';
import { recordingOf } from '../../recording/recording';
import { scenariosOf } from '../../runbook/outline/totals';
import type { Paint } from '../terminal/paint';

/** A scenario that failed: the step, what it expected and what it found. */
export interface Failure {
  /** the address of the feature file */
  readonly feature: string;
  /** the line of the failed step; of the scenario if no step failed */
  readonly line: number;
  readonly scenario: string;
  readonly scenarioLine: number;
  /** the text of the failed step; empty if no step failed */
  readonly step: string;
  /** the expected result; null if the step compares nothing */
  readonly expected: string | null;
  /** the result; null if the step compares nothing */
  readonly found: string | null;
  /** the first line of the error */
  readonly message: string;
}

/** The first failure of those that have the same cause. */
export interface GroupedFailure extends Failure {
  /** the number of other failures for the same reason */
  readonly more: number;
}

/** Every scenario that failed, with the failed step. */
export function failuresIn(envelopes: readonly Envelope[]): readonly Failure[] {
  const recording = recordingOf(envelopes);
  const words = englishWords(recording.texts);
  return scenariosOf(recording)
    .filter(({ status }) => isFailing(status))
    .map((scenario) => failureOf(scenario, wordsOf(reasonOf(scenario), words)));
}

/** The failures, those with the same cause as one, in the order of their first occurrence. */
export function groupedFailures(failures: readonly Failure[]): readonly GroupedFailure[] {
  const groups = new Map<string, GroupedFailure>();
  for (const failure of failures) {
    const cause = causeOf(failure);
    const known = groups.get(cause);
    groups.set(cause, known ? { ...known, more: known.more + 1 } : { ...failure, more: 0 });
  }
  return [...groups.values()];
}

/** The lines about failures on the terminal, one text for each cause. */
export function failureLines(failures: readonly Failure[], paint: Paint): readonly string[] {
  return groupedFailures(failures).map(
    ({ feature, line, scenario, step, expected, found, message, more, ...failure }) => {
      const said = expected === null ? [message] : [`expected: ${expected}`, `found:    ${found}`];
      const others = more === 0 ? [] : [`and ${more} more for the same reason`];
      const place = step === '' ? 'at the scenario as a whole' : `at line ${line}: ${step}`;
      const lines = [place, ...said, ...others];
      return [
        `  ${paint('bad', 'FAILED')}  ${feature}:${failure.scenarioLine}: ${scenario}\n`,
        ...lines.map((one) => `          ${one}\n`),
      ].join('');
    },
  );
}

const COMPARISON = /^(?:.*?: )?expected (.*), found (.*)$/;

function failureOf(scenario: RecordedScenario, reason: string): Failure {
  const failing = scenario.steps.find(({ status }) => isFailing(status));
  const message = (reason.split('\n')[0] ?? '').replace(/^[A-Za-z]*(?:Error|Expectation|Refusal): /, '');
  const [, expected = null, found = null] = COMPARISON.exec(message) ?? [];
  return {
    feature: scenario.uri,
    line: failing?.line ?? scenario.line,
    scenario: scenario.name,
    scenarioLine: scenario.line,
    step: failing ? withValues(failing).text : '',
    ...{ expected, found, message },
  };
}

/** Names of servers and numbers of certificates distinguish no causes. A comparison is about its step. */
function causeOf({ step, expected, message }: Failure): string {
  const cause = message.replace(/^[\w.-]+: /, '').replace(/\b[0-9A-Fa-f]{8,}\b/g, '');
  return expected === null ? cause : `${step}\n${cause}`;
}
