import { describe, it } from 'node:test';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { expect } from 'chai';
import { waiverErrors, waiverOf } from '../../../src/gherkin/waivers';
import { WAIVED } from '../../support/features/waived-features';

/** For each scenario of a feature its name and why it is waived on that day. */
function waiversOn(today: string, text: string): readonly (readonly unknown[])[] {
  const document = documentOf(text);
  return compile(document, 'a.feature', IdGenerator.incrementing()).map(({ name, tags }) => {
    const { reason, until } = waiverOf(document, tags, today) ?? {};
    return [name, ...(reason === undefined ? [] : [reason, until])];
  });
}

function documentOf(text: string) {
  const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
  return parser.parse(text);
}

describe('A waiver', () => {
  const [root, http, edge] = [
    'The path ends in a root',
    'http instead of https',
    'The download is tried on an Edge Server',
  ];
  const always = 'nobody may touch an Edge Server this week';

  it('concerns the scenario below it, or every one of the rule, to the end of its last day', () => {
    const moved = [root, 'the authority is being moved', '2027-01-31'];
    expect(waiversOn('2027-01-31', WAIVED)).to.deep.equal([moved, [http], [edge, always, '']]);
    expect(waiversOn('2027-02-01', WAIVED)).to.deep.equal([[root], [http], [edge, always, '']]);
    expect(waiversOn('', WAIVED)[0]).to.deep.equal(moved);
    expect(waiverErrors(documentOf(WAIVED))).to.deep.equal([]);
  });

  it('is that of the scenario before that of the feature, and of one table of examples alone', () => {
    const nested = `
# waived: all of it
@waived
Feature: F
  # Waived until 2024-02-29 : the one
  @failure @waived
  Example: E
    Given a
`;
    const [inner, outer] = [waiversOn('2024-02-29', nested), waiversOn('2024-03-01', nested)];
    expect([...inner, ...outer]).to.deep.equal([
      ['E', 'the one', '2024-02-29'],
      ['E', 'all of it', ''],
    ]);
    const outline = `
Feature: F
  Scenario Outline: <n>
    Given <n>
    # waived: too many
    @waived
    Examples:
      | n |
      | 1 |
    Examples:
      | n |
      | 2 |
`;
    expect(waiversOn('', outline)).to.deep.equal([['1', 'too many', ''], ['2']]);
  });

  const ABOVE = 'above the tags';
  for (const [comment, tag, mistake] of [
    ['# a remark', '@waived', `4: @waived gives no reason; write "# waived: reason"`],
    ['# waived: why', '@failure', `3: a reason for @waived, and what follows it, on line 5, is not tagged so`],
    ['# waived:', '@waived', '3: the reason is empty'],
    ['# waived until 2027-01-31:', '@waived', '3: the reason is empty'],
    ['# waived because', '@waived', '3: "# waived because" is read as a waiver; write "# waived: reason" or'],
    ['# waived until 2027-02-29: why', '@waived', '3: "2027-02-29" is no day of the calendar; write it as YYYY-MM-DD'],
    ['# waived until soon: why', '@waived', '3: "soon" is no day of the calendar'],
    ['# waived: why, until 31.1.2027', '@waived', '3: the day stands in the reason; write "# waived until YYYY-MM-DD'],
    ['# waived: a\n  # waived: b', '@waived', '4: line 3 gives the reason already'],
  ] as const) {
    it(`is refused: ${comment.split('\n').join('')} above ${tag}`, () => {
      const document = documentOf(`Feature: F\n\n  ${comment}\n  ${tag}\n  Example: E\n    Given a\n`);
      const [mistake1, ...others] = waiverErrors(document).map(({ line, what }) => `${line}: ${what}`);
      expect(mistake1).to.include(mistake);
      expect(others).to.deep.equal([]);
    });
  }

  it(`is refused where it stands below the tag, above a step, or ${ABOVE} of nothing`, () => {
    const document = documentOf(`Feature: F
  @waived
  # waived: below
  Example: E
    # waived: a step
    Given a
    # waived: nothing
`);
    expect(waiverErrors(document).map(({ line, what }) => `${line}: ${what.split(';')[0]}`)).to.deep.equal([
      '2: @waived gives no reason',
      '3: a reason for @waived, and what follows it, on line 6, is not tagged so',
      '5: a reason for @waived, and what follows it, on line 6, is not tagged so',
      '7: a reason for @waived, and nothing follows it',
    ]);
  });
});
