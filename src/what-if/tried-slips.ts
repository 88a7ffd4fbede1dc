import { checkFor, type ProposedCheck } from './checks';
import { type Repair, type RestFinder, repairOf } from './slip-repair';
import { type Trial, tried } from './slip-trial';
import { slipsAt } from './slips/slips';
import type { StepPerformer } from './step-performer';
import type { Walk, WalkStep } from './walk';

/** A slip at a step, its consequence, and its repair. */
export interface WhatIf {
  readonly walk: Walk;
  readonly step: WalkStep;
  readonly trial: Trial;
  /** null: nothing is to be repaired; undefined: no repair was found */
  readonly repair: Repair | null | undefined;
  /** null: no further check is needed; undefined: no command tells the slip */
  readonly check: ProposedCheck | null | undefined;
}

/**
 * Tries every single slip at every step of the procedures, and searches the repair of each. The steps of a further
 * choice of a plan are tried where they differ from the first scenario.
 */
export function* whatIf(walks: readonly Walk[], performer: StepPerformer, rest: RestFinder): Generator<WhatIf> {
  const known = new Set<string>();
  for (const walk of walks) {
    const own = walk.steps.map(wayOf);
    for (const [at, step] of walk.steps.entries()) {
      const before = walk.states[at];
      if (!before || (own[at] && known.has(own[at]))) continue;
      for (const slip of slipsAt({ walk, at, step, before }, performer)) {
        const trial = tried(walk, slip, performer);
        const isSilent = trial.notice === null && trial.findings.length > 0;
        const repair = isSilent || trial.notice ? repairOf(walk, trial, performer, rest) : null;
        yield { walk, step, trial, repair, check: isSilent ? checkFor(walk, trial, performer) : null };
      }
    }
    for (const way of own) if (way) known.add(way);
  }
}

/** The way of a stage on a machine that a step belongs to. */
function wayOf({ place }: WalkStep): string {
  return place ? `${place.stage.id} ${place.choice.id} ${place.machine}` : '';
}
