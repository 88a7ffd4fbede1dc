import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files with private keys that a run kept in a folder: one folder for each machine. */
export function keyFilesIn(folder: string): readonly (readonly [path: string, bytes: Uint8Array])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((machine) =>
    readdirSync(join(folder, machine.name)).map((name) => {
      return [`${machine.name}/${name}`, readFileSync(join(folder, machine.name, name))] as const;
    }),
  );
}
