import type { Effect, Operations, Prediction, Scope } from '../../../../exploration/explored-system';
import type { ScenarioAction } from '../../../../exploration/scenario-action';
import { type Deployment, firstPool } from '../../../../world/deployment';
import type { PoolDomain, PoolState } from '../domain';
import { createdBy } from '../model/created';
import { initialModel } from '../model/initial-model';
import type { Model } from '../model/model';
import { stateOfModel } from '../model/state-of-model';
import type { Operation, PoolKind, PoolOperation, ServerKind, ServerOperation } from '../operation';
import { everyOperation, randomOperations } from './choices';
import { actionsOnServer } from './elsewhere';
import { POOL_TABLE } from './pool-table';
import { procedure } from './procedure-operations';
import { SERVER_TABLE } from './server-table';

/** The operations of the exploration: every question is passed on to the object of the operation's kind. */
export const OPERATIONS: Operations<PoolDomain> = {
  random: randomOperations(),
  procedures: [2, 4, 8].map(procedure),
  all: everyOperation,
  actions: (operation, deployment) =>
    isOnServer(operation)
      ? actionsOnServer(operation, firstPool(deployment), deployment)
      : actionsOnPool(operation, deployment),
  effect: (operation) => (isOnServer(operation) ? effectOnServer(operation) : effectOnPool(operation)),
  scope: (operation): Scope => (isOnServer(operation) ? 'explored pool' : POOL_TABLE[operation.kind].scope),
  predict: (operation, model) =>
    isOnServer(operation) ? predictOnServer(operation, model) : predictOnPool(operation, model),
  next: (operation, before, deployment) =>
    isOnServer(operation) ? nextOnServer(operation, before, deployment) : nextOnPool(operation, before, deployment),
  initialModel,
  serverOf: (operation) => (isOnServer(operation) ? operation.server : null),
  stateOfModel,
};

function isOnServer(operation: Operation): operation is ServerOperation {
  return 'server' in operation;
}

function actionsOnPool<K extends PoolKind>(
  operation: PoolOperation<K>,
  deployment: Deployment,
): readonly ScenarioAction[] | null {
  return POOL_TABLE[operation.kind].actions(operation, { deployment, pool: firstPool(deployment) });
}

function effectOnPool<K extends PoolKind>(operation: PoolOperation<K>): Effect {
  return POOL_TABLE[operation.kind].effect(operation);
}

function effectOnServer<K extends ServerKind>(operation: ServerOperation<K>): Effect {
  return SERVER_TABLE[operation.kind].effect(operation);
}

function predictOnPool<K extends PoolKind>(operation: PoolOperation<K>, model: Model): Prediction {
  return POOL_TABLE[operation.kind].predict(operation, model);
}

function predictOnServer<K extends ServerKind>(operation: ServerOperation<K>, model: Model): Prediction {
  return SERVER_TABLE[operation.kind].predict(operation, model);
}

function nextOnPool<K extends PoolKind>(operation: PoolOperation<K>, before: PoolState, deployment: Deployment): Model {
  const created = createdBy(0, before.pool, deployment);
  return POOL_TABLE[operation.kind].next(operation, before.model, created);
}

function nextOnServer<K extends ServerKind>(
  operation: ServerOperation<K>,
  before: PoolState,
  deployment: Deployment,
): Model {
  const created = createdBy(operation.server, before.pool, deployment);
  return SERVER_TABLE[operation.kind].next(operation, before.model, created);
}
