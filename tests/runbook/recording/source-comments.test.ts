import { describe, it } from 'node:test';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { expect } from 'chai';
import { citationsIn, idsByLine, irreversibleSteps } from '../../../src/gherkin/source-comments';

const CITING_FAILURES = `# source: 04952-201
# failure: F01
Feature: F

  # failure: F02 F24b
  # source: 04952-202
  Rule: R

    # source: 04952-203
    # failure: F03
    @failure
    Example: E
      # source: 04952-204
      # failure: F04
      Given a
      # failure: F05
      # cannot be taken back: it stays, as 04952-205 says
      When b
      # failure: F06
      # source: 04952-205 04952-206
      Then c

    # failure: F07
    Example: D
      # source: 04952-207
      When b
`;

describe('The source comments of a feature', () => {
  const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
  const sources = idsByLine(citationsIn(parser.parse(CITING_FAILURES)), 'source');

  it('belong to what is below them, also with a failure comment between or above', () => {
    expect(namesOf(sources)).to.deep.equal({
      'Feature: F': ['04952-201'],
      'Rule: R': ['04952-202'],
      'Example: E': ['04952-203'],
      'Given a': ['04952-204'],
      'Then c': ['04952-205', '04952-206'],
      'When b': ['04952-207'],
    });
  });

  it('are no failure comments: what these alone stand above has no source', () => {
    expect(sources.get(lineOf('      When b'))).to.equal(undefined);
    expect(sources.get(lineOf('    Example: D'))).to.equal(undefined);
  });

  it('are no reasons: why a step cannot be taken back belongs to the step alone', () => {
    const reasons = irreversibleSteps(parser.parse(CITING_FAILURES));
    expect([...reasons]).to.deep.equal([[lineOf('      When b'), 'it stays, as 04952-205 says']]);
  });
});

function namesOf(byLine: ReadonlyMap<number, readonly string[]>): Record<string, readonly string[]> {
  const lines = CITING_FAILURES.split('\n');
  return Object.fromEntries([...byLine].map(([line, ids]) => [(lines[line - 1] ?? '').trim(), ids]));
}

/** The first line that reads so. */
function lineOf(text: string): number {
  return CITING_FAILURES.split('\n').indexOf(text) + 1;
}
