import { spawnSync } from 'node:child_process';

/** How many signatures with RSA 2048 `openssl speed` makes in a second of one core. */
export function opensslSignatures(seconds: number): number {
  const { stdout } = spawnSync('openssl', ['speed', '-seconds', String(seconds), 'rsa2048'], { encoding: 'utf8' });
  const found = /rsa 2048 bits\s+\S+s\s+\S+s\s+([\d.]+)/.exec(stdout)?.[1];
  if (!found) throw new Error('openssl speed gave no figure; is openssl installed?');
  return Number(found);
}
