import type { Value } from '../../fact';
import { firstLine } from '../../recording/model/failure-message';
import type { Recording } from '../../recording/model/recorded-run';
import { type RecordedScenario, reasonOf } from '../../recording/model/recorded-scenario';
import { stateOfScenario, stateOfStep } from '../../recording/model/state';
import type { State } from '../../recording/model/states';
import { isFailing } from '../../recording/model/status';
import { withValues } from '../../recording/model/step-values';
import type { PageAnchors } from './anchors';
import { scenariosOf } from './totals';

/** A scenario that failed or was not completed, or an error that prevented the run from starting or ending. */
export interface Unsettled {
  readonly state: State;
  /** the title of its feature; for an error of the run, where it occurred */
  readonly procedure: string;
  readonly scenario: string;
  readonly step: string;
  /** `file:line` of the failed step, or else of the scenario; empty for an error of the run */
  readonly at: string;
  readonly message: Value;
  /** the last day of its waiver, `YYYY-MM-DD`; empty without one */
  readonly until: string;
  readonly href: string;
}

/** What failed: first the errors of the run itself, then scenarios. */
export function failingIn(recording: Recording, anchors: PageAnchors): readonly Unsettled[] {
  const errors = recording.errors.map(({ where, message }) => ({
    state: 'failing' as const,
    procedure: where,
    scenario: '',
    step: '',
    at: '',
    message,
    until: '',
    href: '',
  }));
  const failing = scenariosOf(recording).filter(({ status }) => isFailing(status));
  return [...errors, ...failing.map((scenario) => unsettled(scenario, anchors))];
}

/** The selected scenarios that were not completed. */
export function omittedIn(recording: Recording, anchors: PageAnchors): readonly Unsettled[] {
  return scenariosOf(recording)
    .filter(({ selected, status }) => selected && !isFailing(status) && status !== 'passed')
    .map((scenario) => unsettled(scenario, anchors));
}

/** A scenario that failed or was not completed, with the failed step. */
export function unsettled(scenario: RecordedScenario, anchors: PageAnchors): Unsettled {
  const { uri, place, line } = scenario;
  const reason = reasonOf(scenario);
  const step = scenario.steps.find(({ status }) => isFailing(status));
  return {
    state: step ? stateOfStep(step, scenario) : stateOfScenario(scenario),
    procedure: place.feature.name || uri,
    scenario: scenario.name,
    step: step ? withValues(step).text : '',
    at: `${uri}:${step?.line ?? line}`,
    message: typeof reason === 'string' ? firstLine(reason) : reason,
    until: scenario.waiver?.until ?? '',
    href: (step && anchors.hrefOf(uri, step.line)) || anchors.hrefOf(uri, line),
  };
}
