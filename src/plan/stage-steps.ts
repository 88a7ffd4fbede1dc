import { InputError } from '../input-error';
import { type StepType, stepsIn, type WrittenStep } from './gherkin-steps';
import type { PlanEnvironment, PlannedPool } from './plan-environment';
import type { PlanFile, Replacement, StageEntry, WayEntry } from './plan-file';

/** What the steps of a stage are made from. */
export interface StageContext {
  readonly pool: PlannedPool;
  readonly environment: PlanEnvironment;
  readonly file: PlanFile;
  /** the steps of a procedure, by the name of its scenario in the features beside the plan file */
  readonly procedure: (name: string) => readonly WrittenStep[];
}

/** The machines on which a stage is carried out, in order. */
export function machinesOf({ on }: StageEntry, { pool, environment }: StageContext): readonly string[] {
  const [requesting = '', ...others] = pool.servers;
  switch (on) {
    case 'internal':
      return [environment.internalServer];
    case 'requesting':
      return [requesting];
    case 'every':
      return pool.servers;
    case 'others':
      return others;
  }
}

/** The steps of one way to carry out a stage, on one machine. */
export function stepsOf(way: WayEntry, machine: string, context: StageContext): readonly WrittenStep[] {
  const names = { ...namesIn(context), '{server}': machine };
  const taken = way.procedure === undefined ? [] : context.procedure(way.procedure);
  const replaced = withReplacements(taken, way, context.file);
  const named = { ...names, ...repeatedOn(machine, context) };
  const repeated = replaced.flatMap((step) => asPlanStep(step, context)).map((step) => renamed(step, named));
  const own = stepsIn(way.steps ?? '', context.file.path).map((step) => renamed(step, names));
  return [...repeated, ...own];
}

/** What the steps of a plan call the machines. */
function namesIn({ pool, environment, file: { phrases } }: StageContext): Readonly<Record<string, string>> {
  return { [phrases.requesting]: pool.servers[0] ?? '', [phrases.internal]: environment.internalServer };
}

/** In a procedure these phrases mean the server on which it is repeated. */
function repeatedOn(machine: string, { file: { phrases } }: StageContext): Readonly<Record<string, string>> {
  return Object.fromEntries(phrases.repeated.map((phrase) => [phrase, machine]));
}

/** The step in a plan; none if another stage does the same. */
function asPlanStep(step: WrittenStep, { file }: StageContext): readonly WrittenStep[] {
  const { text, type } = step;
  if (type === 'Given') return text.startsWith(LOGGED_ON) ? [loggingOn(step)] : [];
  return file.leaveOut.some((pattern) => new RegExp(pattern).test(text)) ? [] : [step];
}

const LOGGED_ON = 'the operator is logged on to ';

function loggingOn(step: WrittenStep): WrittenStep {
  return { ...step, type: 'When', text: step.text.replace(LOGGED_ON, 'the operator logs on to ') };
}

function withReplacements(
  steps: readonly WrittenStep[],
  { replace = [], title }: WayEntry,
  { path }: PlanFile,
): readonly WrittenStep[] {
  const used = new Set<Replacement>();
  const inStep = (step: WrittenStep): WrittenStep => {
    const line = find(`${step.type} ${step.text}`, replace, used);
    const argument = step.argument.flatMap(
      (row) =>
        find(row, replace, used)
          ?.to.trim()
          .split(/\s*\n\s*/) ?? [row],
    );
    return { ...step, ...(line ? (stepsIn(line.to, path)[0] ?? step) : {}), comments: step.comments, argument };
  };
  const replaced = steps.map(inStep);
  const unused = replace.find((one) => !used.has(one));
  if (unused)
    throw new InputError(`${path} replaces "${unused.from}" in "${title}", which the procedure does not have`);
  return replaced;
}

function find(line: string, replace: readonly Replacement[], used: Set<Replacement>): Replacement | undefined {
  const found = replace.find(({ from }) => plain(from) === plain(line));
  if (found) used.add(found);
  return found;
}

/** A line without the spaces that align a table. */
function plain(line: string): string {
  return line.trim().replace(/\s*\|\s*/g, '|');
}

function renamed(step: WrittenStep, names: Readonly<Record<string, string>>): WrittenStep {
  const text = Object.entries(names).reduce((line, [from, to]) => line.replaceAll(from, to), step.text);
  return { ...step, text };
}

/** The steps as lines of a scenario. */
export function linesOf(steps: readonly WrittenStep[], before: StepType): readonly string[] {
  let type = before;
  return steps.flatMap((step) => {
    const keyword = step.type === type ? 'And' : step.type;
    type = step.type;
    return [
      ...step.comments.map((comment) => `    ${comment}`),
      `    ${keyword} ${step.text}`,
      ...step.argument.map((row) => `      ${row}`),
    ];
  });
}
