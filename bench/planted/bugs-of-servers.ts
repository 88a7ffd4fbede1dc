import { judgeDeployment } from '../../src/judge/judge';
import { atServer } from '../../src/operator/logons';
import type { PoolSystem } from '../../src/products/lync-server-2013/exploration/domain';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { lyncServerOf, withLyncServer } from '../../src/products/lync-server-2013/topology';
import { type Machine, machineOf } from '../../src/windows/machine';
import { afterEach, onMachine, onOthers, onServers, withActions, withJudge } from './planting';

/** Bugs of what is done on servers, and of the judge that looks at them. */

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

/** The export deletes the private key, whatever was chosen. */
const exportDeletesTheKey = afterEach('export', (console, on) => onMachine(console, on, (m) => ({ ...m, keys: [] })));

/** The choice to delete the private key after the export is ignored. */
const exportKeepsTheKey = withActions((action, { operation, on }) => {
  if (operation.kind !== 'export' || operation.how !== 'delete-key') return action.perform;
  return (console) => {
    const { keys } = machineOf(console.deployment, on);
    return onMachine(action.perform(console), on, (machine) => ({ ...machine, keys }));
  };
});

/** The import of a file marks its private key as exportable. */
const importMarksExportable = afterEach('import-exported', (console, on) =>
  onMachine(console, on, (machine) => withExportable(machine, () => true)),
);

/** An imported certificate is added once more if it is there already. */
const importTwiceDoubles = afterEach('import-exported', (console, on) =>
  onMachine(console, on, (machine) => withEntries(machine, (entries) => [...entries, ...entries.slice(-1)])),
);

/** The response is imported without its private key. */
const responseLosesItsKey = afterEach('import-response', (console, on) =>
  onMachine(console, on, (machine) =>
    withEntries(machine, (entries) => entries.map((entry) => ({ ...entry, keyContainer: null }))),
  ),
);

/** Logging on as an ordinary user gives the rights of the administrator. */
const ordinaryUserIsAdministrator = withActions((action, { operation, on }) =>
  operation.kind === 'as-user' && action.sentence.includes('logs on') ? (c) => atServer(c, on) : action.perform,
);

/** Abandoning a wizard, a request or an import changes the clock of the server. */
const abandoningChangesTheClock = afterEach('abandon', (console, on) =>
  onMachine(console, on, (machine) => ({ ...machine, clockOffset: machine.clockOffset + 1000 })),
);

/** Starting the services of a server changes the clocks of every pool. */
export const startingTouchesEveryPool = afterEach('start', (console) => {
  const servers = console.deployment.pools.flatMap((pool) => pool.servers);
  return servers.reduce((c, on) => onMachine(c, on, (machine) => ({ ...machine, clockOffset: 1 })), console);
});

/** Starting the services of one server starts those of the whole pool. */
const startingStartsThePool = afterEach('start', (console) =>
  onServers(console, (server) => ({ ...server, running: server.assigned })),
);

/** Starting the services keeps the certificate that was in use. */
const startingChangesNothing = withActions((action, { operation }) =>
  operation.kind === 'start' ? (console) => console : action.perform,
);

/** The path is imported on every server of the pool. */
const trustIsForEveryServer = afterEach('trust', (console, on) =>
  onOthers(console, on, (other, like) => ({
    ...other,
    stores: {
      ...other.stores,
      LocalMachine: {
        ...other.stores.LocalMachine,
        Root: like.stores.LocalMachine.Root,
        CA: like.stores.LocalMachine.CA,
      },
    },
  })),
);

/** A clock that is set on one server is set on all of them. */
const clockIsForEveryServer = afterEach('set-clock', (console, on) =>
  onOthers(console, on, (other, like) => ({ ...other, clockOffset: like.clockOffset })),
);

/** An assignment is for every server of the pool. */
const assignmentIsForEveryServer = withActions((action, { operation, on }) => {
  if (operation.kind !== 'assign') return action.perform;
  return (console) => {
    const done = action.perform(console);
    const { assigned } = lyncServerOf(done.deployment, on);
    return onServers(done, (server) => ({ ...server, assigned }));
  };
});

/** An assignment is used at once, without a restart of the services. */
const assignmentNeedsNoRestart = afterEach('assign', (console, on) => {
  const server = lyncServerOf(console.deployment, on);
  return { ...console, deployment: withLyncServer(console.deployment, { ...server, running: server.assigned }) };
});

/** The judge skips the last server of the pool. */
export const judgeSkipsTheLastServer: PoolSystem = {
  ...SYSTEM,
  judge: (deployment, pool) => SYSTEM.judge(deployment, pool).filter(({ server }) => server !== pool.servers.at(-1)),
};

/** The judge reports the findings of any pool in each of them. */
export const judgeSeesTheOtherPool: PoolSystem = { ...SYSTEM, judge: (deployment) => judgeDeployment(deployment) };

export const BUGS_OF_SERVERS: Readonly<Record<string, PoolSystem>> = {
  'rule: a response is linked to the newest key': importIgnoresWhetherTheKeyMatches,
  'rule: the export ignores whether a key is exportable': exportIgnoresExportable,
  'rule: the export deletes the key': exportDeletesTheKey,
  'rule: the key to delete stays': exportKeepsTheKey,
  'rule: the import marks the key as exportable': importMarksExportable,
  'rule: a response loses its key': responseLosesItsKey,
  'memory: a second import doubles the certificate': importTwiceDoubles,
  'memory: what is abandoned leaves a trace': abandoningChangesTheClock,
  'rights: an ordinary user is an administrator': ordinaryUserIsAdministrator,
  'scope: starting one server touches every pool': startingTouchesEveryPool,
  'scope: starting one server starts the pool': startingStartsThePool,
  'scope: a path is trusted by every server': trustIsForEveryServer,
  'scope: a clock is set on every server': clockIsForEveryServer,
  'scope: an assignment is for every server': assignmentIsForEveryServer,
  'order: an assignment needs no restart': assignmentNeedsNoRestart,
  'order: a restart changes nothing': startingChangesNothing,
  'judge: the last server is skipped': judgeSkipsTheLastServer,
  'judge: findings of another pool are reported': judgeSeesTheOtherPool,
  'judge: an expired certificate is no error': withJudge(({ code }) => code !== 'expired'),
  'judge: a revoked certificate is no error': withJudge(({ code }) => code !== 'revoked'),
  'judge: a missing key is no error': withJudge(({ code }) => code !== 'private-key-missing'),
  'judge: a wrong clock is no finding': withJudge(({ code }) => code !== 'clock-skew'),
  'judge: a needed restart is no finding': withJudge(({ code }) => code !== 'restart-needed'),
};

function linkedToNewestKey(machine: Machine): Machine {
  const keyContainer = machine.keys.at(-1)?.container ?? null;
  return withEntries(machine, (entries) =>
    entries.map((entry, index) => (index === entries.length - 1 ? { ...entry, keyContainer } : entry)),
  );
}

type Entries = Machine['stores']['LocalMachine']['My'];

function withEntries(machine: Machine, change: (entries: Entries) => Entries): Machine {
  const { LocalMachine } = machine.stores;
  return { ...machine, stores: { ...machine.stores, LocalMachine: { ...LocalMachine, My: change(LocalMachine.My) } } };
}

function withExportable(machine: Machine, isExportable: (container: string) => boolean): Machine {
  return { ...machine, keys: machine.keys.map((key) => ({ ...key, exportable: isExportable(key.container) })) };
}
