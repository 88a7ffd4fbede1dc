import { englishWords, wordsOf } from '../fact';
import type { Finding } from '../judge/finding';
import type { ServiceConnection } from '../world/connections';
import type { ProposedCheck } from './checks';
import type { SlipPair } from './pairs';
import type { Repair } from './slip-repair';
import type { Notice } from './slip-trial';
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
  /** what happens if the person goes on after the notice; null: no step notices it */
  readonly goingOn: {
    /** whether the rest can be done as it is written, and leads to the same; otherwise the repair comes first */
    readonly isSafe: boolean;
    /** the further steps that cannot be done; the person passes them over */
    readonly stops: readonly number[];
    /** what the judge newly finds at the end */
    readonly findings: SlipResult['findings'];
  } | null;
  /** what follows when the change is over; after a notice, if the person goes on without the repair */
  readonly consequence: {
    readonly outage: readonly Outage[];
    /** what notices the slip after the procedure if no step does: a connection, or the next renewal; null: nothing */
    readonly by: 'replication' | 'tls' | 'renewal' | null;
    /** the HRESULTs with which authorities deny a request, and only with the slip */
    readonly denials: readonly string[];
  };
  /** whether a step or the proposed check notices it before services start; null: there is nothing to notice */
  readonly inTime: boolean | null;
  /** null: nothing is to be repaired; `unknown`: no repair was found */
  readonly repair: RepairResult | 'unknown' | null;
  /** null: no further check is needed; `unknown`: no command tells the slip */
  readonly check: CheckResult | 'unknown' | null;
}

/** A connection that works without the slip and fails with it. */
export interface Outage {
  readonly by: 'replication' | 'tls';
  /** who connects: an FQDN; null: clients on the Internet */
  readonly client: string | null;
  readonly server: string;
  /** the title of the certificate use; empty for replication */
  readonly use: string;
  readonly reason: string;
}

/** A check: a command, the server, and the step after which it is typed. */
export interface CheckResult {
  readonly command: string;
  readonly on: string;
  readonly after: number;
  /** the code with which the server refuses the command if there was no slip; null: it answers */
  readonly refused: string | null;
  /** the answer if there was no slip, without thumbprints and other numbers that differ on real servers */
  readonly answer?: string;
}

/** A repair: steps that are done again before the procedure goes on, or the stages that remain. */
export type RepairResult = (
  | { readonly again: readonly number[]; readonly next: number | null }
  | { readonly stages: readonly { readonly stage: string; readonly machine: string }[] }
) & {
  /** the codes of warnings that remain after it; absent if there are none */
  readonly leaves?: readonly string[];
};

/** Two slips of a scenario that no step notices alone, with what follows only from both. */
export interface PairResult {
  readonly feature: string;
  readonly scenario: string;
  readonly slips: readonly {
    readonly step: number;
    readonly text: string;
    readonly slip: string;
    readonly description: string;
  }[];
  readonly noticed: SlipResult['noticed'];
  readonly findings: SlipResult['findings'];
  readonly outage: readonly Outage[];
}

const WORDS = englishWords(SLIP_FACTS);

/** The result of a slip in the scenario of a feature. */
export function slipResult(feature: string, { walk, step, trial, ...found }: WhatIf): SlipResult {
  const { slip, notice, findings } = trial;
  const { goingOn, consequence, repair, check, isInTime } = found;
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
    noticed: notice && noticeResult(notice),
    findings: findings.map(findingResult),
    goingOn: goingOn && {
      isSafe: goingOn.isSafe,
      stops: goingOn.stops.map((index) => index + 1),
      findings: goingOn.findings.map(findingResult),
    },
    consequence: { ...consequence, outage: consequence.outage.map(outageOf) },
    inTime: isInTime,
    repair: repair === undefined ? 'unknown' : repair && repairResult(repair, walk.steps.length),
    check: check === undefined ? 'unknown' : check && checkResult(check),
  };
}

/** The result of two slips. */
export function pairResult({ walk, first, second, notice, findings, outage }: SlipPair): PairResult {
  return {
    feature: walk.address,
    scenario: walk.name,
    slips: [first, second].map(({ step, slip }) => ({
      step: step.number,
      text: step.step.text,
      slip: slip.kind,
      description: wordsOf(slip.description, WORDS),
    })),
    noticed: notice && noticeResult(notice),
    findings: findings.map(findingResult),
    outage: outage.map(outageOf),
  };
}

function noticeResult({ at, distance, problem: { code, message } }: Notice): NonNullable<SlipResult['noticed']> {
  return { step: at + 1, distance, ...(code === undefined ? {} : { code }), message };
}

function outcomeOf({ notice, findings, isHarmless }: WhatIf['trial']): SlipResult['outcome'] {
  if (notice) return notice.by;
  if (findings.length > 0) return 'judge';
  return isHarmless ? 'no effect' : 'nothing';
}

function findingResult({ code, severity, server }: Finding): SlipResult['findings'][number] {
  return { code, severity, ...(server ? { server } : {}) };
}

function outageOf({ by, client, server, use = '', failure = '' }: ServiceConnection): Outage {
  return { by, client, server, use, reason: failure };
}

function checkResult({ command, on, after, refused, answer }: ProposedCheck): CheckResult {
  return { command, on, after: after + 1, refused: refused ?? null, ...(refused === undefined ? { answer } : {}) };
}

function repairResult(repair: Repair, length: number): RepairResult {
  const leaves = repair.leaves.length > 0 ? { leaves: [...new Set(repair.leaves.map(({ code }) => code))] } : {};
  if (repair.kind === 'rest')
    return { stages: repair.stages.map(({ stage, machine }) => ({ stage, machine })), ...leaves };
  const next = repair.next < length ? repair.next + 1 : null;
  return { again: repair.again.map((index) => index + 1), next, ...leaves };
}
