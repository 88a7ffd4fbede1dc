import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { recordFeatures } from '../runbook/recorded-features';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

/** `rehearse diff` as a user calls it. */

const FEATURE = (step: string): string => `Feature: Assign\n\n  Example: One\n    When the operator ${step}\n`;
const passed = recordFeatures({ 'a.feature': FEATURE('assigns it') });
const failed = recordFeatures({ 'a.feature': FEATURE('fails') });

async function inFolderWithBoth(use: (folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolderAsync(async (folder) => {
    mkdirSync(join(folder, 'before'));
    writeFileSync(join(folder, 'before', 'messages.ndjson'), passed);
    writeFileSync(join(folder, 'after.ndjson'), failed);
    await use(folder);
  });
}

test('diff ends with 1 when something newly fails, and writes what has changed in three forms', async () => {
  await inFolderWithBoth(async (folder) => {
    const { status, stdout } = await rehearseHere(['diff', 'before', 'after.ndjson', '--out', 'out'], folder);
    expect(status).to.equal(1);
    expect(stdout.replaceAll('\\', '/')).to.equal(
      '1 newly failing. Steps: 1 reworded.\n  FAILED  Assign: One\n          at a.feature:4: the operator fails\n' +
        '          Error: it fails: the operator fails\n  Assign: scenarios changed: 1\nchanges    out/diff.html\n',
    );
    expect(readdirSync(join(folder, 'out')).sort()).to.deep.equal([
      '.rehearse.json',
      'diff.html',
      'diff.json',
      'diff.md',
    ]);
    const { newlyFailing } = JSON.parse(readFileSync(join(folder, 'out', 'diff.json'), 'utf8')) as {
      newlyFailing: { scenario: string }[];
    };
    expect(newlyFailing.map(({ scenario }) => scenario)).to.deep.equal(['One']);
  });
});

test('diff writes its pages and Markdown in each language that is asked for, and its JSON once', async () => {
  await inFolderWithBoth(async (folder) => {
    const languages = async (list: string, out: string) => {
      const { status, stderr } = await rehearseHere(
        ['diff', 'before', 'after.ndjson', '--language', list, '--out', out],
        folder,
      );
      expect(status, stderr).to.equal(1);
      return readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' }).sort();
    };
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    const files = ['.rehearse.json', 'diff.html', 'diff.json', 'diff.md'];
    const inChinese = ['zh-TW', join('zh-TW', 'diff.html'), join('zh-TW', 'diff.md')];
    expect(await languages('en,zh-TW', 'both')).to.deep.equal([...files, ...inChinese]);
    expect(await languages('zh-TW', 'chinese')).to.deep.equal(files);
    expect(read('both/diff.html')).to.include('<html lang="en">').and.to.include('href="zh-TW/diff.html"');
    expect(read('both/zh-TW/diff.html')).to.include('<html lang="zh-Hant-TW">').and.to.include('href="../diff.html"');
    expect(read('chinese/diff.html')).to.include('<html lang="zh-Hant-TW">').and.not.to.include('<script');
    expect(read('chinese/diff.md')).to.equal(read('both/zh-TW/diff.md')).and.to.include('# 變更之處');
    expect(read('chinese/diff.json')).to.equal(read('both/diff.json'));
    const refused = await rehearseHere(['diff', 'before', 'before', '--language', 'de', '--out', 'refused'], folder);
    expect([refused.status, refused.stderr.split('\n')[0]]).to.deep.equal([
      2,
      "error: option '--language <list>' argument 'de' is invalid. pages are written in: en, zh-TW.",
    ]);
  });
});

test('diff ends with 0 when what failed passes now, or nothing has changed; --json prints what the file holds', async () => {
  await inFolderWithBoth(async (folder) => {
    const { status, stdout, stderr } = await rehearseHere(['diff', 'after.ndjson', 'before', '--json'], folder);
    expect([status, stderr.split('\n')[0]]).to.deep.equal([0, '1 newly passing. Steps: 1 reworded.']);
    expect(JSON.parse(stdout)).to.deep.equal(JSON.parse(readFileSync(join(folder, 'reports', 'diff.json'), 'utf8')));
    const same = await rehearseHere(['diff', 'before', 'before'], folder);
    expect([same.status, same.stdout.split('\n')[0]]).to.deep.equal([0, 'Nothing has changed.']);
  });
});

test('diff ends with 2 when it cannot read one of the two, and writes nothing', async () => {
  await inFolderWithBoth(async (folder) => {
    const { status, stderr } = await rehearseHere(['diff', 'before', 'never'], folder);
    expect([status, stderr]).to.deep.equal([2, 'error: there is no file never; give the messages.ndjson of a run\n']);
    expect(readdirSync(folder)).to.have.members(['before', 'after.ndjson']);
  });
});
