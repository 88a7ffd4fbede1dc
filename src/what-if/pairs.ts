import type { Finding } from '../judge/finding';
import type { ServiceConnection } from '../world/connections';
import { lostConnections } from './consequence';
import { restOfWalk } from './rest-of-walk';
import type { Slip } from './slip';
import { endOf, type Notice, nameOf, newFindings, noticeBy, slipped, startOf } from './slip-trial';
import type { StepPerformer } from './step-performer';
import type { WhatIf } from './tried-slips';
import type { Walk, WalkStep } from './walk';

/** Two slips at different steps of a procedure, and no step notices either of them alone. */

/** A slip that no step notices alone. */
export interface SilentSlip {
  readonly walk: Walk;
  readonly step: WalkStep;
  readonly slip: Slip;
  /** what the judge finds after this slip alone */
  readonly findings: ReadonlySet<string>;
}

/** Two slips whose consequence is neither one's alone. */
export interface SlipPair {
  readonly walk: Walk;
  readonly first: SilentSlip;
  readonly second: SilentSlip;
  /** null: no step notices them */
  readonly notice: Notice | null;
  /** what the judge finds only after both */
  readonly findings: readonly Finding[];
  /** the connections that fail only after both */
  readonly outage: readonly ServiceConnection[];
}

/** The slip, if no step notices it and no connection fails; such slips are tried in pairs. */
export function silentSlip({ walk, step, trial, consequence }: WhatIf): SilentSlip | null {
  if (trial.notice || consequence.outage.length > 0) return null;
  return { walk, step, slip: trial.slip, findings: new Set(trial.findings.map(nameOf)) };
}

/**
 * Tries pairs of slips of the same procedure, the second one at a later step. Of many pairs, `most` are tried, at equal
 * distances in their order. One slip of each kind represents the others of its part. Yields those pairs whose
 * consequence is neither one's alone.
 */
export function* slipPairs(silent: readonly SilentSlip[], most: number, performer: StepPerformer): Generator<SlipPair> {
  const all = pairsOf(representatives(silent));
  const stride = Math.max(1, all.length / most);
  const chosen = Array.from({ length: Math.min(most, all.length) }, (_, index) => all[Math.floor(index * stride)]);
  for (const pair of chosen) {
    const found = pair && triedTogether(pair, performer);
    if (found) yield found;
  }
}

/** The first slip of each kind in each part of a plan; outside plans, in each step. */
function representatives(silent: readonly SilentSlip[]): readonly SilentSlip[] {
  const names = silent.map(({ walk, step: { place, number }, slip: { kind } }) =>
    JSON.stringify([walk.address, walk.name, kind, place ? [place.stage.id, place.machine] : number]),
  );
  const first = new Map(names.map((name, index) => [name, index] as const).reverse());
  return silent.filter((_, index) => first.get(names[index] ?? '') === index);
}

type Pair = readonly [first: SilentSlip, second: SilentSlip];

function pairsOf(silent: readonly SilentSlip[]): readonly Pair[] {
  return silent.flatMap((first) =>
    silent
      .filter(
        (second) => second.walk === first.walk && second.slip.at >= first.slip.next && second.slip.at > first.slip.at,
      )
      .map((second) => [first, second] as const),
  );
}

function triedTogether([first, second]: Pair, performer: StepPerformer): SlipPair | null {
  const { walk } = first;
  const between = walk.steps.slice(first.slip.next, second.slip.at);
  const begun = slipped(startOf(walk, first.slip), first.slip, performer);
  let { world } = begun;
  for (const { step } of between) {
    const performed = performer.perform(world, step);
    if (performed.problem) return null;
    world = performed.world;
  }
  const { world: both, stop } = slipped(world, second.slip, performer);
  const run = stop
    ? { world: both, stops: [stop] }
    : restOfWalk(walk, { from: second.slip.next, world: both }, performer);
  const [stopped] = run.stops;
  if (stopped) {
    const distance = stop ? 0 : stopped.at - second.slip.next + 1;
    const notice = {
      by: noticeBy(walk, stopped.at, stopped.problem),
      at: stopped.at,
      distance,
      problem: stopped.problem,
    };
    return { walk, first, second, notice, findings: [], outage: [] };
  }
  const right = endOf(walk);
  const { deployment } = run.world.console;
  const alone = (finding: Finding): boolean =>
    first.findings.has(nameOf(finding)) || second.findings.has(nameOf(finding));
  const findings = newFindings(right, deployment).filter((finding) => !alone(finding));
  const outage = lostConnections(right, deployment);
  return findings.length + outage.length > 0 ? { walk, first, second, notice: null, findings, outage } : null;
}
