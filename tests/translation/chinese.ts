import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { translatedWords } from '../../src/runbook/words/translated-words';
import type { Words } from '../../src/runbook/words/words';
import { type Catalogue, catalogueOf } from '../../src/translation/catalogue';
import type { Glossary } from '../support/features/translation-rules';
import { ROOT } from '../support/root';

const FOLDER = join(ROOT, 'languages', 'zh-TW');

/** The Chinese of Taiwan. Its files are read once. */
export function chinese(): Catalogue {
  known ??= readCatalogue();
  return known;
}

let known: Catalogue | undefined;

function readCatalogue(): Catalogue {
  const texts = readdirSync(join(FOLDER, 'texts')).map((name) => read(join('texts', name)));
  const facts = readdirSync(join(FOLDER, 'facts')).map((name) => read(join('facts', name)));
  const [sentences, phrases, keywords, cells, controls, screen] = [
    ...['sentences', 'phrases', 'keywords', 'cells', 'controls', 'screen'],
  ].map((part) => read(`${part}.yaml`));
  const pages = readdirSync(join(FOLDER, 'pages')).map((name) => [
    name.replace(/\.yaml$/, ''),
    read(join('pages', name)),
  ]);
  return catalogueOf({
    ...{ sentences, phrases, keywords, cells, facts, controls, screen, texts, siteValues: read('site-values.yaml') },
    pages: Object.fromEntries(pages),
  });
}

/** The words of the pages in the Chinese of Taiwan. */
export const chineseWords: Words = translatedWords(chinese(), 'zh-TW');

/** Terms that must be used, and terms that must not be used. */
export function glossary(): Glossary {
  return read('glossary.yaml');
}

function read(path: string) {
  return parse(readFileSync(join(FOLDER, path), 'utf8'));
}
