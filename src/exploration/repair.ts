import { pathOf } from '../adcs/authority';
import type { Console } from '../operator/console';
import { moveIntermediates, putExportAway } from '../operator/tasks/repair';
import { shareExternal } from '../products/lync-server-2013/tasks/external';
import { renewDefaultCertificate } from '../products/lync-server-2013/tasks/front-end';
import { renewInternal } from '../products/lync-server-2013/tasks/renewal';
import { startOn } from '../products/lync-server-2013/tasks/set-up';
import { downloadedChain, edge, trust, trustDownloaded } from '../products/lync-server-2013/tasks/whole-procedure';
import type { EdgePool } from '../products/lync-server-2013/topology';
import { lyncServerOf } from '../products/lync-server-2013/topology';
import { EMPTY_STORES, storeByType } from '../windows/certificate-store';
import { machineOf, withMachine } from '../windows/machine';
import { misplacedRoots } from '../windows/schannel';
import { issuingAuthority } from '../world/deployment';
import { presentedEntry } from '../world/topology';
import type { Certificate } from '../x509/certificate';

/**
 * What mends a pool in whichever state it is: the right time, empty stores of users, trust on every server with each
 * certificate in its store, a new certificate for all of them, the services started anew, and the same for the Front End
 * Server where that needs it.
 */
export function repaired(console: Console, pool: EdgePool): Console {
  const clean = pool.servers.reduce(cleaned, withFrontEnd(console));
  const trusting = pool.servers.reduce(tidied, trustingOn(clean, pool.servers));
  const { friendlyName } = console.deployment.environment.certificate;
  const renewed = renewInternal(trusting, pool, `${friendlyName} (repaired)`);
  return startOn(withExternal(putExportAway(renewed, pool), pool), pool.servers);
}

/** Where a server has a certificate for A/V authentication, all of them need the same one. */
function withExternal(console: Console, pool: EdgePool): Console {
  const uses = pool.servers.map((server) => lyncServerOf(console.deployment, server).assigned);
  return uses.some(({ AudioVideoAuthentication }) => AudioVideoAuthentication) ? shareExternal(console, pool) : console;
}

/** The right time, and nothing left in the stores of a user. */
function cleaned(console: Console, server: string): Console {
  const old = machineOf(console.deployment, server);
  const stores = { ...old.stores, CurrentUser: EMPTY_STORES.CurrentUser };
  const machine = { ...old, clockOffset: 0, stores };
  return { ...console, deployment: withMachine(console.deployment, machine) };
}

/** Trust where it is not there yet, or where something lies among the roots that is none. */
function trustingOn(console: Console, servers: readonly string[]): Console {
  const path = pathOf(issuingAuthority(console.deployment));
  const distrusting = servers.filter((server) => {
    const machine = machineOf(console.deployment, server);
    const holds = (one: Certificate): boolean =>
      machine.stores.LocalMachine[storeByType(one)].some(
        ({ certificate }) => certificate.thumbprint === one.thumbprint,
      );
    return misplacedRoots(machine).length > 0 || !path.every(holds);
  });
  return distrusting.length === 0 ? console : distrusting.reduce(trustDownloaded, downloadedChain(console));
}

function tidied(console: Console, server: string): Console {
  const misplaced = misplacedRoots(machineOf(console.deployment, server));
  return misplaced.length > 0 ? moveIntermediates(edge(console, server)) : console;
}

/**
 * A Front End Server that trusts the newest root, with a certificate of the newest key where the authority has got another
 * one: of an authority that is a root itself, nobody has to trust both.
 */
function withFrontEnd(console: Console): Console {
  const { fqdn } = console.deployment.environment.internalServer;
  const { generations } = issuingAuthority(console.deployment);
  const trusting = generations.length > 1 ? trust(console, fqdn) : console;
  const { deployment } = trusting;
  const entry = presentedEntry(deployment, lyncServerOf(deployment, fqdn), 'Default');
  const holds = generations.length === 1 && entry && entry.certificate.notAfter >= deployment.determinism.now;
  return holds ? trusting : { ...trusting, deployment: renewDefaultCertificate(deployment, fqdn) };
}
