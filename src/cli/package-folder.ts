import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Known } from '../runbook/model';
import type { RunbookTemplates } from '../runbook/render';
import { readDocument } from '../runbook/trace/document';
import { readFailures } from '../runbook/trace/failure-ledger';
import { type LedgerEntry, readLedger } from '../runbook/trace/ledger';
import type { KeyBits, Source } from '../surroundings';
import type { Catalogue } from '../translation/catalogue';
import { rehearsalSource, splitPems } from '../x509/keys/source';

const FROM_SOURCES = __filename.endsWith('.ts');

/** The package's own folder: two levels up from here in the sources, three in the compiled program. */
export const PACKAGE = FROM_SOURCES ? join(__dirname, '..', '..') : join(__dirname, '..', '..', '..');

/** Where the program is, as sources or compiled, whichever it runs as. */
export const PROGRAM = FROM_SOURCES ? PACKAGE : join(PACKAGE, 'dist');

/** The step definitions. */
export const STEPS = join(PROGRAM, 'steps', '**', FROM_SOURCES ? '*.ts' : '*.js');

/** What gives the step definitions their sentences in Chinese; to be loaded after them. */
export const CHINESE_STEPS = FROM_SOURCES
  ? join(PACKAGE, 'languages', 'definitions.ts')
  : join(PACKAGE, 'dist', 'languages', 'definitions.js');

/** The features of the package. */
export const FEATURES = join(PACKAGE, 'features');

/** The environments that are shipped. */
export const ENVIRONMENTS = join(PACKAGE, 'environments');

/** The environment of a run to which none is given. */
export const DEFAULT_ENVIRONMENT = join(ENVIRONMENTS, 'contoso.yaml');

/** The version in package.json. */
export function version(): string {
  const found: unknown = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : 'unknown';
}

/** The ledger of the source document's sentences. */
export function ledger(): readonly LedgerEntry[] {
  return readLedger(readFileSync(join(PACKAGE, 'source', 'ledger.tsv'), 'utf8'));
}

/** What else the package knows about the procedures: the failures seen on real servers, where the document is. */
export function known(): Known {
  const read = (name: string) => readFileSync(join(PACKAGE, 'source', name), 'utf8');
  return { failures: readFailures(read('failures.tsv')), document: readDocument(read('document.json')) };
}

/** The templates of the runbook and the scripts of its pages, as `npm run build` compiled them. */
export function templates(): RunbookTemplates {
  const folder = join(PACKAGE, 'templates');
  return {
    parts: require(join(PACKAGE, 'dist', 'templates.js')),
    stylesheet: readFileSync(join(folder, 'runbook.css'), 'utf8'),
    scripts: JSON.parse(readFileSync(join(PACKAGE, 'dist', 'scripts.json'), 'utf8')),
    sha256Base64: (text) => createHash('sha256').update(text).digest('base64'),
  };
}

/** The catalogue of a language other than English, as `npm run build` put it together; read when it is asked for. */
export function catalogue(language: 'zh-TW'): Catalogue {
  return JSON.parse(readFileSync(join(PACKAGE, 'dist', 'languages', `${language}.json`), 'utf8'));
}

/** The rehearsal keys, and bytes that follow from a seed of their own. */
export function committedSource(): Source {
  const pems = (bits: KeyBits): readonly string[] =>
    splitPems(readFileSync(join(PACKAGE, 'keys', `rsa-${bits}.pem`), 'utf8'));
  return rehearsalSource(
    { 1024: pems(1024), 2048: pems(2048), 3072: pems(3072), 4096: pems(4096) },
    'certificate rehearsal',
  );
}
