import { pathOf } from '../../../adcs/authority';
import type { Console } from '../../../operator/console';
import { moveIntermediates, putExportAway } from '../../../operator/tasks/repair';
import { EMPTY_STORES, storeByType } from '../../../windows/certificate-store';
import { machineOf, withMachine } from '../../../windows/machine';
import { misplacedRoots } from '../../../windows/schannel';
import { issuingAuthority } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { presentedEntry } from '../../../world/topology';
import type { Certificate } from '../../../x509/certificate';
import { shareExternal } from '../tasks/external';
import { renewDefaultCertificate } from '../tasks/front-end';
import { renewInternal } from '../tasks/renewal';
import { startOn } from '../tasks/set-up';
import { downloadedChain, edge, trust, trustDownloaded } from '../tasks/whole-procedure';

import { lyncServerOf } from '../topology';

/**
 * Repairs a pool in any state. It sets the clocks, removes the values of the registry, empties the stores of users, and imports the chain with each
 * certificate in the correct store. Then it gives every server a new certificate and restarts the services. The Front
 * End Server is repaired in the same way if needed.
 */
export function repaired(console: Console, pool: Pool): Console {
  const clean = pool.servers.reduce(cleaned, withFrontEnd(console));
  const trusting = pool.servers.reduce(tidied, trustingOn(clean, pool.servers));
  const { friendlyName } = console.deployment.environment.certificate;
  const renewed = renewInternal(trusting, pool, `${friendlyName} (repaired)`);
  return startOn(withExternal(putExportAway(renewed, pool), pool), pool.servers);
}

/** Where a server has a certificate for A/V authentication, every server needs the same one. */
function withExternal(console: Console, pool: Pool): Console {
  const uses = pool.servers.map((server) => lyncServerOf(console.deployment, server).assigned);
  return uses.some(({ AudioVideoAuthentication }) => AudioVideoAuthentication) ? shareExternal(console, pool) : console;
}

/** Sets the clock, removes the values of the registry, and empties the stores of the user. */
function cleaned(console: Console, server: string): Console {
  const old = machineOf(console.deployment, server);
  const stores = { ...old.stores, CurrentUser: EMPTY_STORES.CurrentUser };
  const machine = { ...old, clockOffset: 0, registry: new Map(), stores };
  return { ...console, deployment: withMachine(console.deployment, machine) };
}

/** Imports the chain where it is incomplete, or where a certificate among the trusted roots is not a root. */
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
 * The Front End Server trusts the newest root, and has a certificate of the authority's newest key. When an authority that
 * is a root has renewed its key, an Edge Server need not trust both of its certificates.
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
