/**
 * Writes languages/zh-TW/features/: the documented procedures of features/internal-edge in the Chinese of Taiwan, as an
 * example of features in that language. A test reports when they differ from the English ones.
 *
 *   npx ts-node scripts/translate-features.ts
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../src/package/catalogue';
import { translatedFeature } from '../src/translation/feature-text';

const [from, to] = [
  join(__dirname, '..', 'features', 'internal-edge'),
  join(__dirname, '..', 'languages', 'zh-TW', 'features'),
];
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from).filter((file) => file.endsWith('.feature'))) {
  writeFileSync(join(to, name), translatedFeature(readFileSync(join(from, name), 'utf8'), catalogue('zh-TW'), 'zh-TW'));
}
