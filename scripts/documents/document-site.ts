import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inlineStyle } from '../../src/runbook/pages/inlined';
import { type DocumentSite, documentPage, folderMarkdown, pagePath } from './document-page';

const ROOT = join(__dirname, '..', '..', '..');

/** The colors and fonts of the runbook, and what only documents need. */
const STYLES = [
  ...['theme', 'base', 'tables'].map((name) => `templates/styles/${name}.css`),
  'scripts/documents/document.css',
];

/** The Markdown files of the project that are documents, as paths with `/`. */
export function documentPaths(): readonly string[] {
  const below = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  const documents = below.map((name) => `docs/${name.replaceAll('\\', '/')}`).filter((path) => path.endsWith('.md'));
  return ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'bench/README.md', 'source/README.md', ...documents.sort()];
}

/** The Markdown of a document. */
export function documentText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** All pages of the documents by their paths, with `/`. */
export function documentPages(): ReadonlyMap<string, string> {
  const paths = documentPaths();
  const folders = ['docs/decisions/'];
  const { homepage } = JSON.parse(documentText('package.json'));
  const site: DocumentSite = {
    documents: new Set(paths),
    folders: new Set(folders),
    repository: `${homepage.replace(/#.*$/, '')}/blob/main`,
    stylesheet: inlineStyle(STYLES.map(documentText).join('\n')),
  };
  const lists = folders.map(
    (folder) => [`${folder}index.md`, folderMarkdown(folder, titlesIn(folder, paths))] as const,
  );
  const texts = [...paths.map((path) => [path, documentText(path)] as const), ...lists];
  return new Map(texts.map(([path, text]) => [pagePath(path), documentPage(path, text, site)]));
}

function titlesIn(folder: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const inside = paths.filter((path) => path.startsWith(folder));
  return new Map(inside.map((path) => [path, /^# (.+)$/m.exec(documentText(path))?.[1] ?? path]));
}
