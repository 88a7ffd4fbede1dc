import { test } from 'node:test';
import { expect } from 'chai';
import type { FindingCode } from '../../src/products/lync-server-2013/judge/finding-codes';
import { withPrograms } from '../support/programs';
import { BREAKING, expectTruth, inFolder } from './expect-truth';
import type { Situation } from './situation';
import { SITUATIONS } from './situations';

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

test('the judge and replication say what TLS does', { concurrency: 2 }, async (t) => {
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
