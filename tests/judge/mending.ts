import { currentGeneration } from '../../src/adcs/authority';
import { type Console, consoleOn } from '../../src/operator/console';
import { putExportAway } from '../../src/operator/tasks/repair';
import { assign } from '../../src/products/lync-server-2013/tasks/certificate';
import { renewDefaultCertificate } from '../../src/products/lync-server-2013/tasks/front-end';
import { renewInternal } from '../../src/products/lync-server-2013/tasks/renewal';
import { startOn } from '../../src/products/lync-server-2013/tasks/set-up';
import {
  downloadedChain,
  edge,
  spreadFrom,
  trustDownloaded,
} from '../../src/products/lync-server-2013/tasks/whole-procedure';
import type { StoreName } from '../../src/windows/certificate-store';
import { authorityNamed, type Deployment, firstPool, issuingAuthority } from '../../src/world/deployment';
import type { Pool } from '../../src/world/topology';
import type { Certificate } from '../../src/x509/certificate';
import { sameName } from '../../src/x509/names/distinguished-name';
import { all, type Change, certificateInUse, holding, seeing, without } from './changes';
import { FIRST, FRONT, POOL_SERVERS, SECOND } from './situation';

/** What administrators do against findings, at the simulated windows where the remedy says so. */

/** Work at the console. */
export function working(task: (console: Console, pool: Pool) => Console): Change {
  return (deployment) => task(consoleOn(deployment), firstPool(deployment)).deployment;
}

/** Requests a new certificate for the pool, distributes and assigns it, and restarts the services. */
export const renewed: Change = working((console, pool) =>
  startOn(putExportAway(renewInternal(console, pool, 'Renewed'), pool), pool.servers),
);

/** Gives the Front End Server a new certificate from the issuing authority, assigned and in use. */
export const frontRenewed: Change = (deployment) => renewDefaultCertificate(deployment, FRONT);

/** Downloads the chain of the issuing authority and imports it on the Edge Servers, each certificate by its type. */
export const chainImported: Change = working((console) =>
  POOL_SERVERS.reduce(trustDownloaded, downloadedChain(console)),
);

/** Exports the certificate with its key on the first server, imports it on the second one and assigns it there. */
export const exportedAndAssigned: Change = seeing((d) => {
  const thumbprint = certificateInUse(d, FIRST).thumbprint.slice(0, 8);
  return working((console, pool) =>
    startOn(
      putExportAway(assign(edge(spreadFrom(console, pool), SECOND), 'Edge Internal', `thumbprint ${thumbprint}`), pool),
      [SECOND],
    ),
  );
});

/** Assigns the same certificate again on every server of the pool, and restarts the services. */
export const assignedAgain: Change = seeing((d) => {
  const thumbprint = certificateInUse(d, FIRST).thumbprint.slice(0, 8);
  return working((console, pool) =>
    startOn(
      pool.servers.reduce((c, server) => assign(edge(c, server), 'Edge Internal', `thumbprint ${thumbprint}`), console),
      pool.servers,
    ),
  );
});

/** Restarts the services of the pool. */
export const restarted: Change = working((console, pool) => startOn(console, pool.servers));

/** Replaces the certificate of the root or of the issuing authority by the authority's own one. */
export function replaced(kind: 'root' | 'intermediate', servers: readonly string[] = [FIRST, SECOND, FRONT]): Change {
  return seeing((d) => {
    const { certificate } = currentGeneration(kind === 'root' ? rootOf(d) : issuingAuthority(d));
    const store: StoreName = kind === 'root' ? 'Root' : 'CA';
    const isEarlier = (one: Certificate): boolean => sameName(one.subject, certificate.subject);
    return all(...servers.flatMap((fqdn) => [without(fqdn, store, isEarlier), holding(fqdn, store, [certificate])]));
  });
}

/** The root of the issuing authority. */
export function rootOf(deployment: Deployment) {
  return authorityNamed(deployment, deployment.environment.pki.authorities[0]?.name ?? '');
}
