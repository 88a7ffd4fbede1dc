import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { FILE_FINDING_TEXTS } from '../src/inspection/findings/file-findings';
import { english } from '../src/runbook/words/words';
import { FACT_TEXTS } from '../steps/support/fact-texts';
import { proseViolations, SENTENCE_WORDS } from './support/prose/prose-rules';
import { codeTexts, documentText, featureTexts, keyedTexts, textsOf } from './support/prose/prose-texts';
import { vocabulary } from './support/prose/prose-vocabulary';
import { report } from './support/report';
import { ROOT } from './support/root';
import { filesBelow } from './support/source-tree';

const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...filesBelow(['docs', 'bench', 'source', 'keys'], '.md'),
].filter((path) => path !== 'docs/api.md');

/** The folders whose comments and help texts follow the vocabulary. */
const CODE = ['src', 'steps', 'languages', 'templates', 'bench', 'scripts', 'tests', 'examples'];

describe('Prose', () => {
  it('follows the vocabulary in documents', async () => {
    report('documents', await proseViolations(DOCUMENTS.map(documentText)));
  });

  it('follows the vocabulary in comments and help texts', async () => {
    const texts = codeTexts(CODE);
    expect(texts).not.to.have.lengthOf(0);
    report('comments and help texts', await proseViolations(texts));
  });
});

describe('The texts that readers see', () => {
  it('follow the vocabulary in features', async () => {
    const texts = featureTexts(['features', 'examples']);
    expect(texts).not.to.have.lengthOf(0);
    report('features', await proseViolations(texts));
  });

  it('follow the vocabulary in facts and on pages', async () => {
    const texts = [
      ...keyedTexts('facts', FACT_TEXTS),
      ...keyedTexts('file findings', FILE_FINDING_TEXTS),
      ...keyedTexts('pages', { ...english }),
    ];
    expect(texts).not.to.have.lengthOf(0);
    report('facts and page words', await proseViolations(texts));
  });
});

describe('The prose check can fail', () => {
  for (const { avoid, bad, good } of vocabulary()) {
    it(`reports ${avoid}`, async () => {
      const violations = await proseViolations([{ path: 'sample.md', line: 7, text: bad }]);
      expect(violations.map(({ at }) => at)).to.include('sample.md:7');
      expect(await proseViolations([{ path: 'sample.md', line: 1, text: good ?? 'A plain sentence.' }])).to.deep.equal(
        [],
      );
    });
  }

  it('reports long sentences, and not long paragraphs', async () => {
    const long = `${'word '.repeat(SENTENCE_WORDS)}word.`;
    const paragraph = 'Two words. '.repeat(SENTENCE_WORDS);
    expect(await proseViolations([{ path: 'sample.md', line: 1, text: `Text.\n\n${long}` }])).to.deep.equal([
      { at: 'sample.md:3', what: `a sentence of ${SENTENCE_WORDS + 1} words; ${SENTENCE_WORDS} at most` },
    ]);
    expect(await proseViolations([{ path: 'sample.md', line: 1, text: paragraph }])).to.deep.equal([]);
  });

  it('ignores code in documents', async () => {
    const text = 'Run `deed anew`.\n\n```\nnobody\n```\n\n[A link](whereabouts.md).';
    expect(await proseViolations([{ path: 'sample.md', line: 1, text }])).to.deep.equal([]);
  });
});

describe('The prose check reads', () => {
  it('comments of TypeScript, and no strings', () => {
    const text = "/**\n * One\n * text.\n */\nconst a = '// no';\n// Two\n// lines.\nconst b = 1; // Three.\n";
    expect(textsOf('src/a.ts', text)).to.deep.equal([
      { path: 'src/a.ts', line: 1, text: '\nOne\ntext.' },
      { path: 'src/a.ts', line: 6, text: 'Two\nlines.' },
      { path: 'src/a.ts', line: 8, text: 'Three.' },
    ]);
  });

  it('help texts of the command line', () => {
    const text = "program.command('x').description('Does it').option('--y <n>', 'Sets it');";
    expect(textsOf('src/cli/a.ts', text).map((found) => found.text)).to.deep.equal(['Sets it', 'Does it']);
    expect(textsOf('src/x509/a.ts', text)).to.deep.equal([]);
  });

  it('names, descriptions, steps and shown comments of features', () => {
    const text = [
      'Feature: One',
      '  Two',
      '  lines.',
      '',
      '  # source: 1',
      '  # cannot be taken back: three',
      '  @tag',
      '  Example: Four',
      '    Given five "lies" in {six}:',
      '      | seven |',
      '      """',
      '      eight',
      '      """',
    ].join('\n');
    expect(textsOf('a.feature', text).map(({ line, text: found }) => [line, found])).to.deep.equal([
      [1, 'One'],
      [2, 'Two\nlines.'],
      [6, 'three'],
      [8, 'Four'],
      [9, 'five X in X:'],
    ]);
  });

  it('texts by key, also in groups', () => {
    expect(keyedTexts('a', { b: 'One {two}', c: { d: 'Three' }, e: 4 })).to.deep.equal([
      { path: 'a b', line: 1, text: 'One X' },
      { path: 'a c d', line: 1, text: 'Three' },
    ]);
  });

  it('comments of stylesheets and templates', () => {
    expect(textsOf('a.css', 'a {}\n/* One. */').map(({ line, text }) => [line, text])).to.deep.equal([[2, 'One.']]);
    expect(textsOf('a.hbs', '{{!-- One. --}}<p>').map(({ line, text }) => [line, text.trim()])).to.deep.equal([
      [1, 'One.'],
    ]);
  });
});
