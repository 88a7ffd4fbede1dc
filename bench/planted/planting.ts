import type { ScenarioAction } from '../../src/exploration/scenario-action';
import type { Finding } from '../../src/judge/finding';
import { judgePool } from '../../src/judge/judge';
import type { Console } from '../../src/operator/console';
import type { PoolSystem } from '../../src/products/lync-server-2013/exploration/domain';
import type { Operation } from '../../src/products/lync-server-2013/exploration/operation';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { type LyncServer, lyncServerOf, withLyncServer } from '../../src/products/lync-server-2013/topology';
import { type Machine, machineOf, withMachine } from '../../src/windows/machine';
import { type Deployment, firstPool } from '../../src/world/deployment';

/** Plants bugs: replaces the performance of an action, or the judge, in a system that is otherwise correct. */

export interface Place {
  readonly operation: Operation;
  /** the FQDN of the server that the operation is on; of the first one if it is on the pool */
  readonly on: string;
}

type Perform = ScenarioAction['perform'];

/** The system in which actions are performed by `planted`. */
export function withActions(planted: (action: ScenarioAction, place: Place) => Perform): PoolSystem {
  const actionsOf = (operation: Operation, deployment: Deployment): readonly ScenarioAction[] | null => {
    const place = 'server' in operation ? operation.server : 0;
    const on = firstPool(deployment).servers[place] ?? '';
    const actions = SYSTEM.operations.actions(operation, deployment);
    return actions?.map((action) => ({ ...action, perform: planted(action, { operation, on }) })) ?? null;
  };
  return { ...SYSTEM, operations: { ...SYSTEM.operations, actions: actionsOf } };
}

/** The system in which `change` follows each action of operations of that kind. */
export function afterEach(kind: Operation['kind'], change: (console: Console, on: string) => Console): PoolSystem {
  return withActions((action, { operation, on }) =>
    operation.kind === kind ? (console) => change(action.perform(console), on) : action.perform,
  );
}

/** The system whose judge reports what `planted` leaves of the findings. */
export function withJudge(planted: (finding: Finding) => boolean): PoolSystem {
  return { ...SYSTEM, judge: (deployment, pool) => judgePool(deployment, pool).filter(planted) };
}

/** The console after a change of that machine. */
export function onMachine(console: Console, on: string, change: (machine: Machine) => Machine): Console {
  const machine = change(machineOf(console.deployment, on));
  return { ...console, deployment: withMachine(console.deployment, machine) };
}

/** The console after a change of each other machine of the pool to be like the one named. */
export function onOthers(console: Console, on: string, change: (other: Machine, like: Machine) => Machine): Console {
  const others = firstPool(console.deployment).servers.filter((fqdn) => fqdn !== on);
  const like = machineOf(console.deployment, on);
  return others.reduce((c, fqdn) => onMachine(c, fqdn, (other) => change(other, like)), console);
}

/** The console after a change of every Lync server of the pool. */
export function onServers(console: Console, change: (server: LyncServer) => LyncServer): Console {
  const { servers } = firstPool(console.deployment);
  const deployment = servers.reduce((d, fqdn) => withLyncServer(d, change(lyncServerOf(d, fqdn))), console.deployment);
  return { ...console, deployment };
}
