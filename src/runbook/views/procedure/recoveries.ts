import type { RecordedScenario } from '../../../recording/model/recorded-scenario';
import { isFailure, stateOfScenario } from '../../../recording/model/state';
import type { Recording } from '../../../recording/recording';
import type { Registry } from '../../outline/anchors';
import { linkTo } from '../../outline/page-files';
import { scenariosOf } from '../../outline/totals';
import type { ScenarioLink } from '../findings/findings';
import type { Example, Procedure, WalkStepView } from '../runbook';

/**
 * The procedures with the executed ways out at each failure: scenarios about the same known failure, and those of the
 * same rule about the same sentence.
 */
export function withRecoveries(
  procedures: readonly Procedure[],
  recording: Recording,
  registry: Registry,
): readonly Procedure[] {
  const scenarios = scenariosOf(recording);
  const ways = scenarios.filter(showsTheWay);
  const found = new Map(
    scenarios
      .filter(isFailure)
      .map((failure) => [
        registry.hrefOf(failure.uri, failure.line),
        waysOut(failure, ways).map((one) => linkOf(one, registry)),
      ]),
  );
  return procedures.map((procedure) =>
    eachExample(procedure, (example) => {
      const recoveries = found.get(linkTo(procedure.file, example.id));
      return recoveries ? { ...example, recoveries } : example;
    }),
  );
}

function waysOut(failure: RecordedScenario, ways: readonly RecordedScenario[]): readonly RecordedScenario[] {
  const { rule, failures, sources } = failure.place;
  const inRule = ways.filter((one) => rule && one.uri === failure.uri && one.place.rule?.line === rule.line);
  const same = ways.filter(({ place }) => place.failures.some((id) => failures.includes(id)));
  const near = inRule.filter(({ place }) => place.sources.some((id) => sources.includes(id)));
  return [...new Set([...same, ...near])];
}

function showsTheWay({ marks }: RecordedScenario): boolean {
  return !isFailure({ marks }) && !marks.includes('document-defect') && !marks.includes('procedure');
}

function linkOf(scenario: RecordedScenario, registry: Registry): ScenarioLink {
  const { name, uri, line } = scenario;
  return { name, href: registry.hrefOf(uri, line), state: stateOfScenario(scenario) };
}

/** The procedure with each of its examples replaced. */
function eachExample(procedure: Procedure, change: (example: Example) => Example): Procedure {
  const step = (view: WalkStepView): WalkStepView => ({
    ...view,
    failures: view.failures.map(change),
    rules: view.rules.map(change),
    rollbacks: view.rollbacks.map(change),
  });
  return {
    ...procedure,
    walks: procedure.walks.map((walk) => ({
      ...walk,
      prerequisites: walk.prerequisites.map(step),
      steps: walk.steps.map(step),
    })),
    groups: procedure.groups.map((group) => ({ ...group, examples: group.examples.map(change) })),
  };
}
