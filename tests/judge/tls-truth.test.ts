import { test } from 'node:test';
import { expect } from 'chai';
import type { FindingCode } from '../../src/products/lync-server-2013/judge/finding-codes';
import { withPrograms } from '../support/programs';
import { BREAKING, expectTruth, inFolder } from './expect-truth';
import type { Situation } from './situation';
import { SITUATIONS } from './situations';

/**
 * Compares the judge and the simulated replication with real TLS. In each situation every Edge Server of the pool is
 * `openssl s_server` and the Front End Server is `openssl s_client`, with the certificates, trusted roots and clocks of
 * the situation.
 *
 * The test claims nothing about policy, which OpenSSL does not know:
 * - MD5 and RSASSA-PSS are not accepted.
 * - SHA-512 needs an update of Windows.
 * - A key of 1024 bits is short.
 * - An intermediate certificate among the roots breaks client authentication.
 * - Network Service must be able to read the key, and the key must be in a supported provider.
 *
 * It claims nothing about the last second of a certificate either: RFC 5280 §4.1.2.5 includes it, OpenSSL does not.
 */

test('the judge and replication agree with TLS', { concurrency: 2 }, async (t) => {
  let isThere = false;
  withPrograms(t, ['openssl'], () => {
    isThere = true;
  });
  if (!isThere) return;
  const shown = new Set<FindingCode>();
  await Promise.all(
    Object.entries(SITUATIONS).map(([title, situation]) =>
      t.test(title, () => inFolder((folder) => compare(folder, situation, shown))),
    ),
  );
  expect([...shown], 'findings that these situations show').to.have.members(BREAKING);
});

async function compare(folder: string, situation: Situation, shown: Set<FindingCode>): Promise<void> {
  const compared = { deployment: situation.deployment(), policy: situation.policy === true };
  for (const codes of await expectTruth(folder, compared)) for (const code of codes) shown.add(code);
}
