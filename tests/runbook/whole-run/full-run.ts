import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { inTemporaryFolder, rehearse } from '../../support/rehearse';
import { sharedRun, WHOLE_RUN } from '../../support/shared-run';
import { readStream } from '../sample';

/** What `rehearse run` records of all features, and the pages that it writes. */
export interface FullRun {
  readonly messages: readonly Envelope[];
  /** the HTML of each page by its path in the runbook's folder */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Messages and pages of a run with these options, shared with the other tests that ask for it: without options all
 * features in both languages. Throws when the run does not exit with 0.
 */
export function fullRun(...options: readonly string[]): FullRun {
  const { status, stderr, out } = sharedRun(options.length === 0 ? WHOLE_RUN : options);
  expect(status, stderr).to.equal(0);
  return { messages: readStream(readFileSync(join(out, 'messages.ndjson'), 'utf8')), files: pagesIn(out) };
}

/** The pages that `rehearse render` makes of these messages. */
export function renderedAgain(messages: readonly Envelope[], ...options: readonly string[]): FullRun['files'] {
  return inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'again.ndjson'), messages.map((message) => JSON.stringify(message)).join('\n'));
    const { stderr } = rehearse(['render', join(folder, 'again.ndjson'), '--out', folder, ...options]);
    expect(stderr).to.equal('');
    return pagesIn(folder);
  });
}

function pagesIn(folder: string): FullRun['files'] {
  const runbook = join(folder, 'runbook');
  const names = readdirSync(runbook, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(runbook, name), 'utf8')]));
}
