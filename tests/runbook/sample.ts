import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { Envelope } from '@cucumber/messages';
import { pageScripts, stylesheet, templateTexts } from '../../scripts/pages/assets';
import { compiledTemplates } from '../../scripts/pages/template-compiler';
import type { RunbookTemplates } from '../../src/runbook/pages/render';
import { type LedgerEntry, readLedger } from '../../src/runbook/source-document/ledger';
import { ROOT } from '../support/root';
import { shared } from '../support/shared';

export const TEMPLATES = join(ROOT, 'templates');
const SAMPLE = join(ROOT, 'tests', 'runbook', 'sample');

/** What the sample's ledger says of the sentences that its features name, and of two that they do not. */
export function sampleLedger(): LedgerEntry[] {
  const request = 'to-create-the-certificate-request';
  const assign = 'to-assign-the-certificate';
  const lines = [
    ['04952-175', request, '', 'heading'],
    ['04952-176', request, '1', 'step'],
    ['04952-177', request, '1', 'note'],
    ['04952-178', request, '1', 'note'],
    ['04952-180', request, '3', 'step'],
    ['04952-184', request, '7', 'step'],
    ['04952-185', request, '7', 'substep'],
    ['04952-186', request, '7', 'substep'],
    ['04952-187', request, '7', 'note'],
    ['04952-188', request, '7', 'substep'],
    ['04952-193', request, '12', 'step'],
    ['04952-194', request, '13', 'step'],
    ['04952-196', request, '13', 'substep'],
    ['04952-197', request, '14', 'step'],
    ['04952-208', request, '', 'heading'],
    ['04952-200', request, '15', 'step', 'sent by mail, outside the servers'],
    ['04952-182', request, '5', 'step'],
    ['04952-247', assign, '', 'heading'],
    ['04952-248', assign, '1', 'step'],
    ['04952-249', assign, '2', 'step'],
    ['04952-250', assign, '3', 'step'],
    ['04952-251', assign, '4', 'step'],
  ];
  const rows = lines.map(([id, section, step, kind, waiver = '']) => [id, section, step, kind, 'f'.repeat(64), waiver]);
  return readLedger(`id\tsection\tstep\tkind\tsha256\twaiver\n${rows.map((row) => row.join('\t')).join('\n')}\n`);
}

/** The message stream of the sample's features, recorded once per session by running them with these options. */
export function recordSample(...options: readonly string[]): readonly Envelope[] {
  const folder = shared(['sample', ...options], (made) => record(join(made, 'messages.ndjson'), options));
  return readStream(readFileSync(join(folder, 'messages.ndjson'), 'utf8'));
}

function record(file: string, options: readonly string[]): void {
  const bin = join(ROOT, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');
  const paths = options.some((option) => option.endsWith('.feature')) ? [] : ['features/**/*.feature'];
  const retry = ['--retry', '1', '--retry-tag-filter', '@retried'];
  const run = spawnSync(
    process.execPath,
    [bin, ...paths, '--require', 'steps.cjs', ...retry, '--format', `message:${file}`, ...options],
    { cwd: SAMPLE, encoding: 'utf8', env: { ...process.env, CUCUMBER_PUBLISH_QUIET: 'true', NO_COLOR: '1' } },
  );
  if (run.error) throw run.error;
  if (run.status === 2) throw new Error(run.stderr);
}

/** Reads newline-delimited JSON. */
export function readStream(text: string): readonly Envelope[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Envelope);
}

/** The project's own templates, compiled from their texts as they are now. */
export function templates(): RunbookTemplates {
  const compiled: { exports: RunbookTemplates['parts'] } = { exports: {} };
  runInThisContext(`(module) => {${compiledTemplates(templateTexts(TEMPLATES))}}`)(compiled);
  scripts ??= pageScripts(join(TEMPLATES, 'scripts'));
  return {
    parts: compiled.exports,
    stylesheet: stylesheet(join(TEMPLATES, 'styles', 'runbook.css')),
    scripts,
    sha256Base64: (text) => createHash('sha256').update(text, 'utf8').digest('base64'),
  };
}

let scripts: RunbookTemplates['scripts'] | undefined;
