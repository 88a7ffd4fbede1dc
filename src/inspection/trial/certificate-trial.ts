import type { Finding } from '../../judge/finding';
import { judgePool } from '../../judge/judge';
import { judgedUses, serversOf, subjectOf } from '../../judge/subject';
import { pathFindings } from '../../judge/trust-rules';
import { identityMemo } from '../../memo';
import { Refusal } from '../../refusal';
import { addToStore } from '../../windows/certificate-store';
import { clockOf, machineOf, matchingKey, withMachine } from '../../windows/machine';
import { peerPath } from '../../windows/schannel';
import type { Deployment } from '../../world/deployment';
import type { FileRole } from '../../world/product-files';
import { type Pool, serverOf, storedEntry, withServer } from '../../world/topology';
import type { Certificate } from '../../x509/certificate';
import { pathFault } from '../../x509/paths/path-validation';
import type { FileFinding } from '../findings/file-finding';
import { isAboutFile, TRUST_CODES } from './about-files';
import { refusedAt, stepText } from './trial';

/** A certificate that was imported from a file, on the server and in the pool that it is for. */
export interface ImportedCertificate {
  /** before the import */
  readonly before: Deployment;
  /** after it */
  readonly world: Deployment;
  readonly pool: Pool;
  readonly server: string;
  readonly role: FileRole;
  /** whether the roots that the servers trust are known */
  readonly isTrustKnown: boolean;
}

/** How many days ahead the judge looks. */
const AHEAD = 30;

/** What the judge finds after the import that it did not find before. */
export function newFindings({ before, world, pool, role }: Omit<ImportedCertificate, 'server'>): readonly Finding[] {
  const known = judgedBefore(before, () => judgePool(before, pool, AHEAD)).map(keyOf);
  return judgePool(world, pool, AHEAD).filter((one) => !known.includes(keyOf(one)) && isAboutFile(one, role));
}

const judgedBefore = identityMemo<Deployment, readonly Finding[]>();

function keyOf({ code, server, detail }: Finding): string {
  return JSON.stringify([code, server, detail]);
}

/** The findings if the imported certificate is assigned. Those for which the step refuses it name the step. */
export function assignmentFindings(imported: ImportedCertificate, certificate: Certificate): readonly FileFinding[] {
  const { pool, server, world } = imported;
  const held = inPersonal(imported, certificate);
  const { assigned, refusal } = assigning(held, server, certificate);
  const used = inUse(assigned, pool, server, certificate);
  const isOpen = !imported.isTrustKnown && !certificate.selfSigned;
  const found = newFindings({ ...imported, world: used }).filter(({ code }) => !isOpen || !TRUST_CODES.includes(code));
  const partial = isOpen ? partialPathFindings(used, imported) : [];
  const step = world.product.files?.assignment;
  const reasons = step?.reasons(world) ?? [];
  const findings = [...found, ...partial].map(
    (one): FileFinding => ({
      ...asFileFinding(one),
      on: step && one.severity === 'error' && reasons.includes(one.code) ? stepText(step) : pool.fqdn,
    }),
  );
  const isKnown = !refusal || findings.some(({ code }) => code === refusal.code);
  return isKnown || (isOpen && TRUST_CODES.includes(refusal.code)) ? findings : [refusal, ...findings];
}

/** A finding of the judge as one about a file. */
export function asFileFinding({ code, severity, server, pool, detail, cause, remedy, source }: Finding): FileFinding {
  return { code, severity, server: server ?? null, on: pool, detail, cause: cause ?? null, remedy, source };
}

/**
 * The imported certificate in the Personal store. The import chooses the store of the trusted roots for a self-signed
 * certificate, by its type.
 */
function inPersonal({ world, before, server }: ImportedCertificate, certificate: Certificate): Deployment {
  const machine = machineOf(world, server);
  if (storedEntry(machine, certificate.thumbprint)) return world;
  const keyContainer = matchingKey(machine, 'LocalMachine', certificate)?.container ?? null;
  const { Root, CA } = machineOf(before, server).stores.LocalMachine;
  const stores = { ...machine.stores, LocalMachine: { ...machine.stores.LocalMachine, Root, CA } };
  const entry = { certificate, friendlyName: '', keyContainer };
  return withMachine(world, { ...machine, stores: addToStore(stores, 'LocalMachine', 'My', entry) });
}

function assigning(
  world: Deployment,
  server: string,
  { thumbprint }: Certificate,
): { readonly assigned: Deployment; readonly refusal?: FileFinding } {
  const step = world.product.files?.assignment;
  try {
    return { assigned: step ? step.perform(world, server, thumbprint) : world };
  } catch (error) {
    if (!(error instanceof Refusal) || !step) throw error;
    return { assigned: world, refusal: refusedAt(step, error, server) };
  }
}

/** The certificate in use for everything that needs one, whether or not the step accepted it. */
function inUse(world: Deployment, pool: Pool, on: string, { thumbprint }: Certificate): Deployment {
  const uses = judgedUses(world, pool).filter(({ required }) => required);
  const assigned = Object.fromEntries(uses.map(({ name }) => [name, thumbprint]));
  return withServer(world, { ...serverOf(world, on), assigned, running: null });
}

/** The faults in the known part of a path whose upper end is not known: dates, usages and constraints. */
function partialPathFindings(world: Deployment, { pool, server }: ImportedCertificate): readonly Finding[] {
  const judged = serversOf(world, pool).find((one) => one.server.fqdn === server);
  if (!judged) return [];
  return judgedUses(world, pool).flatMap((use) => {
    const subject = subjectOf(judged, use);
    if (!subject) return [];
    const { code, certificates } = peerPath(world, judged.machine, [subject.entry.certificate]);
    if (code === null || !TRUST_CODES.includes(code)) return [];
    const at = clockOf(world, judged.machine);
    const fault = pathFault(certificates, { purpose: 'serverAuth', at });
    return fault ? pathFindings(subject, { code: fault.code, at: fault.certificate, certificates }) : [];
  });
}
