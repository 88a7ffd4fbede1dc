/**
 * Writes the ledger of a source document from a table of its sentences (columns id, section, step, kind and the English
 * text, separated by tabs, with a header line). The ledger keeps only a hash of each sentence. Waivers are written by
 * hand in the ledger; the script keeps the waivers of unchanged sentences.
 *
 *   node --require ts-node/register scripts/make-ledger.ts SEGMENTS.tsv source/internal-edge/ledger.tsv
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const HEADER = ['id', 'section', 'step', 'kind', 'sha256', 'waiver'].join('\t');

interface Waiver {
  readonly sha256: string;
  readonly waiver: string;
}

function main(segmentsFile: string | undefined, ledgerFile: string | undefined): void {
  if (!segmentsFile || !ledgerFile) {
    process.stderr.write('usage: make-ledger SEGMENTS.tsv LEDGER.tsv\n');
    process.exitCode = 2;
    return;
  }
  const waivers = existsSync(ledgerFile) ? waiversIn(readFileSync(ledgerFile, 'utf8')) : new Map<string, Waiver>();
  const rows = rowsOf(readFileSync(segmentsFile, 'utf8')).map((cells) => ledgerRow(cells, waivers));
  writeFileSync(ledgerFile, `${[HEADER, ...rows].join('\n')}\n`);
  process.stderr.write(`${ledgerFile}: ${rows.length} sentences\n`);
}

function ledgerRow(cells: readonly string[], waivers: ReadonlyMap<string, Waiver>): string {
  const [id = '', section = '', step = '', kind = '', text = ''] = cells;
  const sha256 = hashOf(text);
  const known = waivers.get(id);
  if (known?.waiver && known.sha256 !== sha256) {
    process.stderr.write(`${id}: the sentence has changed, its waiver is dropped: ${known.waiver}\n`);
  }
  return [id, section, step, kind, sha256, known?.sha256 === sha256 ? known.waiver : ''].join('\t');
}

function hashOf(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(plain, 'utf8').digest('hex').slice(0, 16);
}

function waiversIn(ledger: string): Map<string, Waiver> {
  return new Map(rowsOf(ledger).map(([id = '', , , , sha256 = '', waiver = '']) => [id, { sha256, waiver }]));
}

function rowsOf(table: string): string[][] {
  const lines = table.split(/\r?\n/).slice(1);
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

main(process.argv[2], process.argv[3]);
