import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { rehearse } from '../support/rehearse';
import { readStream } from './sample';

/** What `rehearse run` records of all features, and the pages that it writes. */
export interface FullRun {
  readonly messages: readonly Envelope[];
  /** the HTML of each page by its path in the runbook's folder */
  readonly files: ReadonlyMap<string, string>;
}

/** Executes everything. Throws where that does not end well. */
export function fullRun(...options: readonly string[]): FullRun {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-full-'));
  try {
    const ran = rehearse(['run', '--out', folder, ...options]);
    expect(ran.status, ran.stderr).to.equal(0);
    const runbook = join(folder, 'runbook');
    const names = readdirSync(runbook, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
    return {
      messages: readStream(readFileSync(join(folder, 'messages.ndjson'), 'utf8')),
      files: new Map(
        names.filter((name) => name.endsWith('.html')).map((name) => [name, readFileSync(join(runbook, name), 'utf8')]),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
