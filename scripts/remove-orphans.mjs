/** Removes from dist/ what was compiled of sources that are no more. Part of `npm run build`. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
for (const folder of ['src', 'steps']) {
  const compiled = join(root, 'dist', folder);
  const names = existsSync(compiled) ? readdirSync(compiled, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of names.filter((one) => one.endsWith('.js')))
    if (!existsSync(join(root, folder, name.replace(/\.js$/, '.ts')))) rmSync(join(compiled, name));
}
