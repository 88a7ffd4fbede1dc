import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { translatedFeature } from '../support/feature-text';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { ROOT } from '../support/root';
import { sharedRun } from '../support/shared-run';
import { filesBelow } from '../support/source-tree';
import { chinese } from './chinese';

const FEATURES = filesBelow(['features'], '.feature');
const inChinese = (path: string) => translatedFeature(readFileSync(join(ROOT, path), 'utf8'), chinese(), 'zh-TW');

describe('Features in Chinese', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chinese-features-'));
  const chineseFolder = join(folder, 'features');

  before(() => {
    for (const path of FEATURES) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), inChinese(path));
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  it('do what the English ones do in several processes, scenario by scenario, down to the files', async () => {
    const out = join(folder, 'chinese');
    const ran = await rehearseHere(['run', chineseFolder, '--parallel', '2', '--out', out]);
    expect(ran.status, ran.stderr).to.equal(0);
    const english = sharedRun().out;
    expect(outcomesIn(out)).to.deep.equal(outcomesIn(english));
    expect(filesIn(english)).to.include(filesIn(out));
    expect(outcomesIn(english).length).to.be.greaterThan(200);
    expect(Object.keys(filesIn(english)).length).to.be.greaterThan(5);
  });
});

/** The statuses of the steps of each scenario, in the order of files and lines, without the composed plans. */
function outcomesIn(folder: string): readonly string[] {
  const messages = readFileSync(join(folder, 'messages.ndjson'), 'utf8').trim().split('\n');
  const outcomes = new Map<string, string[]>();
  const scenarios = new Map<string, string>();
  const executed = new Map<string, string[]>();
  for (const { pickle, testCase, testCaseStarted, testStepFinished } of messages.map((line) => JSON.parse(line))) {
    if (pickle && !pickle.uri.startsWith('plans/')) outcomes.set(pickle.id, []);
    if (testCase) scenarios.set(testCase.id, testCase.pickleId);
    if (testCaseStarted)
      executed.set(testCaseStarted.id, outcomes.get(scenarios.get(testCaseStarted.testCaseId) ?? '') ?? []);
    if (testStepFinished)
      executed.get(testStepFinished.testCaseStartedId)?.push(testStepFinished.testStepResult.status);
  }
  return [...outcomes.values()].map((statuses) => statuses.join(' '));
}

function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(join(folder, 'artifacts'), { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = names.map((path) => relative(join(folder, 'artifacts'), path)).sort();
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, 'artifacts', name), 'latin1')]));
}

describe('What Gherkin reads otherwise than it was meant', () => {
  const step = '    當 檢核集區\n';
  for (const [title, text, said] of [
    ['規則 for Rule', `功能: 甲\n  規則: 乙\n  場景: 丙\n${step}`, ':3: "規則: 乙" is read as a line of a description'],
    [
      'a full-width colon',
      `功能: 甲\n  說明\n  背景：\n  場景: 丙\n${step}`,
      ':4: "背景：" is read as a line of a description and begins nothing; write 背景:',
    ],
    [
      'a word that is no keyword',
      `功能: 甲\n  範例: 乙\n  場景: 丙\n${step}`,
      ':3: "範例: 乙" is read as a line of a description',
    ],
    [
      'prose that begins like a step',
      `功能: 甲\n  場景: 丙\n    當天的情況如下。\n${step}`,
      ':4: "當天的情況如下。" is read as a step, for it begins with 當',
    ],
    ['a step without a space', '功能: 甲\n  場景: 丙\n    當檢核集區\n', ':4: "當檢核集區" is read as a step'],
  ] as const) {
    it(`${title} ends the run with 2, and nothing is written`, async () => {
      await inTemporaryFolderAsync(async (folder) => {
        writeFileSync(join(folder, 'trap.feature'), `# language: zh-TW\n${text}`);
        const { status, stderr } = await rehearseHere(['run', 'trap.feature', '--out', 'out'], folder);
        expect(status, stderr).to.equal(2);
        expect(stderr).to.include(said);
        expect(readdirSync(folder)).to.deep.equal(['trap.feature']);
      });
    });
  }

  it('is not found where nothing is wrong', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const text =
        '功能: 甲\n  當天的情況\n  Rule: 乙\n    場景: 丙\n      假如 一個有 1 部 Edge Server 的集區\n      當 檢核集區\n      那麼 檢核發現下列問題：\n        | 問題 | 嚴重性 | 位置 |\n        | no-internal-certificate | 錯誤 | 第一部 Edge Server |\n';
      writeFileSync(join(folder, 'fine.feature'), `# language: zh-TW\n${text}`);
      const { status, stderr } = await rehearseHere(['run', 'fine.feature', '--out', 'out'], folder);
      expect(status, stderr).to.equal(0);
    });
  });
});
