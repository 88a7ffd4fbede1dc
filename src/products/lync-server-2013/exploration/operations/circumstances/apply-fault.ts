import fc from 'fast-check';
import { fact } from '../../../../../exploration/scenario-action';
import { linkedKey, machineOf } from '../../../../../windows/machine';
import { windowsVersions } from '../../../../../windows/versions';
import { internalEntries } from '../../../assignment';
import { KEY_FAULTS } from '../../../faults/key-faults';
import { MACHINE_FAULTS } from '../../../faults/machine-faults';
import type { ServerFaultName } from '../../operation';
import { serverPhrase } from '../../server-phrase';
import { alwaysDone, harmful, type ServerContext, type ServerDefinition, unchanged } from '../definition';

/** Values of the registry, and the access list of a key set. */
const FAULTS: readonly ServerFaultName[] = [
  'TLS 1.0 is disabled',
  'ClientAuthTrustMode is 2',
  'SchUseStrongCrypto is 1',
  'a group policy trusts the roots of the enterprise only',
  'the services may not read the private key',
  ...windowsVersions().map((version) => `Windows Server ${version} is installed` as const),
];

/** The registry, the access list of a key set, or the version of Windows of the server changes. */
export const applyFault: ServerDefinition<'fault'> = {
  random: [fc.record({ kind: fc.constant('fault'), fault: fc.constantFrom(...FAULTS) })],
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
