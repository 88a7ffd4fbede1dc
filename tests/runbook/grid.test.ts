import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { mediaTypeOf, type WindowRecord } from '../../src/evidence/records';
import { recordingOf } from '../../src/recording/recording';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { ROOT } from '../support/root';
import { procedureFeatures } from '../support/source-tree';
import { recordFeatures } from './recorded-features';
import { Rendered } from './rendered';
import { readStream } from './sample';
import { attachedAt, failingAt, procedureIn, recordsAt, runbookOf } from './walked';
import { fullRun } from './whole-run/full-run';

const FEATURES = procedureFeatures();
const { messages, files } = fullRun(...FEATURES);
const single = fullRun(...FEATURES, '--environment', 'environments/single-server.yaml').messages;
const IMPORT = '03-import-the-certification-chain';
const CHAIN = 'import-the-certification-chain';
/** "the operator repeats this procedure on every other Edge Server", after two steps of "Before you begin" */
const REPEAT = 10;

describe('The grid of a procedure', () => {
  it('counts a step on each server on which it was executed, and on the others where it was repeated', () => {
    expect(gridIn(messages, CHAIN)).to.deep.equal([
      'edge01.contoso.com edge02.contoso.com edge03.contoso.com',
      ...Array.from({ length: 8 }, () => 'verified verified verified'),
      '– verified verified',
      'verified verified verified',
    ]);
    expect(gridIn(messages, 'import-on-the-other-servers')).to.deep.equal([
      'edge01.contoso.com edge02.contoso.com edge03.contoso.com',
      ...Array.from({ length: 6 }, () => '– verified verified'),
      '– – verified',
      'verified verified verified',
    ]);
    expect(gridIn(messages, 'download')).to.deep.equal([
      'fe01.contoso.com edge01.contoso.com edge02.contoso.com edge03.contoso.com',
      ...Array.from({ length: 6 }, () => 'verified – – –'),
      '– verified verified verified',
      '– verified verified verified',
    ]);
  });

  it('has machines for columns, and no authority that a step changed', () => {
    const { runs } = procedureIn(runbookOf(messages), 'submit-the-request');
    expect(runs.map(({ machines }) => machines)).to.deep.equal([
      ['fe01.contoso.com', 'edge01.contoso.com'],
      ['fe01.contoso.com', 'edge01.contoso.com'],
    ]);
  });

  it('knows the pools from the record of the run', () => {
    const [run] = recordingOf(messages).runs;
    expect(run?.topology).to.deep.equal({
      internalServer: 'fe01.contoso.com',
      authorities: [
        { name: 'Contoso Root CA', host: '', isPublic: false },
        { name: 'Contoso Issuing CA', host: 'ca01.contoso.com', isPublic: false },
      ],
      pools: [
        { fqdn: 'edgepool.contoso.com', servers: ['edge01.contoso.com', 'edge02.contoso.com', 'edge03.contoso.com'] },
        { fqdn: 'dub-edge01.contoso.com', servers: ['dub-edge01.contoso.com'] },
      ],
    });
  });

  it('says verified only where a record of that step, or of one that repeats it, names the machine', () => {
    let looked = 0;
    for (const { uri, runs } of runbookOf(messages).procedures) {
      const [walk] = runs;
      if (!walk) continue;
      const named = recordsAt(messages, uri)
        .slice(walk.prerequisites.length)
        .map((records) => records.flatMap((record) => ('on' in record ? [record.on].flat() : [])));
      for (const [index, { cells, check, text }] of walk.steps.entries())
        for (const { machine, state } of cells) {
          const told = check ? named[index] : named.slice(index).flat();
          if (state === 'verified') expect(told, text).to.include(machine);
          else expect([state, named[index]?.includes(machine) && check]).to.deep.equal(['', false]);
          looked += 1;
        }
    }
    expect(looked).to.be.above(150);
  });

  it('does not count a step where its repetition did something else', () => {
    const otherwise = inWindows('edge03.contoso.com', (record) => ({
      ...record,
      shots: record.shots.map((shot, place) => (place === 4 ? { ...shot, page: 'Something else' } : shot)),
    }));
    expect(gridIn(otherwise, CHAIN).slice(1)).to.deep.equal([
      ...Array.from({ length: 8 }, () => 'verified verified –'),
      '– verified verified',
      'verified verified verified',
    ]);
  });

  it('leaves open what a repetition that failed has not come to, on the servers on which it has not been', () => {
    const stopped = failingAt(
      inWindows('edge03.contoso.com', (record) => ({ ...record, shots: record.shots.slice(0, 3) })),
      IMPORT,
      REPEAT,
    );
    expect(gridIn(stopped, CHAIN).slice(1)).to.deep.equal([
      ...Array.from({ length: 3 }, () => 'verified verified verified'),
      'verified verified failing',
      ...Array.from({ length: 4 }, () => 'verified verified not-run'),
      '– verified failing',
      'skipped skipped skipped',
    ]);
  });

  it('says at which step which server refused, when a rehearsal stops in the middle of the pool', async () => {
    const told = readFileSync(join(ROOT, FEATURES.find((path) => path.endsWith(`/${IMPORT}.feature`)) ?? ''), 'utf8');
    const missing = told.replace(
      'is in "{chain file}" on every Edge',
      'is in "{chain file}" on the first and second Edge',
    );
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, `${IMPORT}.feature`), missing);
      const { status } = await rehearseHere(['run', folder, '--tags', '@procedure', '--out', folder]);
      expect(status).to.equal(1);
      const stopped = readStream(readFileSync(join(folder, 'messages.ndjson'), 'utf8'));
      expect(gridIn(stopped, CHAIN).slice(-4)).to.deep.equal([
        'verified verified verified',
        'verified verified failing',
        '– verified failing',
        'skipped skipped skipped',
      ]);
    });
  });

  it('shows the whole pool as open where a walk fails before it is repeated', () => {
    expect(gridIn(failingAt(messages, IMPORT, 4), CHAIN).slice(0, 5)).to.deep.equal([
      'edge01.contoso.com edge02.contoso.com edge03.contoso.com',
      'verified not-run not-run',
      'verified not-run not-run',
      'failing not-run not-run',
      'skipped skipped skipped',
    ]);
  });

  it('has no dead columns for a pool of one server, and no column where the procedure does not apply', () => {
    expect(gridIn(single, CHAIN).slice(-3)).to.deep.equal(['verified', 'not-applicable', 'verified']);
    const [walk] = procedureIn(runbookOf(single), 'import-on-the-other-servers').runs;
    expect(walk?.machines).to.deep.equal([]);
    const page = new Rendered(runbookOf(single)).page('procedure-import-on-the-other-servers.html');
    expect(page.querySelectorAll('.glance tbody .mark').map(({ text }) => text)).to.deep.equal(
      Array.from({ length: 8 }, () => 'Not applicable here'),
    );
    expect(page.querySelectorAll('.entry-of-step, .sign-off')).to.deep.equal([]);
  });

  it('stands on the page with the word and the shape of each cell, and leads to each step', () => {
    const procedure = procedureIn(runbookOf(messages), CHAIN);
    const page = parse(files.get(procedure.file) ?? '');
    const steps = procedure.runs.flatMap((walk) => walk.steps);
    const rows = page.querySelectorAll('.glance tbody tr');
    expect(rows.map((row) => row.querySelector('a')?.getAttribute('href'))).to.deep.equal(
      steps.map(({ id }) => `#${id}`),
    );
    expect(
      rows.map((row) =>
        row.querySelectorAll('td[data-server]').map((cell) => cell.querySelector('use')?.getAttribute('href') ?? ''),
      ),
    ).to.deep.equal(steps.map(({ cells }) => cells.map(({ state }) => (state === '' ? '' : `#shape-${state}`))));
    expect(rows[8]?.querySelectorAll('td[data-server]').map(({ text }) => text.trim())).to.deep.equal([
      '–not done on this server',
      'edge02.contoso.com Verified',
      'edge03.contoso.com Verified',
    ]);
    const boxes = steps.flatMap(({ cells }) => cells.filter(({ box }) => box));
    expect(page.querySelectorAll('.entry-of-step')).to.have.lengthOf(boxes.length);
  });

  it('is stale where what it rests on has moved', () => {
    const present = {
      steps: 'other',
      simulation: '',
      languages: '',
      today: '2024-01-01',
      environments: () => [],
      features: () => [],
      own: () => undefined,
      sha256: () => '',
    };
    const [walk] = procedureIn(runbookOf(messages, { failures: [], document: null, present }), CHAIN).runs;
    expect(walk?.steps.flatMap(({ cells }) => cells.map(({ state }) => state))).to.have.members([
      ...Array.from({ length: 29 }, () => 'stale'),
      '',
    ]);
  });

  it('and the change record are on no page of anybody else’s scenarios', () => {
    const features = { 'a.feature': 'Feature: A\n\n  @procedure\n  Scenario: one\n    Given something\n' };
    const rendered = new Rendered(readStream(recordFeatures(features)), { ledger: [] });
    for (const name of rendered.files.keys())
      expect(rendered.page(name).querySelectorAll('.glance, .sign-off, .entry-of-step'), name).to.deep.equal([]);
  });
});

/** The machines, then each step with what it says of each: `verified – not-run`. */
function gridIn(stream: readonly Envelope[], word: string): readonly string[] {
  const [walk] = procedureIn(runbookOf(stream), word).runs;
  if (!walk) throw new Error(`"${word}" has no walk`);
  return [walk.machines.join(' '), ...walk.steps.map(({ cells }) => cells.map(({ state }) => state || '–').join(' '))];
}

/** The messages, with other windows on that machine where the import is repeated. */
function inWindows(machine: string, change: (record: WindowRecord) => WindowRecord): readonly Envelope[] {
  return attachedAt(messages, IMPORT, REPEAT, (attachment) => {
    if (attachment.mediaType !== mediaTypeOf('window')) return [attachment];
    const record = JSON.parse(attachment.body) as WindowRecord;
    return [record.on === machine ? { ...attachment, body: JSON.stringify(change(record)) } : attachment];
  });
}
