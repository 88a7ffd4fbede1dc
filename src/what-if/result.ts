import { englishWords, wordsOf } from '../fact';
import type { ProposedCheck } from './checks';
import type { Repair } from './slip-repair';
import { SLIP_FACTS } from './slips/slip-facts';
import type { WhatIf } from './tried-slips';

/** A slip with everything that is known of it, as other programs read it. Steps are numbered from 1. */
export interface SlipResult {
  /** the address of the feature */
  readonly feature: string;
  readonly scenario: string;
  readonly step: number;
  readonly line: number;
  readonly text: string;
  /** the sentences of the source document that the step carries out */
  readonly sentences: readonly string[];
  /** the stage of the plan and the machine; empty outside plans */
  readonly stage: string;
  readonly machine: string;
  readonly slip: string;
  readonly description: string;
  /**
   * `refusal`, `screen`, `check`: a step notices it. `judge`: only the judge finds something at the end. `nothing`: the end is
   * another one, without findings. `no effect`: the end is the same
   */
  readonly outcome: 'refusal' | 'screen' | 'check' | 'judge' | 'nothing' | 'no effect';
  /** the step that could not be done as it is written, and the steps that were begun since the slip */
  readonly noticed: {
    readonly step: number;
    readonly distance: number;
    readonly code?: string;
    readonly message: string;
  } | null;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly server?: string }[];
  /** null: nothing is to be repaired; `unknown`: no repair was found */
  readonly repair: RepairResult | 'unknown' | null;
  /** null: no further check is needed; `unknown`: no command tells the slip */
  readonly check: CheckResult | 'unknown' | null;
}

/** A check: a command, the server, and the step after which it is typed. */
export interface CheckResult {
  readonly command: string;
  readonly on: string;
  readonly after: number;
  /** the code with which the server refuses the command if there was no slip; null: it answers */
  readonly refused: string | null;
}

/** A repair: steps that are done again before the procedure goes on, or the stages that remain. */
export type RepairResult =
  | { readonly again: readonly number[]; readonly next: number | null }
  | { readonly stages: readonly { readonly stage: string; readonly machine: string }[] };

const WORDS = englishWords(SLIP_FACTS);

/** The result of a slip in the scenario of a feature. */
export function slipResult(feature: string, { walk, step, trial, repair, check }: WhatIf): SlipResult {
  const { slip, notice, findings } = trial;
  return {
    feature,
    scenario: walk.name,
    step: step.number,
    line: step.line,
    text: step.step.text,
    sentences: step.sentences,
    stage: step.place?.stage.title ?? '',
    machine: step.place?.machine ?? '',
    slip: slip.kind,
    description: wordsOf(slip.description, WORDS),
    outcome: outcomeOf(trial),
    noticed: notice && {
      step: notice.at + 1,
      distance: notice.distance,
      ...(notice.problem.code === undefined ? {} : { code: notice.problem.code }),
      message: notice.problem.message,
    },
    findings: findings.map(({ code, severity, server }) => ({ code, severity, ...(server ? { server } : {}) })),
    repair: repair === undefined ? 'unknown' : repair && repairResult(repair, walk.steps.length),
    check: check === undefined ? 'unknown' : check && checkResult(check),
  };
}

function outcomeOf({ notice, findings, isHarmless }: WhatIf['trial']): SlipResult['outcome'] {
  if (notice) return notice.by;
  if (findings.length > 0) return 'judge';
  return isHarmless ? 'no effect' : 'nothing';
}

function checkResult({ command, on, after, refused }: ProposedCheck): CheckResult {
  return { command, on, after: after + 1, refused: refused ?? null };
}

function repairResult(repair: Repair, length: number): RepairResult {
  if (repair.kind === 'rest') return { stages: repair.stages.map(({ stage, machine }) => ({ stage, machine })) };
  return { again: repair.again.map((index) => index + 1), next: repair.next < length ? repair.next + 1 : null };
}
