import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../recording/model/recorded-step';
import type { ProcedureOutline } from './outline';
import { linkTo } from './page-files';
import type { PlanOutline, SameSteps, StepInPlan } from './plans';

/**
 * Finds the steps that are the same in plans and procedures. They have the same sentences, and the same words if they name
 * the same server; a plan may replace lines of a table. A procedure leads to the main plan of each pool.
 */
export function sameSteps(plans: readonly PlanOutline[], procedures: readonly ProcedureOutline[]): SameSteps {
  const planned = new Groups<StepInPlan>();
  for (const { id: plan, pool, file, stages } of plans.filter(({ title }) => title === ''))
    for (const stage of stages)
      for (const { step, number, anchor } of stage.choices.flatMap((choice) =>
        choice.machineBlocks.flatMap((block) => block.steps),
      ))
        planned.add(step, {
          pool,
          stage: { ...stage, href: linkTo(file, `${plan}-${stage.id}`) },
          number,
          href: linkTo(file, anchor),
        });
  const failures = new Groups<RecordedScenario>();
  for (const { step, failures: own } of procedures.flatMap(({ runs }) => runs.flatMap((run) => run.steps)))
    for (const { scenario } of own) failures.add(step, scenario);
  return { planned: (step) => planned.of(step), failures: (step) => failures.of(step) };
}

/** Things by the steps to which they belong; steps without sentences have none. */
class Groups<T> {
  readonly #bySources = new Map<string, { readonly step: RecordedStep; readonly thing: T }[]>();

  add(step: RecordedStep, thing: T): void {
    const { sources } = step;
    if (sources.length === 0) return;
    const key = sources.join(' ');
    this.#bySources.set(key, [...(this.#bySources.get(key) ?? []), { step, thing }]);
  }

  of(wanted: RecordedStep): readonly T[] {
    const alike = this.#bySources.get(wanted.sources.join(' ')) ?? [];
    const found = CRITERIA.map((same) => alike.filter(({ step }) => same(step, wanted)));
    return [...new Set((found.find((some) => some.length > 0) ?? []).map(({ thing }) => thing))];
  }
}

/** When steps with the same sentences are the same, the strictest criterion first. */
const CRITERIA: readonly ((one: RecordedStep, other: RecordedStep) => boolean)[] = [
  (one, other) => one.text === other.text && sameArguments(one, other),
  sameArguments,
  () => true,
];

function sameArguments(one: RecordedStep, other: RecordedStep): boolean {
  return one.docString === other.docString && JSON.stringify(one.table) === JSON.stringify(other.table);
}
