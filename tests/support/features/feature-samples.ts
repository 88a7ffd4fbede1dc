import type { Failure } from '../ledger';

/** A small ledger of failures; F02 is out of scope. */
export const SAMPLE_FAILURES: readonly Failure[] = ['F01', 'F02', 'F03', 'F24b'].map((id, index) => ({
  line: index + 2,
  id,
  symptom: 's',
  cause: 'c',
  fix: 'f',
  source: 'a page [reported]',
  scope: id === 'F02' ? 'not simulated' : '',
}));

/** Feature texts for each rule that it must reject, each in one place. The accepted text is the same for all rules. */
export const ACCEPTED_FEATURE = `# language: en
@failure
Feature: Export the certificate
  Every server of a pool presents one certificate.

  Background:
    Given a pool of 3 Edge Servers
    And EDGE01 holds the internal certificate

  Rule: The documented path

    @procedure
    Example: Export with the wizard
      Given the operator sits at EDGE01
      # source: 04952-225 04952-226
      When on "Export Private Key" the operator chooses "Yes" and presses "Next"
      # source: 04952-227
      # failure: F01
      Then the page is "Export File Format"
      # source: 04952-228
      When the operator presses "Next"
      # source: 04952-228
      And the operator presses "Next"
      # source: 04952-228
      And the operator presses "Next"
      # source: 04952-228
      And the operator presses "Next"
      # source: 04952-228
      And the operator presses "Finish"

  # failure: F03
  # source: 04952-229
  Rule: A key leaves a server only if it was marked as exportable

    Example: The key is not exportable
      Given the private key on EDGE01 is not exportable
      When the operator begins to export the internal certificate of EDGE01
      Then exporting its private key is not offered
      But the certificate alone is

  Rule: A file opens with its password

    # source: 04952-228
    @document-defect
    # source: 04952-229
    Scenario Outline: The password is <password>
      When the operator imports the file with <password>
      Then it is <answer>

      Examples:
        | password | answer  |
        | right    | taken   |
        | wrong    | refused |

  Rule: No sentence of the document says this

    # failure: F03 F24b
    @failure
    Example: The key is lost
      When the operator looks for the key
      Then there is none
`;

const CITED = '# source: 04952-225\nFeature: F\n  About it.\n\n';
const SHOWN = `# failure: F03 F24b\n${CITED}`;
const STEPS = '    Given a\n    When b\n    Then c\n';
const example = (steps: string, name = 'E'): string => `${CITED}  Example: ${name}\n${steps}`;
const walk = (steps: string): string => `${CITED}  @procedure\n  Example: E\n${steps}`;
const given = (count: number): string => '    Given a\n'.repeat(count);

export const REFUSED_FEATURES: Readonly<Record<string, readonly string[]>> = {
  'features, rules and examples have names of their own': [
    '',
    `Feature:\n  About it.\n  Example: E\n${STEPS}`,
    `${CITED}  Rule:\n    Example: E\n${STEPS}`,
    example(STEPS, ''),
    `${example(STEPS)}  Example: E\n${STEPS}`,
    `${example(STEPS)}  Rule: R\n    Example: E\n${STEPS}`,
    `${CITED}  Rule: R\n    Example: E\n${STEPS}  Rule: R\n    Example: D\n${STEPS}`,
  ],
  'every feature says what it is about': [`Feature: F\n\n  Example: E\n${STEPS}`],
  'a background is at most 4 steps, all of them Given': [
    `${CITED}  Background:\n${given(5)}`,
    `${CITED}  Background:\n    When b\n`,
    `${CITED}  Rule: R\n    Background:\n      Given a\n      Then b\n`,
  ],
  'an example has at most 7 steps': [example(given(8))],
  'half of the examples have at most 5 steps': [
    `${example(given(6))}  Example: D\n${given(6)}  Example: C\n${given(1)}`,
  ],
  'an example is Given … When Then …, with one When': [
    example(''),
    example('    Given a\n    Then b\n'),
    example('    Given a\n    When b\n'),
    example('    When a\n    And b\n    Then c\n'),
    example('    When a\n    Then b\n    When c\n    Then d\n'),
    example('    When a\n    Given b\n    Then c\n'),
    example('    * a\n    When b\n    Then c\n'),
    example('    When b\n    Then c\n    * d\n'),
  ],
  'a walk has no Given after its first When': [
    walk('    When a\n    Given b\n    When c\n'),
    walk('    Given a\n    Then b\n'),
  ],
  'tags come from the closed list': [
    `@wip\n${CITED.replace('# source: 04952-225\n', '')}`,
    `${CITED}  @Procedure\n  Rule: R\n    Example: E\n${STEPS}`,
    example('    When <a>\n    Then c\n\n    @slow\n    Examples:\n      | a |\n      | 1 |\n'),
  ],
  'every comment is a source or a failure comment above something': [
    example('    # because\n    Given a\n'),
    example('    #source: 04952-225\n    Given a\n'),
    example('    # source: 04952-225,04952-226\n    Given a\n'),
    example('    # source: 04952-225  04952-226\n    Given a\n'),
    example('    # see 04952-225\n    Given a\n'),
    example('    # source: 04952-225\n\n    Given a\n'),
    example('    Given a\n    # source: 04952-225\n'),
    `${CITED}# language: en\n`,
    example('    #failure: F01\n    Given a\n'),
    example('    # failures: F01\n    Given a\n'),
    example('    # cannot be taken back:\n    Given a\n'),
    example('    # cannot be taken back: it stays.\n    Given a\n'),
    example('    # failure: F1\n    Given a\n'),
    example('    # failure: 04952-225\n    Given a\n'),
    example('    # source: F01\n    Given a\n'),
    example('    # failure: F01,F03\n    Given a\n'),
    example('    # failure: F01  F03\n    Given a\n'),
    example('    # failure: F01\n\n    # source: 04952-225\n    Given a\n'),
    example('    Given a\n    # failure: F01\n'),
  ],
  'every sentence that is cited is in the ledger, and is not waived': [
    example('    # source: 04952-225 04952-999\n    Given a\n'),
    example('    # source: 04952-103\n    Given a\n'),
  ],
  'every failure that is cited is in the ledger of failures, and is in scope': [
    example('    # failure: F01 F99\n    Given a\n'),
    example('    # failure: F24\n    Given a\n'),
    example('    # failure: F02\n    Given a\n'),
  ],
  'every failure in scope is shown by an example': [
    `${SHOWN}  Example: E\n${STEPS}`,
    `${SHOWN}  # failure: F01\n  Background:\n${given(1)}\n  Example: E\n${STEPS}`,
    `${SHOWN}  Background:\n    # failure: F01\n${given(1)}\n  Example: E\n${STEPS}`,
    `${SHOWN}  # failure: F01\n\n  Example: E\n${STEPS}`,
    `${SHOWN}  # failure: F01,F03\n  Example: E\n${STEPS}`,
    `${SHOWN}  Example: E\n${STEPS}\n  # failure: F01\n  Rule: R\n`,
  ],
  'every step of a walk cites the sentences that it executes': [
    walk('    Given a\n    When b\n'),
    walk('    # source: 04952-225\n    When b\n    And c\n'),
    walk('    # source: 04952-225\n    When b\n    Then c\n'),
    walk('    # failure: F01\n    When b\n'),
  ],
  'every other example cites a sentence or a failure, itself or through its rule or feature': [
    `Feature: F\n  About it.\n\n  Example: E\n${STEPS}`,
    `Feature: F\n  About it.\n\n  # source: 04952-225\n\n  Example: E\n${STEPS}`,
    `Feature: F\n  About it.\n\n  # failure: F01\n\n  Example: E\n${STEPS}`,
    `Feature: F\n  About it.\n\n  Example: E\n    # failure: F01\n${STEPS}`,
    `Feature: F\n  # failure: F01\n  Rule: Q\n    Example: D\n${STEPS}  Rule: R\n    Example: E\n${STEPS}`,
    `Feature: F\n  # source: 04952-225\n  Rule: Q\n    Example: D\n${STEPS}  Rule: R\n    Example: E\n${STEPS}`,
  ],
  'no example outside the walks speaks of the screen': [
    example('    When the operator presses the key\n'),
    example('    When the operator right-clicks it\n'),
    example('    When the operator chooses Next\n'),
    example('    Then the check box is gone\n'),
    `${CITED}  Background:\n    Given the page "Export"\n`,
  ],
  'an outline has several rows': [
    example('    When <a>\n    Then c\n\n    Examples:\n      | a |\n      | 1 |\n'),
    `${CITED}  Scenario Outline: E\n${STEPS}`,
  ],
  'no step says should': [example('    Then it should be trusted\n'), walk('    Then it should be trusted\n')],
  'no step says I': [example('    When I export it\n')],
  'where something is refused, nothing has changed': [
    example('    When the operator exports it\n    Then it is refused: key-not-exportable\n'),
  ],
  'no step ends in a full stop': [example('    When the operator exports it.\n')],
};
