import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { compared } from '../../../src/runbook/comparison/compare';
import type { ProcedureChange, ScenarioChange } from '../../../src/runbook/comparison/comparison';
import { comparisonMarkdown } from '../../../src/runbook/pages/comparison-markdown';
import { renderComparison } from '../../../src/runbook/pages/render';
import { changesInWords } from '../../../src/runbook/words/comparison-words';
import { english } from '../../../src/runbook/words/words';
import { chineseWords as chinese } from '../../translation/chinese';
import { recordFeatures } from '../recorded-features';
import { readStream, templates } from '../sample';
import { filesOf } from './comparison-edits';

const before = readStream(recordFeatures(filesOf('before')));
const after = readStream(recordFeatures(filesOf('after')));
const comparison = compared(before, after);

describe('What has changed between two runs', () => {
  it('is nothing between a run and itself, nor where lines and remarks have moved', () => {
    const { procedures, newlyFailing, newlyPassing } = compared(before, structuredClone(before));
    expect([procedures, newlyFailing, newlyPassing]).to.deep.equal([[], [], []]);
    expect(comparison.procedures.map(({ title }) => title)).not.to.include('Unchanged');
  });

  const steps: Readonly<Record<string, readonly unknown[]>> = {
    Reworded: [[['reworded'], 'the operator types a name', 'the operator types a friendly name']],
    'By source': [
      [['reworded'], 'q is r', 'q becomes r'],
      [['reworded', 'moved'], 'x is y', 'x was y'],
    ],
    'Other source': [
      [['removed'], 'x is y', null],
      [['added'], null, 'x is yellow'],
    ],
    Moved: [[['moved'], 'a', 'a']],
    'Added and removed': [
      [['removed'], 'b', null],
      [['added'], null, 'e'],
    ],
    Expectation: [
      [['expectation'], '1 file is there', '2 files are there'],
      [['expectation'], 'the table:', 'the table:'],
    ],
    Background: [[['reworded'], 'a pool', 'a big pool']],
  };
  for (const [title, expected] of Object.entries(steps)) {
    it(`among the steps: ${title}`, () => {
      expect(changeOf(title).scenarios.flatMap(stepsOf)).to.deep.equal(expected);
    });
  }

  it('marks the words that differ', () => {
    const [step] = changeOf('Reworded').scenarios.flatMap((one) => one.steps);
    expect(step?.after?.parts).to.deep.equal([
      { text: 'the operator types a ', changed: false },
      { text: 'friendly ', changed: true },
      { text: 'name', changed: false },
    ]);
  });

  it('among the scenarios and rules: renamed, removed, moved, added', () => {
    const { scenarios, rules } = changeOf('Scenarios');
    expect(scenarios.map(({ kinds, name, nameBefore }) => [kinds, name, nameBefore])).to.deep.equal([
      [['reworded'], 'has another name', 'renamed'],
      [['moved'], 'wanders', ''],
      [['added'], 'new', ''],
      [['removed'], 'gone', ''],
    ]);
    expect(rules).to.deep.equal([{ before: 'First rule', after: 'First rule, said better' }]);
  });

  it('among the procedures: renamed, moved, added, removed', () => {
    const of = ({ kinds, titleBefore, uriBefore }: ProcedureChange) => [kinds, titleBefore, uriBefore];
    expect(of(changeOf('The new title'))).to.deep.equal([['reworded'], 'The old title', '']);
    expect(of(changeOf('Moved file'))).to.deep.equal([['moved'], '', 'here/file.feature']);
    expect(of(changeOf('Added file'))).to.deep.equal([['added'], '', '']);
    expect(of(changeOf('Removed file'))).to.deep.equal([['removed'], '', '']);
  });

  it('in what holds: newly failing, newly passing; what failed before is neither', () => {
    const names = (outcomes: typeof comparison.newlyFailing) => outcomes.map(({ scenario, step }) => [scenario, step]);
    expect(names(comparison.newlyFailing)).to.deep.equal([
      ['breaks', 'a fails'],
      ['waits', 'd waits'],
      ['is born bad', 'e fails'],
    ]);
    expect(names(comparison.newlyPassing)).to.deep.equal([['is repaired', '']]);
    const [broken] = compared(before, [
      ...before.filter(({ testRunFinished }) => !testRunFinished),
      { testRunFinished: { success: false, message: 'lost', timestamp: { seconds: 0, nanos: 0 } } },
    ]).newlyFailing;
    expect(broken?.message).to.equal('lost');
  });

  it('marks what differs in the table that a step is given', () => {
    const changes = comparison.procedures.flatMap(({ scenarios }) => scenarios.flatMap((one) => one.steps));
    const [change] = changes.filter(({ after: is }) => is?.text === 'the table:');
    const marked = [change?.before, change?.after].map((side) => side?.argument);
    expect(marked).to.deep.equal([
      [
        { text: 'x | ', changed: false },
        { text: '1', changed: true },
      ],
      [
        { text: 'x | ', changed: false },
        { text: '2', changed: true },
      ],
    ]);
    const html = renderComparison(comparison, templates());
    const page = parse(html, { blockTextElements: { script: true, style: true } });
    expect(page.querySelectorAll('pre del').map(({ text }) => text)).to.include('1');
    expect(page.querySelectorAll('pre ins').map(({ text }) => text)).to.include('2');
  });

  it('is counted', () => {
    const { totals } = comparison;
    expect(totals.procedures).to.deep.equal({ added: 1, removed: 1, reworded: 1, expectation: 0, moved: 1 });
    expect(totals.scenarios).to.deep.equal({ added: 2, removed: 1, reworded: 1, expectation: 0, moved: 1 });
  });

  it('is said in one line, in each language', () => {
    expect([english, chinese].map((words) => changesInWords(comparison, words))).to.deep.equal([
      '3 newly failing, 1 newly passing. Procedures: 1 added, 1 removed, 1 reworded, 1 moved. ' +
        'Scenarios: 2 added, 1 removed, 1 reworded, 1 moved. ' +
        'Steps: 2 added, 2 removed, 7 reworded, 2 with another expected result, 2 moved.',
      '新出現失敗 3 項、新通過 1 項。程序：新增 1 項、移除 1 項、改寫 1 項、移動 1 項。' +
        '場景：新增 2 項、移除 1 項、改寫 1 項、移動 1 項。' +
        '步驟：新增 2 項、移除 2 項、改寫 7 項、預期結果變更 2 項、移動 2 項。',
    ]);
    const same = compared(before, structuredClone(before));
    expect([english, chinese].map((words) => changesInWords(same, words))).to.deep.equal([
      'Nothing has changed.',
      '沒有任何變更。',
    ]);
  });

  it('stands on the page and in Markdown: every text of every change', () => {
    const html = renderComparison(comparison, templates());
    const page = squeezed(parse(html).textContent);
    const markdown = comparisonMarkdown(comparison, english).replaceAll('\\', '');
    for (const { title, scenarios } of comparison.procedures) {
      for (const shown of [page, markdown]) {
        expect(shown).to.include(title);
        for (const [, was, is] of scenarios.flatMap(stepsOf))
          for (const text of [was, is]) if (text !== null) expect(shown).to.include(text);
        for (const { name } of scenarios) expect(shown).to.include(name);
      }
    }
    expect(
      parse(html)
        .querySelectorAll('ins')
        .map(({ text }) => text),
    ).to.include('friendly ');
    expect(parse(html).querySelectorAll('script, link, [style]')).to.deep.equal([]);
  });

  it('is the same for the same messages', () => {
    expect(renderComparison(compared(before, structuredClone(after)), templates())).to.equal(
      renderComparison(comparison, templates()),
    );
  });
});

function changeOf(title: string): ProcedureChange {
  const found = comparison.procedures.find((procedure) => procedure.title === title);
  if (!found) throw new Error(`nothing has changed in ${title}`);
  return found;
}

function stepsOf({ steps }: ScenarioChange): readonly (readonly [readonly string[], string | null, string | null])[] {
  return steps.map(({ kinds, before: was, after: is }) => [kinds, was?.text ?? null, is?.text ?? null]);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}
