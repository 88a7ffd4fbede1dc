import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
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
  createIn(folder, on);
  // only this user may read it
  writeFileSync(join(folder, on, `${kept}-${name}.pfx`.replace(/\.pfx\.pfx$/i, '.pfx')), bytes, { mode: 0o600 });
}

/** The folder itself must exist: when a run ends early it is removed, and a worker process must not create it again. */
function createIn(folder: string, name: string): void {
  const made = join(folder, name);
  if (!existsSync(made)) mkdirSync(made);
}
