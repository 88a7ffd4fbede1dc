import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { useTitleIn } from '../../src/judge/finding';
import { judgeServer } from '../../src/judge/judge';
import { USE_TITLES } from '../../src/products/lync-server-2013/certificate-use';
import type { FindingCode } from '../../src/products/lync-server-2013/judge/finding-codes';
import { replicationStatus } from '../../src/products/lync-server-2013/replication-status';
import { machineOf } from '../../src/windows/machine';
import { presentedPath } from '../../src/windows/schannel';
import { type Deployment, firstPool } from '../../src/world/deployment';
import { certificateFrom } from '../../src/x509/certificate';
import { isRoot, pem, presentedBy } from './sides';
import { reasonsIn, type Truth, truthOf } from './truth';

/** Compares the judge and the simulated replication with the result of OpenSSL for every server of a pool. */

/** The findings that mean that a peer rejects the server, or that the server rejects its peer. */
export const BREAKING: readonly FindingCode[] = [
  'no-internal-certificate',
  'not-assigned',
  'restart-needed',
  'private-key-missing',
  'private-key-deleted',
  'key-in-user-profile',
  'key-not-readable',
  'key-mismatch',
  'chain-incomplete',
  'root-not-trusted',
  'certification-path-invalid',
  'expired',
  'not-yet-valid',
  'subject-mismatch',
  'wrong-usage',
  'peer-not-trusted',
  'revoked',
  'revocation-unreachable',
];

/** The subject of the comparison. */
export interface Compared {
  readonly deployment: Deployment;
  /** whether OpenSSL cannot decide about replication */
  readonly policy: boolean;
}

/** Fails if the judge or replication disagrees with OpenSSL. Returns the breaking findings of each server. */
export async function expectTruth(folder: string, { deployment, policy }: Compared): Promise<readonly FindingCode[][]> {
  const found: FindingCode[][] = [];
  for (const fqdn of firstPool(deployment).servers) {
    const truth = await truthOf(folder, deployment, fqdn);
    const codes = breakingCodes(deployment, fqdn);
    found.push([...codes]);
    const heard = `${fqdn}: judged ${codes.join(', ') || 'in order'}\n${saidIn(truth)}`;
    // TLS succeeds without the intermediate certificate on the Edge Server if the peer knows it; the server's view
    // therefore counts as well (see Truth)
    expect(codes.length === 0, heard).to.equal(truth.asPool.succeeded && truth.own.succeeded);
    for (const reason of reasonsIn(truth)) expect(codes, heard).to.include.oneOf([...reason]);
    if (truth.asPool.succeeded) expectPresented(deployment, fqdn, truth);
    const { upToDate } = replicationStatus({ deployment }, fqdn);
    if (!policy) expect(upToDate, `replication to ${heard}`).to.equal(truth.asEither.succeeded);
  }
  return found;
}

/** Faults of the external interface do not affect the internal one. */
function breakingCodes(deployment: Deployment, fqdn: string): readonly FindingCode[] {
  const errors = judgeServer(deployment, fqdn).filter(({ severity }) => severity === 'error');
  const internal = errors.filter((one) => [undefined, USE_TITLES.Internal].includes(useTitleIn(one)));
  return internal.map(({ code }) => code).filter((code): code is FindingCode => BREAKING.some((one) => one === code));
}

/** The simulation sends the same certificates that OpenSSL selects by itself. Only the root may differ. */
function expectPresented(deployment: Deployment, fqdn: string, { asPool }: Truth): void {
  const certificate = presentedBy(deployment, fqdn)?.certificate;
  const path = certificate ? presentedPath(machineOf(deployment, fqdn), certificate) : [];
  const [leaf, ...others] = asPool.received.map((text) =>
    certificateFrom(Buffer.from(text.replace(/-----.*-----/g, ''), 'base64')),
  );
  const received = leaf ? [leaf, ...others.filter((one) => !isRoot(one))] : [];
  expect(pem(received), `what ${fqdn} sends`).to.equal(pem(path));
}

/** The lines with the errors. */
function saidIn({ own, asPool, asEither }: Truth): string {
  const said = [own.said, asPool.server, asPool.client, ...(asEither === asPool ? [] : [asEither.client])];
  return said.flatMap((one) => one.split('\n').filter((line) => /error|could not|did not/i.test(line))).join('\n');
}

/** A temporary folder for the files of OpenSSL. */
export async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rehearse-tls-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
