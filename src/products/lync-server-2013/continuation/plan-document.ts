import * as v from 'valibot';
import { InputError } from '../../../input-error';

/** The JSON of `rehearse plan`, as far as a later check reads it. */

const PROFILE = v.object({
  server: v.string(),
  chain: v.picklist(['complete', 'incomplete']),
  misplaced: v.number(),
  requests: v.number(),
  certificates: v.array(v.string()),
  assigned: v.string(),
  presented: v.string(),
  keyFiles: v.number(),
});

const POOL = v.object({
  pool: v.string(),
  steps: v.array(v.object({ number: v.number(), title: v.string(), machine: v.string() })),
  /** before the first step, and after each step */
  expected: v.pipe(v.array(v.array(PROFILE)), v.minLength(1)),
  otherwise: v.array(
    v.object({
      assumption: v.string(),
      value: v.union([v.string(), v.number(), v.boolean()]),
      after: v.number(),
      profiles: v.array(PROFILE),
    }),
  ),
});

const NO_POOL = 'the plan is for no pool; plan again with the states of all servers of a pool';
const POOLS = v.pipe(v.array(POOL), v.minLength(1, NO_POOL));

const PLAN = v.object({ format: v.literal('rehearse-plan'), version: v.literal(1), pools: POOLS });

export type PlanDocument = v.InferOutput<typeof PLAN>;
export type PlanOfPool = PlanDocument['pools'][number];

/** Reads the JSON that `rehearse plan --json` printed. Throws an InputError that says what is wrong, and where. */
export function readPlanDocument(text: string, file: string): PlanDocument {
  const result = v.safeParse(PLAN, parsed(text, file));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new InputError(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}; ${HINT}`);
}

const HINT = 'give the output of: rehearse plan --json';

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${file}: this is not JSON (${error instanceof Error ? error.message : String(error)}); ${HINT}`,
    );
  }
}
