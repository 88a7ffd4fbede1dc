import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { referenceFiles } from '../../scripts/step-reference-files';
import { type LoadedReference, loadedReference } from '../../src/cli/reference/loaded-reference';
import { catalogue } from '../../src/package/catalogue';
import { foundIn } from '../../src/reference/matching-steps';
import { referenceText } from '../../src/reference/reference-text';
import { type ReferredStep, type StepReference, stepReference } from '../../src/reference/step-reference';
import { referenceIn } from '../../src/reference/translated-reference';
import { fullRun } from '../runbook/whole-run/full-run';
import { rehearse } from '../support/rehearse';
import { ROOT } from '../support/root';

/** `address:line text` of each step that passed. */
function passedIn(messages: readonly Envelope[]): ReadonlySet<string> {
  const lines = new Map<string, number>();
  for (const { gherkinDocument } of messages) collectLines(gherkinDocument, lines);
  const pickles = new Map(messages.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle] as const] : [])));
  const passed = new Set(
    messages.flatMap(({ testStepFinished: end }) => (end?.testStepResult.status === 'PASSED' ? [end.testStepId] : [])),
  );
  return new Set(
    messages.flatMap(({ testCase }) => {
      const pickle = pickles.get(testCase?.pickleId ?? '');
      return (testCase?.testSteps ?? []).flatMap(({ id, pickleStepId }) => {
        const step = pickle?.steps.find((one) => one.id === pickleStepId);
        return step && passed.has(id) ? [`${pickle?.uri}:${lines.get(step.astNodeIds[0] ?? '')} ${step.text}`] : [];
      });
    }),
  );
}

function collectLines(node: unknown, lines: Map<string, number>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('id' in node && 'location' in node) lines.set(String(node.id), Object(node.location).line);
  for (const inner of Object.values(node)) collectLines(inner, lines);
}

describe('The reference of steps', () => {
  let loaded: LoadedReference;
  let reference: StepReference;
  let steps: readonly ReferredStep[];
  before(async () => {
    loaded = await loadedReference({ steps: [], features: [], language: 'en' });
    ({ reference } = loaded);
    steps = reference.groups.flatMap((group) => group.steps);
  });

  it('has an example of every phrase, which passes when it is executed', () => {
    const passed = passedIn(fullRun().messages);
    const failing = steps.filter(({ example }) => {
      return !example || !passed.has(`${example.feature}:${example.line} ${example.lines[0]}`);
    });
    expect(failing.map(({ phrase }) => phrase)).to.deep.equal([]);
    expect(steps.length).to.be.greaterThan(100);
  });

  it('says in words what every parameter accepts', () => {
    const values = steps.flatMap(({ parameters }) => parameters.flatMap(({ accepts }) => accepts));
    expect(values.filter((value) => value.startsWith('/'))).to.deep.equal([]);
    expect(steps.filter(({ parameters }) => parameters.some(({ accepts }) => accepts.length === 0))).to.deep.equal([]);
  });

  it('is in docs/steps.md and editor/phrases.js as npm run steps writes them', () => {
    for (const [path, text] of Object.entries(referenceFiles(loaded)))
      expect(readFileSync(join(ROOT, path), 'utf8') === text, `${path}: run npm run steps`).to.equal(true);
  });

  it('is in Chinese where the catalogue is: phrases, values and examples', () => {
    const { phrase, values, step } = referenceIn(catalogue('zh-TW'));
    const english = steps.filter((one) => {
      const [text = ''] = one.example?.lines ?? [];
      return phrase(one.phrase) === undefined || step(text) === undefined;
    });
    expect(english.map((one) => one.phrase)).to.deep.equal([]);
    expect(step('the pool has been set up')).to.equal('集區已設定完成');
    expect(values('duration')).to.deep.equal(['N 天', 'N 年']);
    expect(values('no such type')).to.equal(undefined);
  });

  it('is printed as JSON, and ends with 1 if nothing contains the word', () => {
    const { status, stdout, stderr } = rehearse(['steps', 'no such phrase', '--json']);
    expect(JSON.parse(stdout)).to.deep.equal({ language: 'en', groups: [], tags: [], comments: [] });
    expect([status, stderr]).to.deep.equal([
      1,
      'no phrase, tag or comment contains "no such phrase"; rehearse steps lists all of them\n',
    ]);
  });

  it('finds what contains a word in any case: phrases by their values, and tags', () => {
    const found = foundIn(reference, 'PRIVATE KEY THAT IS NOT EXPORTABLE');
    const phrases = found.groups.flatMap((group) => group.steps.map(({ phrase }) => phrase));
    expect(phrases).to.include('the first Edge Server holds the internal certificate with {exportability}');
    expect(foundIn(reference, '@rollback').tags.map(({ name }) => name)).to.deep.equal(['@rollback']);
    expect(foundIn(reference, 'no such word')).to.deep.equal({ groups: [], tags: [], comments: [] });
  });
});

describe('The text of a reference', () => {
  const text = referenceText(
    stepReference({
      definitions: [
        {
          keyword: 'Then',
          pattern: 'the project counts {int} servers:',
          argument: { kind: 'list' },
          matches: (step) => step.startsWith('the project counts'),
          definedAt: 'steps/own.js:3',
          group: 'Steps of the project',
        },
      ],
      groups: [],
      kinds: new Map([['int', ['-?\\d+']]]),
      examples: [
        { lines: ['the project counts 10 servers:', '| a |'], feature: 'b.feature', line: 2 },
        { lines: ['the project counts 3 servers:', '| a |'], feature: 'a.feature', line: 7 },
      ],
      language: {
        phrase: () => '專案有{int}部伺服器：',
        values: () => undefined,
        step: (english) => english.replace('the project counts', '專案有'),
      },
    }),
  );

  it('has the phrase in the language, its parameters, its argument, the shortest example and its place', () => {
    expect(text.split('\n\n\n')[0]).to.equal(
      [
        'Steps of the project',
        '',
        '  Then 專案有{int}部伺服器：',
        '      {int}  a whole number',
        '      below  a table with one column and no header',
        '      example  專案有 3 servers:',
        '               | a |',
        '      in  a.feature:7',
        '      defined  steps/own.js:3',
      ].join('\n'),
    );
  });
});
