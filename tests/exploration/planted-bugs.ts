import type { Deed } from '../../src/exploration/deed';
import { deedsOf } from '../../src/exploration/deeds';
import { SYSTEM } from '../../src/exploration/explore';
import type { Operation } from '../../src/exploration/operation';
import type { System } from '../../src/exploration/state';
import { judgeDeployment, judgePool } from '../../src/judge/judge';
import type { Console } from '../../src/operator/console';
import { type Machine, machineOf, withMachine } from '../../src/windows/machine';
import { type Deployment, firstPool } from '../../src/world/deployment';

/** Bugs that somebody could make, each in a system that is otherwise as it is. */

type Place = { readonly operation: Operation; readonly on: string };

/** The certificate of a response is linked to the newest key of the server, whichever that is. */
export const importIgnoresWhetherTheKeyMatches = withDeeds((deed, { operation, on }) => {
  if (operation.kind !== 'import-response' || !deed.sentence.includes('imported')) return deed.carryOut;
  return (console) => onMachine(deed.carryOut(console), on, linkedToNewestKey);
});

/** A private key leaves the server, exportable or not. */
export const exportIgnoresExportable = withDeeds((deed, { operation, on }) => {
  if (operation.kind !== 'export') return deed.carryOut;
  return (console) => {
    const { keys } = machineOf(console.deployment, on);
    const exported = deed.carryOut(onMachine(console, on, (machine) => withExportable(machine, () => true)));
    const isExportable = (container: string) => keys.some((key) => key.container === container && key.exportable);
    return onMachine(exported, on, (machine) => withExportable(machine, isExportable));
  };
});

/** Nobody looks at the last server of the pool. */
export const judgeSkipsTheLastServer: System = {
  ...SYSTEM,
  judge: (deployment, pool) => judgePool(deployment, pool).filter(({ server }) => server !== pool.servers.at(-1)),
};

/** Whoever starts the services of a server sets back the clocks of every pool. */
export const startingTouchesEveryPool = withDeeds((deed, { operation }) => {
  if (operation.kind !== 'start') return deed.carryOut;
  return (console) => {
    const servers = console.deployment.pools.flatMap((pool) => pool.servers);
    return servers.reduce(
      (c, on) => onMachine(c, on, (machine) => ({ ...machine, clockOffset: 1 })),
      deed.carryOut(console),
    );
  };
});

/** What is found in any pool is found in each of them. */
export const judgeSeesTheOtherPool: System = {
  ...SYSTEM,
  judge: (deployment) => judgeDeployment(deployment),
};

function withDeeds(carriedOut: (deed: Deed, place: Place) => Deed['carryOut']): System {
  const planted = (operation: Operation, deployment: Deployment): readonly Deed[] | null => {
    const place = 'server' in operation ? operation.server : 0;
    const on = firstPool(deployment).servers[place] ?? '';
    const deeds = deedsOf(operation, deployment);
    return deeds?.map((deed) => ({ ...deed, carryOut: carriedOut(deed, { operation, on }) })) ?? null;
  };
  return { ...SYSTEM, deedsOf: planted };
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
