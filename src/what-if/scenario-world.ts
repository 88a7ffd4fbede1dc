import type { Finding } from '../judge/finding';
import type { Console } from '../operator/console';

/** What the world of the steps has, seen from here: the steps import the simulation, and never the reverse. */
export interface ScenarioWorld {
  console: Console;
  /** the judge's findings, if a step asked for them */
  readonly findings: readonly Finding[] | null;
  /** whether a step has checked the last refusal */
  looked: boolean;
  steps: readonly { readonly name: string; readonly type: string }[];
  begin(steps: readonly { readonly name: string; readonly type: string }[], isWalk: boolean): void;
  endStep(): void;
  /** Throws a refusal that no step has checked. */
  answerFirst(): void;
}

/** Whether the value is a world of the package's steps. */
export function isScenarioWorld(value: unknown): value is ScenarioWorld {
  return typeof value === 'object' && value !== null && 'console' in value && 'answerFirst' in value;
}

/** A copy of a scenario between two steps; later steps of one do not change the other. */
export function forkOf(world: ScenarioWorld): ScenarioWorld {
  const copy: ScenarioWorld = Object.create(Object.getPrototypeOf(world));
  return Object.assign(copy, world);
}
