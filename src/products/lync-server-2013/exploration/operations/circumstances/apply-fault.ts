import fc from 'fast-check';
import { fact } from '../../../../../exploration/scenario-action';
import { linkedKey, machineOf } from '../../../../../windows/machine';
import { internalEntries } from '../../../assignment';
import { KEY_FAULTS } from '../../../faults/key-faults';
import { MACHINE_FAULTS } from '../../../faults/machine-faults';
import { EXPLORED_FAULTS } from '../../explored-faults';
import { serverPhrase } from '../../server-phrase';
import { alwaysDone, harmful, type ServerContext, type ServerDefinition, unchanged } from '../definition';

/** The registry, the access list of a key set, or the version of Windows of the server changes. */
export const applyFault: ServerDefinition<'fault'> = {
  random: [fc.record({ kind: fc.constant('fault'), fault: fc.constantFrom(...EXPLORED_FAULTS) })],
  exhaustive: [],
  actions: ({ fault }, context) => {
    const { deployment, server } = context;
    const change = { ...MACHINE_FAULTS, ...KEY_FAULTS }[fault];
    if (!change) throw new Error(`there is no fault "${fault}"`);
    if (Object.hasOwn(KEY_FAULTS, fault) && !hasKey(context)) return null;
    return [fact(`on ${serverPhrase(deployment, server)}, ${fault}`, (world) => change(world, server))];
  },
  effect: harmful,
  predict: alwaysDone,
  next: unchanged,
};

/** Whether the newest certificate for the explored pool is linked to a private key on the server. */
function hasKey({ deployment, pool, server }: ServerContext): boolean {
  const entry = internalEntries(deployment, server, pool).at(-1);
  return entry !== undefined && linkedKey(machineOf(deployment, server), 'LocalMachine', entry) !== undefined;
}
