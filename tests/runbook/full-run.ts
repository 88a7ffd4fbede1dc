import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { inTemporaryFolder, rehearse } from '../support/rehearse';
import { readStream } from './sample';

/** What `rehearse run` records of all features, and the pages that it writes. */
export interface FullRun {
  readonly messages: readonly Envelope[];
  /** the HTML of each page by its path in the runbook's folder */
  readonly files: ReadonlyMap<string, string>;
}

/** Executes everything. Throws where that does not end well. */
export function fullRun(...options: readonly string[]): FullRun {
  return inTemporaryFolder((folder) => {
    const ran = rehearse(['run', '--out', folder, ...options]);
    expect(ran.status, ran.stderr).to.equal(0);
    return { messages: readStream(readFileSync(join(folder, 'messages.ndjson'), 'utf8')), files: pagesIn(folder) };
  });
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
