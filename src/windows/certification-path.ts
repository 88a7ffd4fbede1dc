import { pairMemo } from '../memo';
import type { Certificate } from '../x509/certificate';
import { certificationPath } from '../x509/paths/certification-path';
import type { Stores } from './certificate-store';
import type { Machine } from './machine';

/** Certification paths as a machine builds them from its own stores. */

/** The certificates of the certification path that the machine's stores know, the certificate itself first. */
export function pathIn(machine: Machine, certificate: Certificate): readonly Certificate[] {
  return paths(machine.stores, certificate, () => certificationPath(certificate, authoritiesIn(machine)).certificates);
}

const paths = pairMemo<Stores, Certificate, readonly Certificate[]>();

/** Every certificate in the machine's Trusted Root and Intermediate stores. */
export function authoritiesIn(machine: Machine): readonly Certificate[] {
  const { Root, CA } = machine.stores.LocalMachine;
  return [...Root, ...CA].map((entry) => entry.certificate);
}
