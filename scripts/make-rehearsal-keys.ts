import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatePrivateKey } from '../src/x509/keys/key-pair';

/** Creates new rehearsal keys: `npx ts-node scripts/make-rehearsal-keys.ts`. This changes every thumbprint. */

const COUNTS = { 1024: 4, 2048: 64, 3072: 12, 4096: 12 } as const;

for (const [bits, count] of Object.entries(COUNTS)) {
  const header = [
    `# ${count} RSA keys of ${bits} bits for rehearsals.`,
    '# THESE PRIVATE KEYS ARE PUBLIC. They protect nothing; never use one outside a simulation.',
    '',
  ].join('\n');
  const keys = Array.from({ length: count }, () => generatePrivateKey(Number(bits)));
  writeFileSync(join(__dirname, '..', 'keys', `rsa-${bits}.pem`), header + keys.join(''));
}
