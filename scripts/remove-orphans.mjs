/** Removes from dist/ what was compiled from sources that no longer exist. Part of `npm run build`. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const entries = existsSync(dist) ? readdirSync(dist, { withFileTypes: true }) : [];
for (const { name: folder } of entries.filter((entry) => entry.isDirectory())) {
  const names = readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((one) => /\.js(\.map)?$/.test(one)))
    if (!existsSync(join(root, folder, name.replace(/\.js(\.map)?$/, '.ts')))) rmSync(join(dist, folder, name));
}
