import { presentedEntry } from '../edge/services';
import type { EdgePool } from '../edge/topology';
import { lyncServerOf } from '../edge/topology';
import type { Console } from '../operator/console';
import { renewDefaultCertificate } from '../operator/tasks/front-end';
import { moveIntermediates, putExportAway } from '../operator/tasks/mending';
import { renewInternal } from '../operator/tasks/renewal';
import { startOn } from '../operator/tasks/set-up';
import { edge, trust } from '../operator/tasks/whole-procedure';
import { machineOf, withMachine } from '../windows/machine';
import { misplacedRoots } from '../windows/schannel';

/**
 * What mends a pool in whichever state it is: the right time, trust on every server with each certificate in its store, a new
 * certificate for all of them, the services started anew, and a new certificate for a Front End Server whose own ended.
 */
export function repaired(console: Console, pool: EdgePool): Console {
  const onTime = pool.servers.reduce(clockSet, withFrontEnd(console));
  const trusting = pool.servers.reduce((c, server) => tidied(trust(c, server), server), onTime);
  const { friendlyName } = console.deployment.environment.certificate;
  const renewed = renewInternal(trusting, pool, `${friendlyName} (repaired)`);
  return startOn(putExportAway(renewed, pool), pool.servers);
}

function clockSet(console: Console, server: string): Console {
  const machine = { ...machineOf(console.deployment, server), clockOffset: 0 };
  return { ...console, deployment: withMachine(console.deployment, machine) };
}

function tidied(console: Console, server: string): Console {
  const misplaced = misplacedRoots(machineOf(console.deployment, server));
  return misplaced.length > 0 ? moveIntermediates(edge(console, server)) : console;
}

function withFrontEnd(console: Console): Console {
  const { deployment } = console;
  const { fqdn } = deployment.environment.internalServer;
  const entry = presentedEntry(deployment, lyncServerOf(deployment, fqdn), 'Default');
  const holds = entry && entry.certificate.notAfter >= deployment.surroundings.now;
  return holds ? console : { ...console, deployment: renewDefaultCertificate(deployment, fqdn) };
}
