import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment } from '../../src/world/deployment';
import { contentKind } from '../../src/x509/content-kind';

/** Saves every PKCS #12 file that a step created in `folder`, numbered in order, if the run requested it. */
export function keepPrivateKeys(before: Deployment, after: Deployment, folder: string): void {
  for (const { fqdn, disk } of after.machines.values()) {
    const old = before.machines.get(fqdn)?.disk.files;
    if (old === disk.files) continue;
    for (const [key, file] of disk.files) {
      if (old?.get(key)?.bytes !== file.bytes && contentKind(file.bytes) === 'pkcs12') keep(folder, fqdn, file);
    }
  }
}

let kept = 0;

function keep(
  folder: string,
  on: string,
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
): void {
  kept += 1;
  const name = path.slice(path.lastIndexOf('\\') + 1).replace(/[^\p{L}\p{N}._-]/gu, '_');
  mkdirSync(join(folder, on), { recursive: true });
  writeFileSync(join(folder, on, `${kept}-${name}`), bytes);
}
