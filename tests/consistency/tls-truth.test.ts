import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import type { FindingCode } from '../../src/consistency/finding-codes';
import { judgeServer } from '../../src/consistency/judge';
import { type Deployment, firstPool } from '../../src/deployment/deployment';
import { replicationStatus } from '../../src/operator/tasks/mending';
import { machineOf } from '../../src/windows/machine';
import { presentedPath } from '../../src/windows/schannel';
import { certificateFrom } from '../../src/x509/certificate';
import { withPrograms } from '../support/programs';
import { isRoot, pem, presentedBy } from './sides';
import type { Situation } from './situation';
import { SITUATIONS } from './situations';
import { reasonsIn, type Truth, truthOf } from './truth';

/**
 * The judge and the simulated replication against real TLS: in each situation every Edge Server of the pool is
 * `openssl s_server`, the Front End Server is `openssl s_client`, each with the files, the trust and the clock that it
 * has there, and certificates on both sides.
 *
 * OpenSSL has no say in what is policy: that MD5 and RSASSA-PSS are not accepted, that SHA-512 needs an update of
 * Windows, that a key of 1024 bits is short, that a certificate among the roots that is none breaks client
 * authentication, that Network Service has to be able to read the key, in which provider it may lie. Nothing is
 * claimed of these here. Nor of the very second in which a certificate ends: RFC 5280 §4.1.2.5 counts it in, OpenSSL
 * does not.
 */

/** The findings that mean: a peer does not accept the server, or the server does not accept its peer. */
const BREAKING: readonly FindingCode[] = [
  'no-internal-certificate',
  'not-assigned',
  'private-key-missing',
  'private-key-deleted',
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
];

test('the judge and replication say what TLS does', { concurrency: 2, timeout: 60_000 }, async (t) => {
  let isThere = false;
  withPrograms(t, ['openssl'], () => {
    isThere = true;
  });
  if (!isThere) return;
  const shown = new Set<FindingCode>();
  await Promise.all(
    Object.entries(SITUATIONS).map(([title, situation]) =>
      t.test(title, () => inFolder((folder) => expectTruth(folder, situation, shown))),
    ),
  );
  expect([...shown], 'findings that these situations show').to.have.members(BREAKING);
});

async function expectTruth(folder: string, situation: Situation, shown: Set<FindingCode>): Promise<void> {
  const deployment = situation.deployment();
  for (const fqdn of firstPool(deployment).servers) {
    const truth = await truthOf(folder, deployment, fqdn);
    const codes = breakingCodes(deployment, fqdn);
    for (const code of codes) shown.add(code);
    const heard = `${fqdn}: judged ${codes.join(', ') || 'in order'}\n${saidIn(truth)}`;
    // the intermediate certificate may be missing on the Edge Server and TLS succeed, for the peer knows it; that is
    // why the server's own view counts as well (see Truth)
    expect(codes.length === 0, heard).to.equal(truth.asPool.succeeded && truth.own.succeeded);
    for (const reason of reasonsIn(truth)) expect(codes, heard).to.include.oneOf([...reason]);
    if (truth.asPool.succeeded) expectPresented(deployment, fqdn, truth);
    const { upToDate } = replicationStatus({ deployment }, fqdn);
    if (!situation.policy) expect(upToDate, `replication to ${heard}`).to.equal(truth.asEither.succeeded);
  }
}

function breakingCodes(deployment: Deployment, fqdn: string): readonly FindingCode[] {
  const errors = judgeServer(deployment, fqdn).filter(({ severity }) => severity === 'error');
  return errors.map(({ code }) => code).filter((code) => BREAKING.includes(code));
}

/** What OpenSSL finds by itself to send along is what the simulation says, but for the root, which may be sent or not. */
function expectPresented(deployment: Deployment, fqdn: string, { asPool }: Truth): void {
  const certificate = presentedBy(deployment, fqdn)?.certificate;
  const path = certificate ? presentedPath(machineOf(deployment, fqdn), certificate) : [];
  const [leaf, ...others] = asPool.received.map((text) =>
    certificateFrom(Buffer.from(text.replace(/-----.*-----/g, ''), 'base64')),
  );
  const received = leaf ? [leaf, ...others.filter((one) => !isRoot(one))] : [];
  expect(pem(received), `what ${fqdn} sends`).to.equal(pem(path));
}

/** The lines that say what went wrong. */
function saidIn({ own, asPool, asEither }: Truth): string {
  const said = [own.said, asPool.server, asPool.client, ...(asEither === asPool ? [] : [asEither.client])];
  return said.flatMap((one) => one.split('\n').filter((line) => /error|could not|did not/i.test(line))).join('\n');
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rehearse-tls-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
