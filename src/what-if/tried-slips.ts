import { checkFor, type ProposedCheck } from './checks';
import { type Consequence, consequenceOf, type GoneOn, goneOn } from './consequence';
import { NextRenewal, type Rewording } from './next-renewal';
import { isNoticedInTime } from './services-start';
import type { Slip } from './slip';
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
  /** null: no step noticed the slip */
  readonly goingOn: GoneOn | null;
  readonly consequence: Consequence;
  /** null: nothing is to be repaired; undefined: no repair was found */
  readonly repair: Repair | null | undefined;
  /** null: no further check is needed; undefined: no command tells the slip */
  readonly check: ProposedCheck | null | undefined;
  /** whether a step or the check notices it before services start; null: there is nothing to notice */
  readonly isInTime: boolean | null;
}

/** What surrounds the procedures whose slips are tried. */
export interface Surroundings {
  /** how the procedure is written when it is carried out again */
  readonly rewording: Rewording;
  /** the other procedures that the operator knows */
  readonly others: readonly Walk[];
}

const ALONE: Surroundings = { rewording: (step) => step, others: [] };

/**
 * Tries every single slip at every step of the procedures, and searches the repair of each. The steps of a further
 * choice of a plan are tried where they differ from the first scenario.
 */
export function* whatIf(
  walks: readonly Walk[],
  performer: StepPerformer,
  rest: RestFinder,
  { rewording, others }: Surroundings = ALONE,
): Generator<WhatIf> {
  const known = new Set<string>();
  for (const each of walks) {
    // a copy, so that what is kept of its rests is released with it
    const walk = { ...each };
    const own = walk.steps.map(wayOf);
    const renewal = new NextRenewal(walk, performer, rewording);
    for (const [at, step] of walk.steps.entries()) {
      const before = walk.states[at];
      if (!before || (own[at] && known.has(own[at]))) continue;
      for (const slip of slipsAt({ walk, at, step, before, others }, performer))
        yield { walk, step, ...slipTried(walk, slip, renewal, { performer, rest }) };
    }
    for (const way of own) if (way) known.add(way);
  }
}

function slipTried(
  walk: Walk,
  slip: Slip,
  renewal: NextRenewal,
  { performer, rest }: { readonly performer: StepPerformer; readonly rest: RestFinder },
): Omit<WhatIf, 'walk' | 'step'> {
  const trial = tried(walk, slip, performer);
  const goingOn = goneOn(walk, trial, performer);
  const consequence = consequenceOf(walk, trial, (goingOn ?? trial).world, renewal);
  const isSilent = trial.notice === null && !trial.isHarmless;
  const isHarmful = trial.findings.length > 0 || consequence.outage.length > 0;
  const needsRepair = (isSilent && isHarmful) || (trial.notice !== null && !goingOn?.isSafe);
  const simply: Repair | null = goingOn?.isSafe ? { kind: 'steps', again: [], next: goingOn.from, leaves: [] } : null;
  const repair = needsRepair ? repairOf(walk, trial, performer, rest) : simply;
  // of a delay without consequences, every answer with a date would tell
  const isTold = isSilent && (isHarmful || slip.kind !== 'too late');
  const check = isTold ? checkFor(walk, trial, performer) : null;
  return { trial, goingOn, consequence, repair, check, isInTime: isNoticedInTime(walk, trial, check) };
}

/** The way of a stage on a machine that a step belongs to. */
function wayOf({ place }: WalkStep): string {
  return place ? `${place.stage.id} ${place.choice.id} ${place.machine}` : '';
}
