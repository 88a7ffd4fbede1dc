import { submit } from '../src/adcs/submission';
import { takeKey } from '../src/determinism';
import { issuingAuthority } from '../src/world/deployment';
import { createRequest, requestPem } from '../src/x509/certificate-request';
import { keyPair } from '../src/x509/keys/key-pair';
import { distinguishedName } from '../src/x509/names/distinguished-name';
import { deploymentOf, environmentOf } from '../steps/support/starting-point';
import { opensslSignatures } from './openssl-speed';

/**
 * Compares issued certificates with signatures of `openssl speed`, in turn, per second of one core's processor time.
 */

const SECONDS = 3;
const ROUNDS = 3;
/** Certificates between two readings of the clock: one reading takes a hundredth of the time of a certificate. */
const BETWEEN_CLOCKS = 50;
/** More requests than the memo holds, so that each one is read and verified. */
const REQUESTS = 2500;

function main(): void {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const signatures = opensslSignatures(SECONDS);
    const certificates = certificatesIssued();
    ratios.push(certificates / signatures);
    console.log(
      `issued ${certificates.toFixed(0)}/s, openssl signs ${signatures.toFixed(0)}/s, ratio ${(certificates / signatures).toFixed(2)}`,
    );
  }
  console.log(`median ratio      ${([...ratios].sort((a, b) => a - b)[1] ?? 0).toFixed(2)}`);
}

function certificatesIssued(): number {
  const deployment = deploymentOf(environmentOf({}), {});
  const [pem] = takeKey(deployment.determinism, 2048);
  const requests = Array.from({ length: REQUESTS }, (_, index) => requestFor(`edgepool${index}.contoso.com`, pem));
  const requester = { account: 'bench', groups: ['Domain Admins'] };
  const attributes = { certificatetemplate: 'WebServer' };
  const authority = issuingAuthority(deployment);
  let { determinism } = deployment;
  let count = 0;
  const start = process.cpuUsage();
  while (count % BETWEEN_CLOCKS !== 0 || secondsSince(start) < SECONDS) {
    const request = requests[count % REQUESTS] ?? new Uint8Array(0);
    const made = submit(authority, { requester, request, attributes }, determinism);
    if (made.row.disposition.kind !== 'issued') throw new Error(`request ${made.row.id} was not issued`);
    determinism = made.determinism;
    count += 1;
  }
  return count / secondsSince(start);
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function requestFor(name: string, pem: string): Uint8Array {
  const subject = distinguishedName(`CN=${name}`);
  return Buffer.from(requestPem(createRequest({ subject, keyPair: keyPair(pem), subjectAlternativeNames: [] })));
}

main();
