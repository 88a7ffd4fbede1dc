import { firstLine } from '../../../recording/model/failure-message';
import { type RecordedScenario, reasonOf } from '../../../recording/model/recorded-scenario';
import { stateOfScenario, stateOfStep } from '../../../recording/model/state';
import { isFailing } from '../../../recording/model/status';
import { withValues } from '../../../recording/model/step-values';
import type { Recording } from '../../../recording/recording';
import type { Registry } from '../../outline/anchors';
import { scenariosOf } from '../../outline/totals';
import type { Problem } from '../findings/findings';

/** What does not hold, first what kept the run itself from starting or ending. */
export function problemsOf(recording: Recording, registry: Registry): readonly Problem[] {
  const broken = recording.errors.map(({ where, message }) => ({
    state: 'failing' as const,
    procedure: where,
    scenario: '',
    step: '',
    message,
    until: '',
    href: '',
  }));
  const failing = scenariosOf(recording).filter(({ status }) => isFailing(status));
  return [...broken, ...failing.map((scenario) => problemOf(scenario, registry))];
}

/** What was selected and yet not carried through. */
export function omissionsOf(recording: Recording, registry: Registry): readonly Problem[] {
  return scenariosOf(recording)
    .filter(({ selected, status }) => selected && !isFailing(status) && status !== 'passed')
    .map((scenario) => problemOf(scenario, registry));
}

/** A scenario that does not hold, or was not carried through. */
export function problemOf(scenario: RecordedScenario, registry: Registry): Problem {
  const { uri, place, line } = scenario;
  const step = scenario.steps.find(({ status }) => isFailing(status));
  return {
    state: step ? stateOfStep(step, scenario) : stateOfScenario(scenario),
    procedure: place.feature.name || uri,
    scenario: scenario.name,
    step: step ? withValues(step).text : '',
    message: firstLine(reasonOf(scenario)),
    until: scenario.waiver?.until ?? '',
    href: (step && registry.hrefOf(uri, step.line)) || registry.hrefOf(uri, line),
  };
}
