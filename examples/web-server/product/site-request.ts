import { DAY, takeBytes, takeKey } from '../../../src/determinism';
import { addToStore } from '../../../src/windows/certificate-store';
import { writeFile } from '../../../src/windows/file-system';
import { clockOf, machineOf, withKey, withMachine } from '../../../src/windows/machine';
import type { Topology } from '../../../src/world/topology';
import { createRequest, requestPem } from '../../../src/x509/certificate-request';
import { keyPair } from '../../../src/x509/keys/key-pair';
import { signCertificate } from '../../../src/x509/sign-certificate';

/** The fields of "Distinguished Name Properties", and the attribute that each becomes. */
const ATTRIBUTES = {
  'Common name': 'CN',
  Organization: 'O',
  'Organizational unit': 'OU',
  'City/locality': 'L',
  'State/province': 'S',
  'Country/region': 'C',
};
export const SUBJECT_FIELDS = Object.keys(ATTRIBUTES);

/** Makes a key, a pending request with it and the request file. Refusals: those of writing a file. */
export function siteRequest<T extends Topology>(world: T, on: string, values: readonly string[], path: string): T {
  const [pem, afterKey] = takeKey(world.determinism, 2048);
  const [serial, determinism] = takeBytes(afterKey, 16);
  const pair = keyPair(pem);
  const subject = Object.values(ATTRIBUTES)
    .map((type, index) => ({ type, value: values[index] ?? '' }))
    .filter(({ value }) => value !== '')
    .reverse();
  const machine = machineOf(world, on);
  const now = clockOf(world, machine);
  const [keyContainer, holder] = withKey(machine, {
    location: 'LocalMachine',
    keyPair: pair,
    exportable: true,
    provider: 'Microsoft RSA SChannel Cryptographic Provider',
  });
  const none = { keyUsage: [], extendedKeyUsage: [], subjectAlternativeNames: [] };
  const certificate = signCertificate(
    {
      ...{ subject, publicKey: pair, hash: 'sha256', isCa: false, ...none },
      ...{ crlDistributionPoints: [], authorityInformationAccess: [] },
      ...{
        notBefore: now,
        notAfter: now + 365 * DAY,
        serialNumber: `1${Buffer.from(serial).toString('hex').slice(1)}`,
      },
    },
    { keyPair: pair },
  );
  const stores = addToStore(holder.stores, 'LocalMachine', 'REQUEST', { certificate, friendlyName: '', keyContainer });
  const request = createRequest({ subject, keyPair: pair, ...none, extendedKeyUsage: ['serverAuth'] });
  const made = withMachine({ ...world, determinism }, { ...holder, stores });
  return writeFile(made, on, path, Buffer.from(requestPem(request)));
}
