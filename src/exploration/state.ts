import type { Finding } from '../judge/finding';
import { type Console, consoleOn } from '../operator/console';
import type { EdgePool } from '../products/lync-server-2013/topology';
import { type Deployment, firstPool } from '../world/deployment';
import type { DeedsOf } from './deeds';
import { type Model, modelOf } from './model';

/** What is explored: how operations are carried out, and what the judge says. A test puts something wrong in its place. */
export interface System {
  readonly deedsOf: DeedsOf;
  readonly judge: (deployment: Deployment, pool: EdgePool) => readonly Finding[];
}

/** How things stand after some operations. */
export interface State {
  readonly console: Console;
  readonly pool: EdgePool;
  readonly model: Model;
  readonly findings: readonly Finding[];
  /** whether the pool was set up, with nothing done before or since that could harm it */
  readonly soundness: 'not yet' | 'sound' | 'harmed';
}

/** How things stand before anything is done. */
export function stateOf(system: System, deployment: Deployment): State {
  const pool = firstPool(deployment);
  return {
    console: consoleOn(deployment),
    pool,
    model: modelOf(pool.servers.length, deployment.assumptions),
    findings: system.judge(deployment, pool),
    soundness: 'not yet',
  };
}
