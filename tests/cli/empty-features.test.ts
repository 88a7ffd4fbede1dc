import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

const SOUND = '  Scenario: sound\n    Given a pool of 1 Edge Server\n';

/** Feature files with a part that executes nothing, and the error. */
const EMPTY: Readonly<Record<string, readonly [text: string, error: string]>> = {
  'no-text': ['', '1: the file contains no feature'],
  'comment-only': ['# nothing\n', '1: the file contains no feature'],
  'no-scenario': ['Feature: f\n', '1: Feature "f" has no scenario'],
  'background-only': [
    'Feature: f\n  Background:\n    Given a pool of 1 Edge Server\n',
    '1: Feature "f" has no scenario',
  ],
  'empty-rule': [`Feature: f\n${SOUND}\n  Rule: r\n    A sentence.\n`, '5: Rule "r" has no scenario'],
  'no-steps': [`Feature: f\n${SOUND}  Scenario: none\n`, '4: Scenario "none" has no steps'],
  'no-name': [`Feature: f\n${SOUND}  Scenario:\n`, '4: the Scenario has no steps'],
  'background-and-no-steps': [
    'Feature: f\n  Background:\n    Given a pool of 1 Edge Server\n  Scenario: none\n',
    '4: Scenario "none" has no steps',
  ],
  'no-steps-in-rule': ['Feature: f\n  Rule: r\n    Example: none\n', '3: Example "none" has no steps'],
  'no-rows': [outline('      | n |\n'), '4: the Examples of Scenario Outline "o" have no rows'],
  'no-table': [outline(''), '4: the Examples of Scenario Outline "o" have no rows'],
  'one-table-empty': [outline('      | n |\n      | 2 |\n    Examples:\n      | n |\n'), '7: the Examples of'],
  'header-only': [
    'Feature: f\n  Scenario: t\n    Given a deployment of these pools:\n      | site | load balancer | servers |\n',
    '3: "a deployment of these pools:": the table has only a header',
  ],
  chinese: ['# language: zh-TW\n功能: 空\n  場景: 沒有步驟\n', '3: 場景 "沒有步驟" has no steps'],
};

function outline(table: string): string {
  return `Feature: f\n  Scenario Outline: o\n    Given a pool of <n> Edge Servers behind a load balancer\n    Examples:\n${table}`;
}

test('a part of a feature file that executes nothing is an error with its line, and nothing is written', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    write(
      folder,
      Object.fromEntries(Object.entries(EMPTY).map(([name, [text]]) => [`features/${name}.feature`, text])),
    );
    write(folder, { 'features/sound.feature': `Feature: sound\n${SOUND}` });
    const { status, stderr } = await rehearseHere(['run', 'features', '--out', 'out'], folder);
    expect(status).to.equal(2);
    for (const [name, [, error]] of Object.entries(EMPTY))
      expect(stderr).to.include(`features/${name}.feature:${error}`);
    expect(stderr).not.to.include('sound.feature:');
    expect(existsSync(join(folder, 'out'))).to.equal(false);
  });
});

for (const [what, args] of Object.entries({
  'a folder without feature files': ['run', 'nothing'],
  'tags that no scenario has': ['run', 'features', '--tags', '@none'],
})) {
  test(`a run of no scenario is a mistake: ${what}`, async () => {
    await inTemporaryFolderAsync(async (folder) => {
      mkdirSync(join(folder, 'nothing'));
      write(folder, { 'features/sound.feature': `Feature: sound\n${SOUND}` });
      const { status, stderr } = await rehearseHere([...args, '--out', 'out'], folder);
      expect(status).to.equal(2);
      expect(stderr).to.include(`no scenario was found in ${args[1]}`);
      expect(existsSync(join(folder, 'out'))).to.equal(false);
    });
  });
}

/** The phrases that describe a pool by its size. */
const PHRASES: readonly ((size: number) => string)[] = [
  (size) => `a pool of ${size} Edge Servers`,
  (size) => `a pool of ${size} Edge Servers behind a load balancer`,
  (size) => `a deployment of these pools:\n      | site | load balancer | servers |\n      | A | dns | ${size} |`,
];

test('the steps take the same sizes of a pool as an environment file, and no pool of 0 servers', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    for (const [index, phrase] of PHRASES.entries())
      for (const size of [0, 1, 64, 65])
        write(folder, {
          [`features/${index}-${size}.feature`]: `Feature: f${index}${size}\n  Scenario: s\n    Given ${phrase(size)}\n`,
        });
    const { status, stderr } = await rehearseHere(['run', 'features', '--out', 'out'], folder);
    expect(status).to.equal(2);
    const refused = [...stderr.matchAll(/features\/(\d-\d+)\.feature:3: .*a pool has 1 to 64 servers; found (\d+)/g)];
    const expected = PHRASES.flatMap((_, index) => [0, 65].map((size) => [`${index}-${size}`, String(size)]));
    expect(refused.map(([, file, size]) => [file, size])).to.have.deep.members(expected);
  });
});

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
