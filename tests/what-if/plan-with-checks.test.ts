import { describe, it } from 'node:test';
import { expect } from 'chai';
import { withChecks } from '../../src/what-if/plan-with-checks';
import type { SlipResult } from '../../src/what-if/result';

const FEATURE = `Feature: F

  @plan
  Example: The whole plan
    Given a precondition
    # stage: one One
    # machine: a.example
    When the first step
    # source: s-1
    And the second step
    # stage: two Two
    # machine: b.example
    When the third step

  @plan @choice
  Example: Another way
    When another step
`;

const ANSWER = 'one line\n\nand """';

/** A slip that no step notices, with a check after a step. */
function slipWith(
  after: number,
  command: string,
  scenario = 'The whole plan',
  refused: string | null = null,
): SlipResult {
  const check = { command, on: 'a.example', after, refused, ...(refused === null ? { answer: ANSWER } : {}) };
  return {
    ...{ feature: 'f', scenario, step: 1, line: 8, text: '', sentences: [], stage: '', machine: '', slip: 'left out' },
    ...{ description: '', outcome: 'judge', noticed: null, findings: [], repair: null, check },
    ...{ goingOn: null, consequence: { outage: [], by: null, denials: [] }, inTime: true },
  };
}

describe('A plan with checks', () => {
  it('has each check once, before the comments of the next part', () => {
    const [before = '', after = ''] = FEATURE.split('    # stage: two Two');
    expect(withChecks(FEATURE, [slipWith(2, 'dir'), slipWith(2, 'dir'), slipWith(2, 'certutil')])).to.equal(
      `${before}${added('dir')}${added('certutil')}    # stage: two Two${after}`,
    );
  });

  it('has a check after the last step at the end of its scenario', () => {
    const [third, another] = ['    When the third step\n', '    When another step\n'];
    expect(withChecks(FEATURE, [slipWith(3, 'dir'), slipWith(1, 'certutil', 'Another way')])).to.equal(
      FEATURE.replace(third, third + added('dir')).replace(another, another + added('certutil')),
    );
  });

  it('expects a refusal where the server refuses without the slip', () => {
    const checked = withChecks(FEATURE, [slipWith(1, 'dir', 'Another way', 'file-not-found')]) ?? '';
    expect(checked).to.include('    And the operator tries the command:\n');
    expect(checked.endsWith('      dir\n      """\n    Then it is refused: file-not-found\n')).to.equal(true);
  });

  it('is none if no check was proposed', () => {
    expect(withChecks(FEATURE, [{ ...slipWith(1, 'dir'), check: 'unknown' }])).to.equal(undefined);
  });
});

const STAGE = `    # stage: check-before-going-on Check before going on
    # choice: check-before-going-on Check before going on
    # machine: a.example
`;

const ANSWERED = String.raw`    Then the command answers:
      """
      one line

      and \"\"\"
      """
`;

function added(command: string): string {
  const logon = '    When the operator logs on to a.example as the administrator\n';
  return `${STAGE}${logon}    And the operator types the command:\n      """\n      ${command}\n      """\n${ANSWERED}`;
}
