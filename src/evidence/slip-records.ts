import type { Fact, FactTexts } from '../fact';
import type { FindingCodeLine } from './finding-records';

/** The slips of procedures that were executed, with everything that a page about them needs: `slips.json`. */
export interface SlipTable {
  readonly environment: string;
  readonly grounds: SlipGrounds;
  readonly procedures: readonly SlippedProcedure[];
  readonly slips: readonly SlipLine[];
  /** absent if no slips were tried together */
  readonly pairs?: readonly SlipsTogether[];
  /** the titles of the stages that repairs name, by their ids, in English */
  readonly stages: Readonly<Record<string, string>>;
  /** the codes of the findings that slips lead to */
  readonly codes: readonly FindingCodeLine[];
  /** the English texts of the facts */
  readonly texts: FactTexts;
}

/** The digests of what a table of slips rests on; SHA-256 in hexadecimal. */
export interface SlipGrounds {
  readonly steps: string;
  readonly simulation: string;
  readonly environment: string;
  /** the user's programs, by their addresses; empty without any */
  readonly own: Readonly<Record<string, string>>;
  /** the features by their addresses */
  readonly features: Readonly<Record<string, string>>;
}

/** A procedure or a plan whose slips were executed. */
export interface SlippedProcedure {
  /** the address of the feature, and the name of the scenario */
  readonly feature: string;
  readonly scenario: string;
  /** the name of the feature */
  readonly title: string;
  /** FQDN of the pool that it changes */
  readonly pool: string;
  readonly steps: readonly SlippedStep[];
}

/** A step of such a procedure, with the values of the environment. */
export interface SlippedStep {
  /** the line in the feature */
  readonly line: number;
  readonly text: string;
  readonly table: readonly (readonly string[])[];
  /** the text below the step, such as a command; empty without one */
  readonly docString: string;
  /** the stage of the plan, in English, and the machine; empty outside plans */
  readonly stage: string;
  readonly machine: string;
}

/** A slip and what it leads to. Steps are numbered from 1. */
export interface SlipLine {
  readonly feature: string;
  readonly scenario: string;
  readonly step: number;
  /** the kind, such as `left out` */
  readonly slip: string;
  /** what the person does */
  readonly fact: Fact;
  readonly outcome: SlipOutcome;
  /** the step at which it is noticed, and how many steps were begun since the slip */
  readonly noticed: {
    readonly step: number;
    readonly distance: number;
    readonly code?: string;
    /** what the machine says that refuses */
    readonly detail?: Fact;
  } | null;
  readonly findings: readonly SlipFinding[];
  /** whether the rest can be done as it is written after the notice, and leads to the same; null: nothing is noticed */
  readonly goingOn?: { readonly isSafe: boolean } | null;
  /** what follows when the change is over; after a notice, if the person goes on without the repair */
  readonly consequence?: SlipConsequence;
  readonly repair: SlipRepairLine | 'unknown' | null;
  readonly check: SlipCheckLine | 'unknown' | null;
  /** why no step notices that the step was left out; absent for other slips */
  readonly reason?: Fact;
}

/** The connections that fail after a slip, and what notices it after the procedure if no step does. */
export interface SlipConsequence {
  readonly outage: readonly SlipOutage[];
  readonly by: 'replication' | 'tls' | 'renewal' | null;
}

/** A connection that fails. */
export interface SlipOutage {
  readonly by: 'replication' | 'tls';
  /** who connects, an FQDN; null: clients on the Internet */
  readonly client: string | null;
  readonly server: string;
  /** the title of the certificate use; empty for replication */
  readonly use: string;
  /** the error that a machine shows */
  readonly reason: string;
}

/** Several slips of a scenario that lead together to what none of them does alone. */
export interface SlipsTogether {
  readonly feature: string;
  readonly scenario: string;
  readonly slips: readonly Pick<SlipLine, 'step' | 'slip' | 'fact'>[];
  readonly noticed: SlipLine['noticed'];
  readonly findings: readonly SlipFinding[];
  readonly outage: readonly SlipOutage[];
}

/** How a slip is noticed, or how it ends. */
export const SLIP_OUTCOMES = ['refusal', 'screen', 'check', 'judge', 'nothing', 'no effect'] as const;

export type SlipOutcome = (typeof SLIP_OUTCOMES)[number];

export interface SlipFinding {
  readonly code: string;
  readonly severity: string;
  readonly server?: string;
}

/** Steps that are done again before the procedure goes on, or the ids of the stages that remain. */
export type SlipRepairLine =
  | { readonly again: readonly number[]; readonly next: number | null }
  | { readonly stages: readonly RestStageLine[] };

/** A stage that remains, by its id, on a machine. */
export interface RestStageLine {
  readonly stage: string;
  readonly machine: string;
}

/** A command that notices the slip, its server, and the step after which it is typed. */
export interface SlipCheckLine {
  readonly command: string;
  readonly on: string;
  readonly after: number;
}
