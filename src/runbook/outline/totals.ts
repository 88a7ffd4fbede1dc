import type { Envelope } from '@cucumber/messages';
import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import { STATUSES, type Status } from '../../recording/model/status';
import { type Recording, recordingOf } from '../../recording/recording';
import { countsOf } from '../counts';

export type StatusCounts = Readonly<Record<Status, number>>;

/** How many scenarios and steps ended how; steps of a Background count in each scenario. */
export interface Totals {
  readonly scenarios: StatusCounts;
  readonly steps: StatusCounts;
}

/** Counts a message stream. Scenarios that the run did not select are not counted. */
export function totals(messages: readonly Envelope[]): Totals {
  return totalsOf(scenariosOf(recordingOf(messages)).filter((scenario) => scenario.selected));
}

/** Counts some scenarios. */
export function totalsOf(scenarios: readonly RecordedScenario[]): Totals {
  const steps = scenarios.flatMap((scenario) => scenario.steps);
  return { scenarios: statusCounts(scenarios), steps: statusCounts(steps) };
}

/** All scenarios of a run, in the order of the files. */
export function scenariosOf(recording: Recording): readonly RecordedScenario[] {
  return recording.features.flatMap((feature) => feature.scenarios);
}

function statusCounts(things: readonly { readonly status: Status }[]): StatusCounts {
  return countsOf(
    STATUSES,
    things.map((thing) => thing.status),
  );
}
