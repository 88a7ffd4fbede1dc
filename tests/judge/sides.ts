import { X509Certificate } from 'node:crypto';
import { revocationList } from '../../src/adcs/revocation-list';
import { type LyncServer, lyncServerOf } from '../../src/products/lync-server-2013/topology';
import type { StoreEntry } from '../../src/windows/certificate-store';
import type { Deployment } from '../../src/world/deployment';
import { machineUnder, poolOf } from '../../src/world/topology';
import type { Certificate } from '../../src/x509/certificate';
import { armor } from '../../src/x509/der/armor';
import type { OwnStores, Side } from './tls-handshake';

/** The input of OpenSSL: files and clocks of a deployment, without any judgement of the simulation. */

/** An Edge Server as TLS server at its internal interface; it verifies the Front End Server too. */
export function edgeSide(deployment: Deployment, fqdn: string, expects: string): Side {
  return { ...sideOf(deployment, fqdn), expects, checksRevocation: false };
}

/** The Front End Server as the client; it checks revocation where the certificate names an address. */
export function frontSide(deployment: Deployment, edge: string, expects: string): Side {
  const side = sideOf(deployment, deployment.environment.internalServer.fqdn);
  const met = presentedBy(deployment, edge);
  const checksRevocation = (met?.certificate.crlDistributionPoints.length ?? 0) > 0;
  return { ...side, verifies: side.verifies + revocationLists(deployment), expects, checksRevocation };
}

/** The names by which the Front End Server addresses an Edge Server, and the names in its certificate. */
export function namesOf(deployment: Deployment, fqdn: string): readonly string[] {
  const { pool } = lyncServerOf(deployment, fqdn);
  return [...new Set([poolOf(deployment, fqdn)?.fqdn ?? pool, fqdn])];
}

/** The certificate that a server presents, and the stores with which it verifies it; undefined when it presents none. */
export function ownStores(deployment: Deployment, fqdn: string): OwnStores | undefined {
  const { certificate, clock } = sideOf(deployment, fqdn);
  const { roots, others } = storesOf(deployment, fqdn);
  return certificate === undefined ? undefined : { certificate, roots: pem(roots), others: pem(others), clock };
}

/**
 * The certificate that a server presents: the one its services were started with, else the assigned one. Computed here
 * independently, so that the test checks the certificate that the simulation presents too.
 */
export function presentedBy(deployment: Deployment, fqdn: string): StoreEntry | undefined {
  const server = lyncServerOf(deployment, fqdn);
  const thumbprint = (server.running ?? server.assigned)[useOf(server)];
  const { My } = machineUnder(deployment, server).stores.LocalMachine;
  return My.find(({ certificate }) => certificate.thumbprint === thumbprint);
}

/** The use of a server's internal certificate; that of the Front End Server is Default. */
export function useOf({ role }: LyncServer): 'Default' | 'Internal' {
  return role === 'front-end' ? 'Default' : 'Internal';
}

/** The certificates as PEM, concatenated. */
export function pem(certificates: readonly Certificate[]): string {
  return certificates.map(({ der }) => armor('CERTIFICATE', der)).join('');
}

function sideOf(deployment: Deployment, fqdn: string): Omit<Side, 'expects' | 'checksRevocation'> {
  const server = lyncServerOf(deployment, fqdn);
  const machine = machineUnder(deployment, server);
  const entry = presentedBy(deployment, fqdn);
  const key = machine.keys.find(
    ({ location, container, readers }) =>
      location === 'LocalMachine' && container === entry?.keyContainer && readers.includes('NETWORK SERVICE'),
  );
  const { roots, others } = storesOf(deployment, fqdn);
  return {
    ...(entry ? { certificate: pem([entry.certificate]) } : {}),
    ...(entry && key ? { key: key.keyPair.privateKeyPem } : {}),
    known: pem([...roots, ...others]),
    verifies: pem([...roots, ...others.filter((one) => !isRoot(one))]),
    clock: Math.floor((deployment.determinism.now + machine.clockOffset) / 1000),
  };
}

/** A trust anchor is a self-signed certificate among the trusted roots of the computer; the others only build the path. */
function storesOf(deployment: Deployment, fqdn: string) {
  const { Root, CA } = machineUnder(deployment, lyncServerOf(deployment, fqdn)).stores.LocalMachine;
  const [trusted, intermediate] = [Root, CA].map((store) => store.map(({ certificate }) => certificate));
  const roots = (trusted ?? []).filter(isRoot);
  return { roots, others: [...(trusted ?? []).filter((one) => !isRoot(one)), ...(intermediate ?? [])] };
}

/** Whether a certificate is self-signed, according to Node.js. */
export function isRoot({ der }: Certificate): boolean {
  const read = new X509Certificate(der);
  return read.subject === read.issuer && read.verify(read.publicKey);
}

/** The list of each key of an authority that is at its distribution point. */
function revocationLists({ authorities, determinism }: Deployment): string {
  const lists = [...authorities.values()].flatMap((one) =>
    one.generations.map((generation) => revocationList(one, determinism.now, generation)),
  );
  return lists.map(({ der }) => armor('X509 CRL', der)).join('');
}
