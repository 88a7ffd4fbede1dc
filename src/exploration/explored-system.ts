import type fc from 'fast-check';
import type { Finding } from '../judge/finding';
import type { Console } from '../operator/console';
import type { Refusal } from '../refusal';
import type { Deployment } from '../world/deployment';
import type { ScenarioAction } from './scenario-action';

/** What a product gives to the exploration, and the values that the engine makes of it. */

/** The types of a product's exploration. */
export interface Domain {
  /** something that is done to a deployment, rightly or wrongly, as a plain value */
  readonly operation: unknown;
  /** a simple model of the deployment, which predicts refusals and possession of keys */
  readonly model: unknown;
  /** the kind of deployment that is explored, as a plain value */
  readonly setting: unknown;
}

/** The pool that is explored: the first one of the deployment. */
export type ExploredPool = Deployment['pools'][number];

/** The simulation, the judge and the laws under test. Tests replace a part of it by a wrong one. */
export interface System<D extends Domain> {
  readonly operations: Operations<D>;
  readonly settings: Settings<D>;
  readonly judge: (deployment: Deployment, pool: ExploredPool) => readonly Finding[];
  readonly laws: readonly Law<D>[];
}

/** How the operations of a product are chosen, performed and modelled. */
export interface Operations<D extends Domain> {
  readonly random: fc.Arbitrary<D['operation']>;
  /** complete procedures; random plans contain parts of them */
  readonly procedures: readonly (readonly D['operation'][])[];
  /** the operations of an exhaustive search on a pool with this number of servers */
  readonly all: (servers: number) => readonly D['operation'][];
  /** the actions in their order; null where the operation does not apply */
  readonly actions: (operation: D['operation'], deployment: Deployment) => readonly ScenarioAction[] | null;
  readonly effect: (operation: D['operation']) => Effect;
  readonly scope: (operation: D['operation']) => Scope;
  /** the position of the only server of the explored pool that the operation may change; null: it may change several */
  readonly serverOf: (operation: D['operation']) => number | null;
  readonly initialModel: (deployment: Deployment) => D['model'];
  /** whether the model expects a refusal */
  readonly predict: (operation: D['operation'], model: D['model']) => Prediction;
  /** the model after an operation that was not refused */
  readonly next: (operation: D['operation'], before: ExploredState<D>, after: Deployment) => D['model'];
  /** what the model knows beyond the deployment, as JSON; names of keys and certificates by `number` */
  readonly stateOfModel: (model: D['model'], number: (name: string) => number) => unknown;
}

/** What an operation does to the order of the pool. */
export type Effect = 'sets up' | 'harmless' | 'harmful';

/** Which pools an operation may change. */
export type Scope = 'explored pool' | 'second pool' | 'any pool';

/** `either`: the model is too simple to tell. */
export type Prediction = 'done' | 'refused' | 'either';

/** How the settings of a product are chosen, simplified and written down. */
export interface Settings<D extends Domain> {
  readonly random: fc.Arbitrary<D['setting']>;
  readonly plain: (servers: number) => D['setting'];
  /** the number of servers in the explored pool */
  readonly servers: (setting: D['setting']) => number;
  /** plans that are shorter or plainer than this one, the best first */
  readonly simplifications: (plan: Plan<D>) => readonly Plan<D>[];
  /** the Given steps of a scenario in that setting */
  readonly given: (setting: D['setting']) => readonly string[];
  /** the environment file that the scenario needs; null: the embedded environment */
  readonly environmentFile: (setting: D['setting'], deployment: Deployment) => string | null;
  /** options of the command line that every run of the exploration and of its counterexamples needs */
  readonly options?: string;
  /** the deployment may have faults before any operation, which a set-up does not repair */
  readonly startsWithFaults?: true;
}

/** A setting, and the operations to try in it. */
export interface Plan<D extends Domain> {
  readonly setting: D['setting'];
  readonly operations: readonly D['operation'][];
}

/** Builds the deployment of a setting. */
export type StartOf<D extends Domain> = (setting: D['setting']) => Deployment;

/** The state that some operations have led to. */
export interface ExploredState<D extends Domain> {
  readonly console: Console;
  readonly pool: ExploredPool;
  readonly model: D['model'];
  readonly findings: readonly Finding[];
  /** whether the pool was set up, without a harmful operation before or since */
  readonly soundness: 'not yet' | 'sound' | 'harmed';
}

/** An action that was tried, and its outcome. */
export interface ActionAttempt {
  readonly action: ScenarioAction;
  readonly before: Console;
  readonly after: Console;
  readonly refused: Refusal | null;
}

/** An operation that was tried: its actions up to the one that was refused. */
export interface Step<D extends Domain> {
  readonly operation: D['operation'];
  readonly before: ExploredState<D>;
  readonly attempts: readonly ActionAttempt[];
  readonly refused: Refusal | null;
  readonly after: ExploredState<D>;
}

/** What must hold after any operations. A law reports when it was tested, so that it cannot pass untested. */
export interface Law<D extends Domain> {
  readonly name: string;
  /** checks each operation that was tried */
  readonly ofStep?: (step: Step<D>, system: System<D>) => Verdict;
  /** checks the initial state, and the state after each operation */
  readonly ofState?: (state: ExploredState<D>) => Verdict;
  /** continues from the state in which a run ends */
  readonly ofEnd?: (state: ExploredState<D>, system: System<D>) => Verdict;
}

/** `not tried`: the law does not apply here. */
export type Verdict = 'not tried' | 'held' | Breach;

/** A law that does not hold: the detail, and the sentences with which a scenario claims what must hold. */
export interface Breach {
  readonly detail: string;
  readonly claim: readonly string[];
}
