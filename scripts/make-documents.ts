/**
 * Writes the documents as pages to reports/docs: `npm run docs`.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentPages } from './documents/document-site';

const ROOT = join(__dirname, '..', '..');
const OUT = join(ROOT, 'reports', 'docs');

for (const [path, page] of documentPages()) {
  mkdirSync(dirname(join(OUT, path)), { recursive: true });
  writeFileSync(join(OUT, path), page);
}
cpSync(join(ROOT, 'docs', 'runbook.png'), join(OUT, 'docs', 'runbook.png'));
process.stdout.write(`wrote ${join('reports', 'docs', 'docs', 'README.html')}\n`);
