import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../translation/catalogue';
import { PACKAGE } from './folder';

/** The file with the catalogue of a language, as `npm run build` writes it. */
export function catalogueFile(language: string): string {
  return join(PACKAGE, 'dist', 'languages', `${language}.json`);
}

/** The catalogue of a language other than English. */
export function catalogue(language: 'zh-TW'): Catalogue {
  return JSON.parse(readFileSync(catalogueFile(language), 'utf8'));
}
