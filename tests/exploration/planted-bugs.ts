import type { ScenarioAction } from '../../src/exploration/scenario-action';
import { judgeDeployment, judgePool } from '../../src/judge/judge';
import type { Console } from '../../src/operator/console';
import type { PoolSystem } from '../../src/products/lync-server-2013/exploration/domain';
import type { Operation } from '../../src/products/lync-server-2013/exploration/operation';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { type Machine, machineOf, withMachine } from '../../src/windows/machine';
import { type Deployment, firstPool } from '../../src/world/deployment';

/** Likely bugs, each in a system that is otherwise correct. */

type Place = { readonly operation: Operation; readonly on: string };

/** The certificate of a response is linked to the newest key of the server, even where it belongs to another certificate. */
export const importIgnoresWhetherTheKeyMatches = withActions((action, { operation, on }) => {
  if (operation.kind !== 'import-response' || !action.sentence.includes('imported')) return action.perform;
  return (console) => onMachine(action.perform(console), on, linkedToNewestKey);
});

/** The export ignores whether the private key is exportable. */
export const exportIgnoresExportable = withActions((action, { operation, on }) => {
  if (operation.kind !== 'export') return action.perform;
  return (console) => {
    const { keys } = machineOf(console.deployment, on);
    const exported = action.perform(onMachine(console, on, (machine) => withExportable(machine, () => true)));
    const isExportable = (container: string) => keys.some((key) => key.container === container && key.exportable);
    return onMachine(exported, on, (machine) => withExportable(machine, isExportable));
  };
});

/** The judge skips the last server of the pool. */
export const judgeSkipsTheLastServer: PoolSystem = {
  ...SYSTEM,
  judge: (deployment, pool) => judgePool(deployment, pool).filter(({ server }) => server !== pool.servers.at(-1)),
};

/** Starting the services of a server changes the clocks of every pool. */
export const startingTouchesEveryPool = withActions((action, { operation }) => {
  if (operation.kind !== 'start') return action.perform;
  return (console) => {
    const servers = console.deployment.pools.flatMap((pool) => pool.servers);
    return servers.reduce(
      (c, on) => onMachine(c, on, (machine) => ({ ...machine, clockOffset: 1 })),
      action.perform(console),
    );
  };
});

/** The judge reports the findings of any pool in each of them. */
export const judgeSeesTheOtherPool: PoolSystem = {
  ...SYSTEM,
  judge: (deployment) => judgeDeployment(deployment),
};

function withActions(planted: (action: ScenarioAction, place: Place) => ScenarioAction['perform']): PoolSystem {
  const actionsOf = (operation: Operation, deployment: Deployment): readonly ScenarioAction[] | null => {
    const place = 'server' in operation ? operation.server : 0;
    const on = firstPool(deployment).servers[place] ?? '';
    const actions = SYSTEM.operations.actions(operation, deployment);
    return actions?.map((action) => ({ ...action, perform: planted(action, { operation, on }) })) ?? null;
  };
  return { ...SYSTEM, operations: { ...SYSTEM.operations, actions: actionsOf } };
}

function onMachine(console: Console, on: string, change: (machine: Machine) => Machine): Console {
  const machine = change(machineOf(console.deployment, on));
  return { ...console, deployment: withMachine(console.deployment, machine) };
}

function linkedToNewestKey(machine: Machine): Machine {
  const { LocalMachine } = machine.stores;
  const keyContainer = machine.keys.at(-1)?.container ?? null;
  const My = LocalMachine.My.map((entry, index) =>
    index === LocalMachine.My.length - 1 ? { ...entry, keyContainer } : entry,
  );
  return { ...machine, stores: { ...machine.stores, LocalMachine: { ...LocalMachine, My } } };
}

function withExportable(machine: Machine, isExportable: (container: string) => boolean): Machine {
  return { ...machine, keys: machine.keys.map((key) => ({ ...key, exportable: isExportable(key.container) })) };
}
