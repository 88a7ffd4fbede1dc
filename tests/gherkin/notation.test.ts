import { describe, it } from 'node:test';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator } from '@cucumber/messages';
import { expect } from 'chai';
import { COMMENTS, TAGS } from '../../src/gherkin/notation';
import { citationsIn, irreversibleSteps } from '../../src/gherkin/source-comments';
import { waiverErrors } from '../../src/gherkin/waivers';
import { MARKS } from '../../src/recording/model/recorded-scenario';

/** A feature that contains the lines of an example. */
function featureWith(lines: readonly string[]): GherkinDocument {
  const isStep = lines.some((line) => /^When /.test(line));
  const text = ['Feature: A', ...(isStep ? ['Scenario: B'] : []), ...lines, ...(isStep ? [] : ['Given a step'])];
  const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
  return parser.parse(`${text.filter((line) => !line.startsWith('Rule') && line !== 'Given a step').join('\n')}\n`);
}

/** What the program reads of a comment. */
function isRead(comment: string, lines: readonly string[]): boolean {
  const document = featureWith(lines);
  if (comment === '# waived:') {
    const untagged = featureWith(lines.filter((line) => !line.startsWith('@')));
    return waiverErrors(document).length === 0 && waiverErrors(untagged).length === 1;
  }
  if (comment === '# cannot be taken back:') return irreversibleSteps(document).size === 1;
  return citationsIn(document).some(({ kind, target }) => comment === `# ${kind}:` && target > 0);
}

describe('The documented notation of features', () => {
  for (const { comment, example } of COMMENTS) {
    it(`is read: ${comment}`, () => {
      const element = example.map((line) => line.replace(/^Rule:/, 'Scenario:'));
      expect(isRead(comment, element)).to.equal(true);
    });
  }

  it('contains every tag that decides what the runbook shows', () => {
    const names = TAGS.map(({ name }) => name);
    expect(names).to.include.members([...MARKS.map((mark) => `@${mark}`), '@rollback', '@waived']);
  });
});
