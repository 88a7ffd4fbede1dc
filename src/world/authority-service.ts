import { adcsRefusal } from '../adcs/adcs-refusals';
import { type CertificationAuthority, currentGeneration, pathOf, withEvent } from '../adcs/authority';
import { listTimes, publicationAt } from '../adcs/publication';
import { IGNORE_OFFLINE } from '../adcs/registry';
import type { SchemaVersion } from '../adcs/template';
import { type HresultName, hresultMessage } from '../hresult';
import { peerPath } from '../windows/schannel';
import { traitsOf } from '../windows/versions';
import { type Deployment, withAuthority } from './deployment';
import { revocationStatus } from './revocation';

/** The service CertSvc of an authority, and the base CRLs that its administrators publish by hand. */

/** The authority on the server with this name. */
export function authorityAt({ authorities }: Deployment, on: string): CertificationAuthority | undefined {
  return [...authorities.values()].find(({ host }) => host?.toLowerCase() === on.toLowerCase());
}

/** The highest schema version of templates that the authority's server supports; undefined if the server is not here. */
export function highestTemplateVersion(
  { machines }: Deployment,
  { host }: CertificationAuthority,
): SchemaVersion | undefined {
  const machine = machines.get(host ?? '');
  return machine && traitsOf(machine.windows).highestTemplateVersion;
}

/** Stops the service. The authority answers no requests and publishes no CRL until it starts again. */
export function stopService(deployment: Deployment, authority: CertificationAuthority): Deployment {
  const { now } = deployment.determinism;
  const message = `Active Directory Certificate Services for ${authority.name} was stopped.`;
  const stopped = { ...authority, service: { ...authority.service, stoppedAt: authority.service.stoppedAt ?? now } };
  return withAuthority(deployment, withEvent(stopped, { id: 38, at: now, message }));
}

/**
 * Starts the service. It reads the registry, and checks its certificate with the stores of its server and the CRLs of the
 * authorities above it. If the check fails, event 100 gives the reason, and the service remains stopped (gradenegger.eu,
 * "Details of the event with ID 100"). If the last CRL is overdue, it publishes one.
 */
export function startService(deployment: Deployment, authority: CertificationAuthority): Deployment {
  const { now } = deployment.determinism;
  const read = { ...authority, settings: authority.registry };
  const failure = startFailure(deployment, read);
  if (failure) {
    const message = `Active Directory Certificate Services did not start: Could not load or verify the current CA certificate.  ${authority.name} ${hresultMessage(failure)}.`;
    return withAuthority(deployment, withEvent(authority, { id: 100, at: now, message }));
  }
  const last = publicationAt(authority, currentGeneration(authority), now).at;
  const { unscheduledLists: earlier } = authority.service;
  const unscheduledLists = listTimes(read, last).nextPublish < now ? [...earlier, now] : earlier;
  const message = `Active Directory Certificate Services for ${authority.name} was started.`;
  return withAuthority(
    deployment,
    withEvent({ ...read, service: { stoppedAt: null, unscheduledLists } }, { id: 26, at: now, message }),
  );
}

/**
 * Publishes the base CRL (`certutil -crl`). An authority on a server of the network writes it to its distribution point.
 * The list of an offline authority is in its own folder, and the distribution point has the earlier one until the new one
 * is carried there. Refusal: `authority-stopped`.
 */
export function publishList(deployment: Deployment, authority: CertificationAuthority): Deployment {
  const { handPublished, host, service } = authority;
  const { now } = deployment.determinism;
  if (service.stoppedAt !== null) throw adcsRefusal('authority-stopped', authority.name);
  const published = {
    ...authority,
    service: { ...service, unscheduledLists: [...service.unscheduledLists, now] },
  };
  if (host !== null) {
    const dates = handPublished && { published: now, distributed: now };
    return withAuthority(deployment, { ...published, handPublished: dates });
  }
  const { at } = publicationAt(authority, currentGeneration(authority), now);
  const distributed = handPublished?.distributed ?? at;
  return withAuthority(deployment, { ...published, handPublished: { published: now, distributed } });
}

/** Carries the base CRL that was published last to its distribution point. */
export function carryList(deployment: Deployment, authority: CertificationAuthority): Deployment {
  const { handPublished } = authority;
  if (!handPublished) return deployment;
  const { published } = handPublished;
  return withAuthority(deployment, { ...authority, handPublished: { published, distributed: published } });
}

/** The reason why the service does not start, or undefined. An authority without a server is always online. */
function startFailure(deployment: Deployment, authority: CertificationAuthority): HresultName | undefined {
  const machine = deployment.machines.get(authority.host ?? '');
  if (!machine) return undefined;
  const [certificate, ...superiors] = pathOf(authority);
  if (!certificate) return undefined;
  const { code } = peerPath(deployment, machine, [certificate, ...superiors.filter(({ selfSigned }) => !selfSigned)]);
  if (code === 'expired' || code === 'not-yet-valid') return 'CERT_E_EXPIRED';
  if (code !== null) return code === 'root-not-trusted' ? 'CERT_E_UNTRUSTEDROOT' : 'CERT_E_CHAINING';
  const statuses = [certificate, ...superiors].map((one) => revocationStatus(deployment, machine, one));
  if (statuses.includes('revoked')) return 'CRYPT_E_REVOKED';
  const isIgnored = (authority.settings.crlFlags & IGNORE_OFFLINE) !== 0;
  return statuses.includes('unreachable') && !isIgnored ? 'CRYPT_E_REVOCATION_OFFLINE' : undefined;
}
