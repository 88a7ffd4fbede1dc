import { describe, it } from 'node:test';
import { expect } from 'chai';
import { rehearse } from '../../support/rehearse';
import { inProject, namesIn } from './project';

/** Programs that cannot be loaded, each with the error about it. */
const PROGRAMS: Readonly<Record<string, readonly [text: string, error: RegExp]>> = {
  'steps/expression.mjs': [
    "import { Given } from 'certificate-rehearsal/steps';\n\nGiven('an open ( step', () => {});\n",
    /^steps\/expression\.mjs:3: .*an open \( step.*; correct it$/,
  ],
  'steps/kind.cjs': [
    "const { defineParameterType } = require('certificate-rehearsal/steps');\ndefineParameterType({ name: 'server', regexp: /x/ });\n",
    /^steps\/kind\.cjs:2: .*name server; give the parameter type another name$/,
  ],
  'steps/missing.js': [
    "require('not-installed');\n",
    /^steps\/missing\.js:1: .*'not-installed'; .*install the package$/,
  ],
  'steps/syntax.mjs': ['export const\n\nx = ;\n', /^steps\/syntax\.mjs:3: .*SyntaxError: .*; correct it$/],
  'steps/throws.js': ["\nthrow new Error('no owner');\n", /^steps\/throws\.js:2: .*: no owner; correct it$/],
};

const FEATURE = `Feature: A
  Scenario: B
    Given the pool has been set up
    When the project counts
    Then the project waits two days
    And the project waits 3 days
      | a |
    And the pol has been set up
  Scenario: C
    When EDGE77 trusts the issuing authority
    Then the project has the answer
`;

const OWN = `import { Given, Then, When } from 'certificate-rehearsal/steps';
Given('the pool has been set up', () => {});
When('the project counts', (table) => table.rows());
Then('the project waits {int} days', (days) => days);
Then('the project has the answer', () => {});
Then('the project has the answer', () => {});
`;

/** The error about each step of the feature, by its line. */
const ERRORS: Readonly<Record<number, RegExp>> = {
  3: /matches more than one definition: "the pool has been set up" of the package, .* at steps\/own\.mjs:2; reword it, or change/,
  4: /the definition at steps\/own\.mjs:3 takes 1 values, and the step gives 0; add a table or a doc string/,
  5: /not known; "two" is no value of \{int\} in "the project waits \{int\} days", which accepts a whole number; the nearest/,
  6: /this step takes no table and no doc string; remove the table/,
  8: /this step is not known; the nearest phrases are "the pool has been set up"/,
  10: /there is no server EDGE77; have .*edge01\.contoso\.com/,
  11: /at steps\/own\.mjs:5, "the project has the answer" at steps\/own\.mjs:6/,
};

describe("Errors in the user's step definitions", () => {
  it('are all told, with file and line, when programs cannot be loaded', () => {
    const files = Object.fromEntries(Object.entries(PROGRAMS).map(([name, [text]]) => [name, text]));
    inProject({ 'a.feature': FEATURE, ...files }, (folder) => {
      const { status, stdout, stderr } = rehearse(['run', 'a.feature', '--steps', 'steps'], folder);
      expect([status, stdout]).to.deep.equal([2, '']);
      const lines = stderr
        .replace(/^error: /, '')
        .trimEnd()
        .split('\n');
      expect(lines).to.have.lengthOf(Object.keys(PROGRAMS).length);
      for (const [index, [, error]] of Object.values(PROGRAMS).entries()) expect(lines[index]).to.match(error);
      expect(namesIn(folder)).to.have.members(['a.feature', 'package.json', 'steps']);
    });
  });

  it('are all told together with those of the features, before anything is executed', () => {
    inProject({ 'a.feature': FEATURE, 'steps/own.mjs': OWN }, (folder) => {
      const { status, stdout, stderr } = rehearse(['run', 'a.feature', '--steps', 'steps'], folder);
      expect([status, stdout]).to.deep.equal([2, '']);
      const lines = stderr
        .replace(/^error: /, '')
        .trimEnd()
        .split('\n');
      expect(lines).to.have.lengthOf(Object.keys(ERRORS).length);
      for (const [line, error] of Object.entries(ERRORS))
        expect(lines.find((one) => one.startsWith(`a.feature:${line}: `))).to.match(error);
      expect(namesIn(folder)).to.have.members(['a.feature', 'package.json', 'steps']);
    });
  });
});
