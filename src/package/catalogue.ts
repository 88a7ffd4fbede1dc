import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../translation/catalogue';
import { PACKAGE } from './folder';

const LANGUAGES = join(PACKAGE, 'dist', 'languages');

/** The languages other than English, by their folders below `languages/`. */
export function translations(): readonly string[] {
  return readdirSync(LANGUAGES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}

/** The file with the catalogue of a language, as `npm run build` writes it. */
export function catalogueFile(language: string): string {
  return join(LANGUAGES, `${language}.json`);
}

/** The catalogue of a language other than English. */
export function catalogue(language: string): Catalogue {
  return JSON.parse(readFileSync(catalogueFile(language), 'utf8'));
}
