import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { currentGeneration, pathOf } from '../../src/adcs/authority';
import { submit } from '../../src/adcs/submission';
import { takeKey } from '../../src/determinism';
import { renewRoot } from '../../src/operator/tasks/authority';
import { authorityNamed, issuingAuthority } from '../../src/world/deployment';
import { type Certificate, certificatePem } from '../../src/x509/certificate';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';

/** The cross certificates of a root with a new key, as OpenSSL uses them. */

const START = deploymentOf(environmentOf({}), {});
const RENEWED = renewRoot(START);
const ROOT = START.environment.pki.authorities[0]?.name ?? '';

function issuedBy(deployment: typeof START): Certificate {
  const [pem] = takeKey(deployment.determinism, 2048);
  const subject = distinguishedName('CN=edgepool.contoso.com');
  const request = Buffer.from(
    requestPem(createRequest({ subject, keyPair: keyPair(pem), subjectAlternativeNames: [] })),
  );
  const requester = { account: 'CONTOSO\\lyncadmin', groups: ['RTCUniversalServerAdmins'] };
  const attributes = { certificatetemplate: 'WebServer' };
  const { row } = submit(issuingAuthority(deployment), { requester, request, attributes }, deployment.determinism);
  if (row.disposition.kind !== 'issued') throw new Error(row.disposition.kind);
  return row.disposition.certificate;
}

/** Whether OpenSSL finds a path from the certificate to the one root. */
function verifies(root: Certificate, others: readonly Certificate[], certificate: Certificate): boolean {
  return inTemporaryFolder((folder) => {
    const file = (name: string, certificates: readonly Certificate[]): string => {
      writeFileSync(join(folder, name), certificates.map(certificatePem).join(''));
      return join(folder, name);
    };
    const at = String(Math.floor(RENEWED.determinism.now / 1000));
    const args = ['-CAfile', file('root.pem', [root]), '-untrusted', file('others.pem', others), '-attime', at];
    const { status } = execute('openssl', ['verify', ...args, file('certificate.pem', [certificate])]);
    return status === 0;
  });
}

test('they lead from a certificate below the new key to the old root, and the other way around', (t) => {
  withPrograms(t, ['openssl'], () => {
    const [old, renewed] = [START, RENEWED].map((one) => currentGeneration(authorityNamed(one, ROOT)).certificate);
    if (!old || !renewed) throw new Error('a root has a certificate');
    const { crossCertificates } = authorityNamed(RENEWED, ROOT);
    expect(crossCertificates).to.have.lengthOf(2);
    const below = [
      { leaf: issuedBy(RENEWED), issuing: pathOf(issuingAuthority(RENEWED)).slice(0, -1), root: old },
      { leaf: issuedBy(START), issuing: pathOf(issuingAuthority(START)).slice(0, -1), root: renewed },
    ];
    for (const { leaf, issuing, root } of below) {
      expect(verifies(root, issuing, leaf)).to.equal(false);
      expect(verifies(root, [...issuing, ...crossCertificates], leaf)).to.equal(true);
    }
  });
});
