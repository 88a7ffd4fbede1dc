import type fc from 'fast-check';
import type { Effect, Prediction, Scope } from '../../../../exploration/explored-system';
import type { ScenarioAction } from '../../../../exploration/scenario-action';
import type { Deployment } from '../../../../world/deployment';
import type { Pool } from '../../../../world/topology';

import type { Created } from '../model/created';
import type { Model } from '../model/model';
import type { PoolKind, PoolOperation, ServerAction, ServerKind, ServerOperation } from '../operation';

/** Everything that the exploration knows of one kind of operation; each kind is one object of this shape. */
interface Definition<Operation, Choice, Context> {
  /** generators for random plans; one that is listed twice is chosen twice as often */
  readonly random: readonly fc.Arbitrary<Choice>[];
  /** the operations of an exhaustive search */
  readonly exhaustive: readonly Choice[];
  /** the actions in their order; null where the operation does not apply */
  readonly actions: (operation: Operation, context: Context) => readonly ScenarioAction[] | null;
  readonly effect: (operation: Operation) => Effect;
  /** whether the model expects a refusal */
  readonly predict: (operation: Operation, model: Model) => Prediction;
  /** the model after the operation, which was not refused */
  readonly next: (operation: Operation, model: Model, created: Created) => Model;
}

/** The definition of an operation that is not done on one server. */
export interface PoolDefinition<K extends PoolKind>
  extends Definition<PoolOperation<K>, PoolOperation<K>, PoolContext> {
  readonly scope: Scope;
}

/** The definition of an operation on one server. */
export interface ServerDefinition<K extends ServerKind>
  extends Definition<ServerOperation<K>, ServerAction<K>, ServerContext> {}

export interface PoolContext {
  readonly deployment: Deployment;
  /** the explored pool */
  readonly pool: Pool;
}

export interface ServerContext {
  readonly deployment: Deployment;
  /** the pool of the server */
  readonly pool: Pool;
  /** the FQDN of the server */
  readonly server: string;
}

/** The effect of an operation that never harms a pool, however often it is done. */
export const harmless = (): Effect => 'harmless';

/** The effect of an operation after which a pool may be out of order. */
export const harmful = (): Effect => 'harmful';

/** The prediction of an operation that is never refused. */
export const alwaysDone = (): Prediction => 'done';

/** The prediction of an operation whose outcome the model is too simple to tell. */
export const unpredictable = (): Prediction => 'either';

/** The prediction of an operation that is done under that condition, and else refused. */
export function doneIf(condition: boolean): Prediction {
  return condition ? 'done' : 'refused';
}

/** The next model of an operation that changes neither keys nor files nor the newest request. */
export const unchanged = (_operation: unknown, model: Model): Model => model;
