import { type FeatureTexts, scenarioSteps, stepsIn } from './gherkin-steps';
import { type PlanEnvironment, type PlannedPool, planEnvironment } from './plan-environment';
import { type Condition, type PlanFile, type StageEntry, type WayEntry, waysOf } from './plan-file';
import { linesOf, machinesOf, type StageContext, stepsOf } from './stage-steps';

export { planEnvironment };

/** The plan of one pool as a feature. */
export interface PlanFeature {
  /** FQDN */
  readonly pool: string;
  /** the address of the feature: `plans/pool.example.com.feature`, with the id of a further plan before the pool */
  readonly uri: string;
  readonly text: string;
}

/** The whole plan of one pool. */
export interface ComposedPlan extends PlanFeature {
  /** the addresses of the features whose procedures it takes */
  readonly taken: readonly string[];
}

/**
 * Composes one feature for each pool: a main scenario with the first choice of each stage, and one scenario for each
 * other choice. The steps are those of the procedures, written once for each machine.
 *
 * @param features the features that contain the procedures
 * @throws InputError for a procedure or a replaced line that the features do not have
 */
export function composePlans(
  file: PlanFile,
  features: FeatureTexts,
  environment: PlanEnvironment,
): readonly ComposedPlan[] {
  const find = scenarioSteps(features, file.path);
  const { id = '', having } = file;
  const pools = environment.pools.filter(({ has }) => having === undefined || has.includes(having));
  return pools.map((pool) => {
    const taken = new Set<string>();
    const procedure = (name: string) => {
      const { feature, steps } = find(name);
      taken.add(feature);
      return steps;
    };
    const text = featureOf({ file, pool, environment, procedure });
    const uri = `plans/${id === '' ? '' : `${id}-`}${pool.fqdn}.feature`;
    return { pool: pool.fqdn, uri, text, taken: [...taken] };
  });
}

function featureOf(context: StageContext): string {
  const stages = context.file.stages.filter((stage) => isIn(stage, context)).flatMap((stage) => chosen(stage, context));
  const others = stages.flatMap((stage) => stage.ways.slice(1).map((way) => ({ stage, way })));
  const { id, title } = context.file;
  const tags = id === undefined ? '@plan' : `@plan @plan-${id}`;
  const lines = [
    `Feature: ${title ?? `The plan for the pool ${context.pool.fqdn}`}`,
    ...scenario(tags, 'The whole plan', stages, context),
    ...others.flatMap(({ stage, way }) =>
      scenario(
        `${tags} @choice`,
        way.title,
        stages.map((one) => (one === stage ? { ...one, ways: [way] } : one)),
        context,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

interface ChosenStage {
  readonly stage: StageEntry;
  /** the ways that the environment has, the chosen one first */
  readonly ways: readonly WayEntry[];
}

function chosen(stage: StageEntry, context: StageContext): readonly ChosenStage[] {
  const ways = waysOf(stage).filter((way) => isIn(way, context));
  return ways.length === 0 ? [] : [{ stage, ways }];
}

function scenario(tags: string, name: string, stages: readonly ChosenStage[], context: StageContext): string[] {
  return [
    '',
    `  ${tags}`,
    `  Example: ${name}`,
    `    Given the plan is for the pool "${context.pool.fqdn}"`,
    ...linesOf(stepsIn(context.file.given ?? '', context.file.path), 'Given'),
    ...stages.flatMap(({ stage, ways: [way = stage] }) => stageLines(stage, way, context)),
  ];
}

function stageLines(stage: StageEntry, way: WayEntry, context: StageContext): readonly string[] {
  return machinesOf(stage, context).flatMap((machine) => [
    `    # stage: ${stage.id} ${stage.title}`,
    `    # choice: ${way.id} ${way.title}`,
    `    # machine: ${machine}`,
    ...linesOf(stepsOf(way, machine, context), 'Given'),
  ]);
}

/** Whether a stage or a way is for the pool of the plan. */
export function isIn({ where = [] }: { readonly where?: readonly Condition[] }, context: StageContext): boolean {
  return where.every((condition) => holds(condition, context.pool, context.environment));
}

function holds(condition: Condition, { servers }: PlannedPool, { transfer }: PlanEnvironment): boolean {
  switch (condition) {
    case 'several-servers':
      return servers.length > 1;
    case 'share':
    case 'removable-media':
      return servers.length > 1 && transfer === condition;
  }
}
