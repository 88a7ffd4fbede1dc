import { isIn, type PlanFeature } from './compose';
import { type FeatureTexts, scenarioSteps, stepsIn, type WrittenStep } from './gherkin-steps';
import type { PlanEnvironment } from './plan-environment';
import { type PlanFile, type StageEntry, type WayEntry, waysOf } from './plan-file';
import { linesOf, type StageContext, stepsOf } from './stage-steps';

/** One step of the rest of a change: stages of the plan on a machine, or commands that the plan does not have. */
export interface RestStep {
  readonly machine: string;
  /** the ids of stages in the plan file */
  readonly stages: readonly string[];
  /** a separate stage, if the plan file has none */
  readonly own?: OwnStage & { readonly commands: readonly string[] };
}

/** A stage that the plan file does not have. */
interface OwnStage {
  readonly id: string;
  readonly title: string;
}

/** The rest of the change of one pool. */
export interface RestOfPlan {
  readonly pool: string;
  /** a stage before the others, with its steps as the lines of a scenario */
  readonly first?: OwnStage & { readonly steps: string };
  readonly steps: readonly RestStep[];
  /** the list item of the certificate in these stages, where lists may show several certificates for the pool */
  readonly listItem: { readonly stages: readonly string[]; readonly text: string };
  /** the stage at the end, in which the judge looks at the pool */
  readonly judged: OwnStage;
  /** who types commands */
  readonly account: string;
  /** the end of a step that presses a button, whose label is another one after its first use on a machine */
  readonly button: { readonly first: string; readonly again: string };
}

/** The name of the scenario with the remaining steps. */
export const REST_NAME = 'The remaining steps';

/** The cell of a table that selects the certificate by the name of the pool. */
const BY_POOL = /(\|[^|]*\|\s*)\{pool\}(\s*\|)/;

/**
 * Composes a feature with only the remaining steps of a change, and a last step in which the judge looks at the pool.
 * Throws an InputError like `composePlans`.
 */
export function composeRest(
  file: PlanFile,
  features: FeatureTexts,
  environment: PlanEnvironment,
  rest: RestOfPlan,
): PlanFeature {
  const pool = environment.pools.find(({ fqdn }) => fqdn === rest.pool);
  if (!pool) throw new Error(`the environment has no pool ${rest.pool}`);
  const find = scenarioSteps(features, file.path);
  const context: StageContext = { pool, environment, file, procedure: (name) => find(name).steps };
  const begun = new Set<string>();
  const pressed = new Set<string>();
  const first = rest.first
    ? ownLines(rest.first, environment.internalServer, stepsIn(rest.first.steps, file.path))
    : [];
  const lines = rest.steps.flatMap((step) => stepLines(step, context, { rest, begun, pressed }));
  const text = [
    `Feature: The plan for the pool ${rest.pool}`,
    '',
    '  @plan',
    `  Example: ${REST_NAME}`,
    `    Given the plan is for the pool "${rest.pool}"`,
    ...first,
    ...lines,
    ...ownLines(rest.judged, pool.servers[0] ?? '', stepsIn(JUDGE, file.path)),
  ];
  return { pool: rest.pool, uri: `plans/${rest.pool}.feature`, text: `${text.join('\n')}\n` };
}

const JUDGE = 'When the judge looks at the pool\nThen the judge finds no error and no warning';

interface Progress {
  readonly rest: RestOfPlan;
  /** the stages that are composed, with their machines */
  readonly begun: Set<string>;
  /** the machines on which the button was pressed */
  readonly pressed: Set<string>;
}

function stepLines(
  { machine, stages, own }: RestStep,
  context: StageContext,
  { rest, begun, pressed }: Progress,
): readonly string[] {
  if (own) return ownLines(own, machine, stepsIn(commandSteps(machine, own.commands, rest.account), context.file.path));
  const entries = context.file.stages.filter((stage) => stages.includes(stage.id) && isIn(stage, context));
  return entries.flatMap((stage) => {
    const [way] = waysOf(stage).filter((one) => isIn(one, context));
    const place = stage.on === 'internal' ? context.environment.internalServer : machine;
    const name = `${stage.id} ${place}`;
    if (!way || begun.has(name)) return [];
    begun.add(name);
    const lines = linesOf(stepsOf(way, place, context), 'Given').map((line) => {
      const label = [rest.button.first, rest.button.again].find((one) => line.endsWith(one));
      if (label === undefined) return rest.listItem.stages.includes(stage.id) ? selected(line, rest) : line;
      const other = pressed.has(place) ? rest.button.again : rest.button.first;
      pressed.add(place);
      return line.slice(0, -label.length) + other;
    });
    return [...headOf(stage, way, place), ...lines];
  });
}

function selected(line: string, { listItem }: RestOfPlan): string {
  return line.replace(BY_POOL, (_, before, after) => `${before}${listItem.text}${after}`);
}

function ownLines(stage: OwnStage, machine: string, steps: readonly WrittenStep[]): readonly string[] {
  return [...headOf(stage, stage, machine), ...linesOf(steps, 'Given')];
}

function headOf(
  stage: Pick<StageEntry, 'id' | 'title'>,
  way: Pick<WayEntry, 'id' | 'title'>,
  machine: string,
): readonly string[] {
  return [
    `    # stage: ${stage.id} ${stage.title}`,
    `    # choice: ${way.id} ${way.title}`,
    `    # machine: ${machine}`,
  ];
}

function commandSteps(machine: string, commands: readonly string[], account: string): string {
  const typed = commands.map((command) => `And the operator types the command:\n  """\n  ${command}\n  """`);
  return [`When the operator logs on to ${machine} as ${account}`, ...typed].join('\n');
}
