import type { Finding } from '../judge/finding';
import { connectionsOf, type ServiceConnection } from '../world/connections';
import type { Deployment } from '../world/deployment';
import type { NextRenewal } from './next-renewal';
import { restOfWalk } from './rest-of-walk';
import type { ScenarioWorld } from './scenario-world';
import { sameEnd } from './situation';
import { endOf, newFindings, type Trial } from './slip-trial';
import type { StepPerformer } from './step-performer';
import type { Walk } from './walk';

/** What happens if a person goes on after a slip was noticed: the steps that cannot be done are passed over. */
export interface GoneOn {
  /** whether the rest holds as it is written and leads to a pool that is as good as without the slip */
  readonly isSafe: boolean;
  /** the index of the step with which it goes on */
  readonly from: number;
  /** the indexes of the further steps that cannot be done */
  readonly stops: readonly number[];
  /** what the judge newly finds at the end */
  readonly findings: readonly Finding[];
  /** the scenario at the end */
  readonly world: ScenarioWorld;
}

/**
 * Goes on after the notice of a slip; null if no step noticed it. If a slip was refused at once, its step is done as it is
 * written, unless that was done already. Otherwise the step after the one that noticed the slip is next.
 */
export function goneOn(walk: Walk, { slip, notice, world: start }: Trial, performer: StepPerformer): GoneOn | null {
  if (!notice) return null;
  const done = slip.kind === 'done twice' ? slip.next : slip.at;
  const from = notice.distance === 0 ? done : notice.at + 1;
  const { world, stops } = restOfWalk(walk, { from, world: start, passOver: true }, performer);
  const [right, end] = [endOf(walk), world.console.deployment];
  const findings = newFindings(right, end);
  // a check that failed says that something is wrong
  const isGood = notice.by === 'check' ? sameEnd(end, right) : findings.length === 0;
  const isSafe = stops.length === 0 && isGood && lostConnections(right, end).length === 0;
  return { isSafe, from, stops: stops.map(({ at }) => at), findings, world };
}

/** What follows from a slip when the change is over. */
export interface Consequence {
  /** the connections that work without the slip and fail with it */
  readonly outage: readonly ServiceConnection[];
  /** what notices the slip after the procedure, if no step does; null: nothing */
  readonly by: 'replication' | 'tls' | 'renewal' | null;
  /** the HRESULTs with which authorities deny a request, and only with the slip */
  readonly denials: readonly string[];
}

/** The consequence of an end with a slip. The next renewal is asked only where no connection notices the slip. */
export function consequenceOf(
  walk: Walk,
  { notice, isHarmless }: Trial,
  end: ScenarioWorld,
  renewal: NextRenewal,
): Consequence {
  const right = endOf(walk);
  const { deployment } = end.console;
  const outage = lostConnections(right, deployment);
  const denials = deniedIn(deployment).filter((hresult) => !deniedIn(right).includes(hresult));
  if (notice || isHarmless) return { outage, by: null, denials };
  const first = outage.find(({ by }) => by === 'replication') ?? outage[0];
  return { outage, by: first?.by ?? (renewal.differs(end) ? 'renewal' : null), denials };
}

function deniedIn({ authorities }: Deployment): readonly string[] {
  const dispositions = [...authorities.values()].flatMap(({ requests }) => requests.map((one) => one.disposition));
  return [...new Set(dispositions.flatMap((one) => (one.kind === 'denied' ? [one.hresult] : [])))];
}

/** The connections that work in the first deployment and fail in the second one. */
export function lostConnections(right: Deployment, other: Deployment): readonly ServiceConnection[] {
  const failing = new Set(connectionsOf(right).flatMap((one) => (one.failure === undefined ? [] : [nameOf(one)])));
  return connectionsOf(other).filter((one) => one.failure !== undefined && !failing.has(nameOf(one)));
}

function nameOf({ by, client, server, use = '' }: ServiceConnection): string {
  return [by, client ?? '', server, use].join(' ');
}
