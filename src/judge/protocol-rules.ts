import type { Value } from '../fact';
import { machineOf } from '../windows/machine';
import { STRONG_CRYPTOGRAPHY } from '../windows/registry/registry-names';
import { registryValue } from '../windows/registry/registry-value';
import { handshakeDelay, ROOT_LIST_EVENTS, ROOT_LIST_HOST } from '../windows/registry/root-update';
import { acceptedVersions, commonVersion, offeredVersions } from '../windows/registry/tls-versions';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { causedOn, foundOn, type JudgedServer, peersOf } from './subject';

/** What surrounds the certificates in a handshake: the versions of TLS, and the list of trusted roots. */
export function protocolFindings(server: JudgedServer): readonly Finding[] {
  return [...versionFindings(server), ...rootListFindings(server)];
}

/** A peer is a program of .NET Framework. */
function versionFindings(server: JudgedServer): readonly Finding[] {
  const { deployment, machine } = server;
  return peersOf(deployment).flatMap(({ fqdn }) => {
    const peer = machineOf(deployment, fqdn);
    if (commonVersion(peer, machine)) return [];
    const strong = registryValue(peer, STRONG_CRYPTOGRAPHY) === 1;
    const detail = findingFact('finding.no-common-tls-version', {
      peer: fqdn,
      offered: listed(offeredVersions(peer)),
      accepted: listed(acceptedVersions(machine)),
    });
    return [causedOn(server, 'no-common-tls-version', strong ? 'disabled' : 'strong-cryptography', { detail })];
  });
}

function listed(versions: readonly string[]): Value {
  return versions.length > 0 ? versions : findingFact('value.none');
}

function rootListFindings(server: JudgedServer): readonly Finding[] {
  const seconds = handshakeDelay(server.machine);
  if (seconds === 0) return [];
  const detail = findingFact('finding.root-list-unreachable', {
    host: ROOT_LIST_HOST,
    seconds,
    events: ROOT_LIST_EVENTS,
  });
  return [foundOn(server, 'root-list-unreachable', detail)];
}
