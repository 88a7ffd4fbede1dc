import { FIRST_READERS, NETWORK_SERVICE } from '../../src/windows/keys/key-access';
import { type Machine, withKey } from '../../src/windows/machine';
import type { Certificate } from '../../src/x509/certificate';
import {
  all,
  assigning,
  type Change,
  certificateInUse,
  keyInUse,
  on,
  presenting,
  seeing,
  startedBefore,
  without,
} from './changes';
import { FIRST, inOrderBut, OTHER, SECOND, type Situations, YEAR } from './situation';

/** Private keys, and the assigned and used certificates. */

/** Links the certificates in Personal to this container. */
export function linked(machine: Machine, keyContainer: string | null): Machine {
  const { LocalMachine } = machine.stores;
  const My = LocalMachine.My.map((entry) => ({ ...entry, keyContainer }));
  return { ...machine, stores: { ...machine.stores, LocalMachine: { ...LocalMachine, My } } };
}

/** The second server's certificate is linked to the key of another pool. */
export const linkedToAnotherKey = seeing((deployment) => {
  const keyPair = keyInUse(deployment, OTHER);
  return on(SECOND, (machine) => {
    const [container, next] = withKey(machine, {
      location: 'LocalMachine',
      keyPair,
      exportable: true,
      provider: 'Microsoft RSA SChannel Cryptographic Provider',
    });
    return readable(linked(next, container));
  });
});

function readable(machine: Machine): Machine {
  return { ...machine, keys: machine.keys.map((key) => ({ ...key, readers: [NETWORK_SERVICE] })) };
}

const notReadable = on(SECOND, (machine) => ({
  ...machine,
  keys: machine.keys.map((key) => ({ ...key, readers: FIRST_READERS })),
}));

const keyOfAUser = on(SECOND, (machine) => ({
  ...machine,
  keys: machine.keys.map((key) => ({ ...key, location: 'CurrentUser' as const })),
}));

const everything = (): boolean => true;

/** Another certificate was assigned, and the services were not restarted. */
function notRestarted(used: Ending, assigned: Ending): Change {
  const presentingUntil = (ending: Ending): Change =>
    seeing(({ determinism: { now } }) => presenting(FIRST, { notAfter: ending(now) }));
  const runningStill = (running: Certificate): Change =>
    seeing((d) => assigning(FIRST, certificateInUse(d, FIRST), running));
  return all(
    presentingUntil(used),
    seeing((d) => all(presentingUntil(assigned), runningStill(certificateInUse(d, FIRST)))),
  );
}

type Ending = (now: number) => number;
const inAYear: Ending = (now) => now + YEAR;
const aSecondAgo: Ending = (now) => now - 1000;

export const KEY_SITUATIONS: Situations = {
  'the private key deleted on one server': inOrderBut(on(SECOND, (machine) => ({ ...machine, keys: [] }))),
  'the private key in the stores of a user': inOrderBut(keyOfAUser),
  'no private key linked on one server': inOrderBut(on(SECOND, (machine) => linked(machine, null))),
  'the key of another certificate linked': inOrderBut(linkedToAnotherKey),
  'the key not readable by the services': inOrderBut(notReadable),
  'no certificate on one server': inOrderBut(without(SECOND, 'My', everything), assigning(SECOND, null)),
  'the assigned certificate deleted': inOrderBut(without(SECOND, 'My', everything)),
  'the certificate not assigned': inOrderBut(assigning(SECOND, null)),
  'the services not started yet': inOrderBut(seeing((d) => assigning(SECOND, certificateInUse(d, SECOND), null))),
  'the services started before the assignment': inOrderBut(startedBefore(SECOND)),
  'an expired certificate in use, a good one assigned': inOrderBut(notRestarted(aSecondAgo, inAYear)),
  'a good certificate in use, an expired one assigned': inOrderBut(notRestarted(inAYear, aSecondAgo)),
};
