import { windowsVersions } from '../../../windows/versions';

/** The faults of a server that are explored, by their phrases in the features: registry, access list, version of Windows. */
export const EXPLORED_FAULTS = [
  'TLS 1.0 is disabled',
  'ClientAuthTrustMode is 2',
  'SchUseStrongCrypto is 1',
  'a group policy trusts the roots of the enterprise only',
  'the services may not read the private key',
  ...windowsVersions().map((version) => `Windows Server ${version} is installed` as const),
] as const;

export type ServerFaultName = (typeof EXPLORED_FAULTS)[number];
