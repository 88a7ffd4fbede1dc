import type { RecordedFeature } from '../../recording/model/recorded-run';
import { isProcedureRun, isRollback, type RecordedScenario } from '../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../recording/model/recorded-step';
import { isFailure } from '../../recording/model/state';
import type { AnchorAllocation } from './anchor-allocation';
import { anchorName, fileSlugOf } from './anchor-names';
import type { ExampleOutline, GroupOutline, ProcedureOutline, ProcedureRunOutline, RunStepOutline } from './outline';
import { linkTo } from './page-files';
import type { ExamplePlacement } from './placement';

/** What the outlines of all procedures share while they are made. */
interface OutlineContext {
  readonly placement: ExamplePlacement;
  readonly allocation: AnchorAllocation;
  /** false: the features are no rehearsal, and their pages are not called procedures */
  readonly rehearsal: boolean;
}

/** The outline of a feature file: its procedure runs with the examples beside their steps, then the other examples. */
export function procedureOutline(feature: RecordedFeature, context: OutlineContext): ProcedureOutline {
  const { uri, scenarios } = feature;
  const { placement, allocation, rehearsal } = context;
  const kind = rehearsal ? 'procedure' : 'feature';
  const fileSlug = fileSlugOf(uri);
  const id = allocation.take(fileSlug === '' ? kind : `${kind}-${fileSlug}`);
  const file = `${id}.html`;
  const runs = scenarios.filter(isProcedureRun).map((run) => runOutline(run, file, context));
  for (const { place } of scenarios)
    for (const around of [place.feature, place.rule, ...place.backgrounds])
      allocation.show(uri, around?.line ?? 0, linkTo(file, id));
  const groups = groupsOf(placement.inGeneral(uri), file, allocation);
  const shown = [
    ...runs.map(({ scenario }) => scenario),
    ...runs.flatMap(({ scenario }) => scenario.steps.flatMap((step) => placement.besideStep(scenario, step))),
    ...placement.inGeneral(uri),
  ];
  return {
    feature,
    id,
    file,
    runs,
    groups,
    elsewhere: scenarios.filter((scenario) => !isProcedureRun(scenario) && placement.homeOf(scenario) !== uri),
    shown: shown.length > 0 ? shown : scenarios,
  };
}

function runOutline(scenario: RecordedScenario, page: string, context: OutlineContext): ProcedureRunOutline {
  const fileSlug = fileSlugOf(scenario.uri);
  const id = exampleAnchor(scenario, page, `${fileSlug}-walk`, context.allocation);
  const steps = scenario.steps.map((step) => stepOutline(step, scenario, page, context));
  return { id, scenario, steps };
}

function stepOutline(
  step: RecordedStep,
  run: RecordedScenario,
  page: string,
  { placement, allocation }: OutlineContext,
): RunStepOutline {
  const name = anchorName(step.sources[0] ?? step.text);
  const id = allocation.take(joined('step', fileSlugOf(run.uri), name));
  allocation.show(run.uri, step.line, linkTo(page, id));
  allocation.takeForDecoded(step.output, page);
  const beside = placement.besideStep(run, step);
  const outlined = (examples: readonly RecordedScenario[]) =>
    examples.map((example) => exampleOutline(example, page, allocation));
  return {
    id,
    step,
    failures: outlined(beside.filter(isFailure)),
    rules: outlined(beside.filter((one) => !isFailure(one) && !isRollback(one))),
    rollbacks: outlined(beside.filter(isRollback)),
  };
}

function exampleOutline(scenario: RecordedScenario, page: string, allocation: AnchorAllocation): ExampleOutline {
  const id = exampleAnchor(scenario, page, fileSlugOf(scenario.uri), allocation);
  for (const step of scenario.steps) {
    allocation.show(scenario.uri, step.line, linkTo(page, id));
    allocation.takeForDecoded(step.output, page);
  }
  return { id, scenario };
}

/** Allocates the anchor of an example, and notes the lines of the feature file that it shows. */
function exampleAnchor(
  { name, uri, line, place, row, output }: RecordedScenario,
  page: string,
  fileSlug: string,
  allocation: AnchorAllocation,
): string {
  const id = allocation.take(joined('example', fileSlug, anchorName(name)));
  for (const shown of [line, place.line, row?.table.line ?? place.line]) allocation.show(uri, shown, linkTo(page, id));
  allocation.takeForDecoded(output, page);
  return id;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('-');
}

function groupsOf(
  examples: readonly RecordedScenario[],
  page: string,
  allocation: AnchorAllocation,
): readonly GroupOutline[] {
  const groups = new Map<string, GroupOutline & { readonly examples: ExampleOutline[] }>();
  for (const example of examples) {
    const { rule } = example.place;
    const key = `${example.uri}:${rule?.line ?? 0}`;
    const group = groups.get(key) ?? { rule: rule ?? null, examples: [] };
    group.examples.push(exampleOutline(example, page, allocation));
    groups.set(key, group);
  }
  return [...groups.values()];
}
