import * as v from 'valibot';
import { parse } from 'yaml';
import { InputError } from '../input-error';

const TEXT = v.pipe(v.string(), v.nonEmpty());
const ID = v.pipe(v.string(), v.regex(/^\S+$/, 'an id without spaces'));

const CONDITIONS = v.array(v.picklist(['several-servers', 'share', 'removable-media']));

/** A line of a procedure that is written otherwise in the plan: a line of a table, or a step with its keyword. */
const REPLACEMENT = v.strictObject({ from: TEXT, to: TEXT });

/** A way to carry out a stage: the steps of a procedure, own steps, or both. */
const WAY = {
  id: ID,
  title: TEXT,
  where: v.exactOptional(CONDITIONS),
  /** the name of the scenario */
  procedure: v.exactOptional(TEXT),
  replace: v.exactOptional(v.array(REPLACEMENT)),
  /** Gherkin */
  steps: v.exactOptional(TEXT),
};

/** What a way, or a stage without choices, has to have. */
const hasSteps = ({
  procedure,
  steps,
}: {
  readonly procedure?: string | undefined;
  readonly steps?: string | undefined;
}) => procedure !== undefined || steps !== undefined;
const NO_STEPS = 'a procedure, or steps';

const CHOICE = v.pipe(
  v.strictObject(WAY),
  v.check((way) => hasSteps(way), NO_STEPS),
);

const STAGE = v.pipe(
  v.strictObject({
    ...WAY,
    on: v.picklist(['internal', 'requesting', 'every', 'others']),
    choices: v.exactOptional(v.pipe(v.array(CHOICE), v.nonEmpty())),
  }),
  v.check((stage) => stage.choices !== undefined || hasSteps(stage), `${NO_STEPS}, or choices`),
);

const PATTERN = v.pipe(v.string(), v.check(isPattern, 'a regular expression'));

/** A plan file: the stages of a change, in the order in which they are carried out. */
const PLAN = v.strictObject({
  /** distinguishes a further plan of the same pools; the main one has none */
  id: v.exactOptional(ID),
  /** what a further plan changes */
  title: v.exactOptional(TEXT),
  /** the key of the environment file that the pools of the plan have; all pools have the plan without it */
  having: v.exactOptional(ID),
  /** Gherkin: what was done before the plan begins */
  given: v.exactOptional(TEXT),
  /** what the procedures call the machines */
  phrases: v.strictObject({
    requesting: TEXT,
    internal: TEXT,
    /** the machine on which a procedure is repeated */
    repeated: v.array(TEXT),
  }),
  /** regular expressions for steps of procedures that other stages carry out */
  leaveOut: v.array(PATTERN),
  stages: v.pipe(v.array(STAGE), v.nonEmpty()),
});

/** What a plan file says, with its path for error messages. */
export type PlanFile = v.InferOutput<typeof PLAN> & { readonly path: string };
export type StageEntry = PlanFile['stages'][number];
export type WayEntry = v.InferOutput<typeof CHOICE>;
export type Condition = NonNullable<WayEntry['where']>[number];
export type Replacement = v.InferOutput<typeof REPLACEMENT>;

/** Reads the text of a plan file. Throws an InputError that says each error and its place in the file. */
export function readPlanFile(text: string, path: string): PlanFile {
  const result = v.safeParse(PLAN, parsed(text, path));
  if (result.success) return { ...result.output, path };
  const problems = result.issues.map((issue) => `${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  throw new InputError(problems.join('\n'));
}

/** The ways to carry out a stage; a stage without choices is its own way. */
export function waysOf(stage: StageEntry): readonly WayEntry[] {
  return stage.choices ?? [stage];
}

function parsed(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}
