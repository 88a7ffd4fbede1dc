import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

/** Messages that cannot be rendered: exit code 2, file and line on stderr, no output files. */

const KIT = dirname(require.resolve('@cucumber/compatibility-kit/package.json'));
const GOOD = readFileSync(join(KIT, 'features', 'minimal', 'minimal.ndjson'), 'utf8')
  .trimEnd()
  .split('\n');
const lineOf = (name: string): number => GOOD.findIndex((line) => line.startsWith(`{"${name}"`));

const CASES: readonly (readonly [title: string, stream: string, says: RegExp])[] = [
  ['an empty file', '', /m\.ndjson holds no Cucumber messages; give the messages\.ndjson of a run/],
  ['a line that is no JSON', withLine(1, 'not json'), /m\.ndjson:2: this line is not a Cucumber message/],
  ['a line with a list', withLine(1, '[]'), /m\.ndjson:2: this line is not a Cucumber message/],
  ['a line with two messages', withLine(1, '{"source":{},"hook":{}}'), /m\.ndjson:2: this line is not a Cucumber/],
  ['an unknown message', withLine(1, '{"sauce":{}}'), /m\.ndjson:2: there is no message "sauce"; have attachment, /],
  ['a name that every object has', withLine(1, '{"toString":{}}'), /m\.ndjson:2: there is no message "toString"/],
  ['a message that is null', withLine(lineOf('pickle'), '{"pickle":null}'), /m\.ndjson:\d+: pickle: .*Expected Object/],
  [
    'a field of another kind',
    withLine(lineOf('pickle'), (GOOD[lineOf('pickle')] ?? '').replace(/"text":"[^"]*"/, '"text":7')),
    /m\.ndjson:\d+: pickle\.steps\.0\.text: .*Expected string/,
  ],
  [
    'a scenario that is missing',
    without('pickle'),
    /m\.ndjson:\d+: testCase\.pickleId is "\d+", and nothing before has that id; record the run again/,
  ],
  ['a test case that is missing', without('testCase'), /testCaseStarted\.testCaseId is "\d+", and nothing before/],
  [
    'an attempt that is missing',
    without('testCaseStarted'),
    /testStepFinished\.testCaseStartedId is "\d+", and nothing before/,
  ],
  [
    'a stream that was cut between two lines',
    without('testRunFinished'),
    /m\.ndjson:\d+: the stream ends before its run \(there is no testRunFinished\)/,
  ],
  [
    'a stream that was cut within a line',
    GOOD.join('\n').slice(0, -20),
    new RegExp(`m\\.ndjson:${GOOD.length}: this line is not a Cucumber message`),
  ],
  [
    'two streams in one file, the first one cut',
    `${without('testRunFinished')}\n${GOOD.join('\n')}`,
    new RegExp(`m\\.ndjson:${GOOD.length + lineOf('testRunStarted')}: the stream ends before its run`),
  ],
];

for (const [title, stream, says] of CASES) {
  test(`exit 2 and nothing written: ${title}`, async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'm.ndjson'), stream);
      const { status, stderr } = await rehearseHere(['render', 'm.ndjson'], folder);
      expect(status, stderr).to.equal(2);
      expect(stderr).to.match(says);
      expect(stderr).not.to.match(/^\s+at |bug/m);
      expect(readdirSync(folder)).to.deep.equal(['m.ndjson']);
    });
  });
}

test('exit 2: a folder that no run was written to', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    mkdirSync(join(folder, 'reports'));
    const { status, stderr } = await rehearseHere(['render', 'reports'], folder);
    expect([status, stderr.replaceAll('\\', '/')]).to.deep.equal([
      2,
      'error: there is no file reports/messages.ndjson; give the messages.ndjson of a run\n',
    ]);
  });
});

test('exit 0: the stream that the others were made of', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    writeFileSync(join(folder, 'm.ndjson'), `${GOOD.join('\r\n')}\r\n\n`);
    expect((await rehearseHere(['render', 'm.ndjson'], folder)).status).to.equal(0);
  });
});

/** The stream with one line replaced. */
function withLine(index: number, line: string): string {
  return GOOD.with(index, line).join('\n');
}

function without(name: string): string {
  return GOOD.filter((_, index) => index !== lineOf(name)).join('\n');
}
