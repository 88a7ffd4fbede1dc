import { traitsOf, type WindowsVersion } from '../versions';
import { protocolSwitch, STRONG_CRYPTOGRAPHY, TLS_VERSIONS, type TlsVersion } from './registry-names';
import { type Registry, registryValue } from './registry-value';

/**
 * The versions of TLS that a machine uses (Microsoft, "TLS/SSL registry settings" and "Transport Layer Security best
 * practices with the .NET Framework"). A change counts at once; real programs read it when they start.
 */

interface Speaker {
  readonly registry: Registry;
  readonly windows: WindowsVersion;
}

/** The versions that Schannel accepts as a server, for programs that do not choose any. */
export function acceptedVersions(machine: Speaker): readonly TlsVersion[] {
  return TLS_VERSIONS.filter((version) => isEnabled(machine, version, 'Server') && isDefault(machine, version));
}

/**
 * The versions that a program of .NET Framework 4 offers as a client. Without SchUseStrongCrypto it offers TLS 1.0 only;
 * with it, it asks for every version by itself.
 */
export function offeredVersions(machine: Speaker): readonly TlsVersion[] {
  const asked = registryValue(machine, STRONG_CRYPTOGRAPHY) === 1 ? TLS_VERSIONS : (['TLS 1.0'] as const);
  return asked.filter((version) => isEnabled(machine, version, 'Client'));
}

/** The latest version that the client offers and the server accepts; undefined if there is none. */
export function commonVersion(client: Speaker, server: Speaker): TlsVersion | undefined {
  const accepted = acceptedVersions(server);
  return offeredVersions(client).findLast((version) => accepted.includes(version));
}

function isEnabled(machine: Speaker, version: TlsVersion, role: 'Client' | 'Server'): boolean {
  return registryValue(machine, protocolSwitch(version, role, 'Enabled')) !== 0;
}

/** Whether the server uses the version without being asked; the value in the registry replaces the usual one. */
function isDefault(machine: Speaker, version: TlsVersion): boolean {
  const disabled = registryValue(machine, protocolSwitch(version, 'Server', 'DisabledByDefault'));
  if (disabled !== undefined) return disabled === 0;
  return version === 'TLS 1.0' || !traitsOf(machine.windows).laterTlsDisabled;
}
