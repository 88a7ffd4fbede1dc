import { describe, it } from 'node:test';
import { expect } from 'chai';
import { InputError } from '../../src/input-error';
import { composePlans } from '../../src/plan/compose';
import type { PlanEnvironment } from '../../src/plan/plan-environment';
import { readPlanFile } from '../../src/plan/plan-file';

const FEATURE = `Feature: f
  @procedure
  Example: Do it
    Given something was prepared
    And the operator is logged on to the first server as an administrator
    # source: 1
    When the operator fills in:
      | Name  | x       |
      | Next  | pressed |
    And the operator repeats it elsewhere
    Then every server is done

  Example: Another
    When nothing
`;

const FILE = `
phrases: { requesting: the first server, internal: the inside, repeated: [the first server, every server] }
leaveOut: ["^the operator repeats"]
stages:
  - id: do
    title: Do it everywhere
    on: every
    choices:
      - { id: wizard, title: With the wizard, procedure: Do it, replace: [{ from: "| Next | pressed |", to: "| Finish | pressed |" }] }
      - { id: command, title: With a command, steps: "When {server} asks the first server" }
  - { id: copy, title: Copy, on: others, where: [several-servers], steps: "When it is copied from the inside to {server}" }
`;

const ENVIRONMENT: PlanEnvironment = {
  pools: [
    { fqdn: 'pool.example', servers: ['a.example', 'b.example'], has: ['fqdn', 'servers', 'front'] },
    { fqdn: 'alone.example', servers: ['alone.example'], has: ['fqdn', 'servers'] },
  ],
  internalServer: 'in.example',
  transfer: 'share',
};

const PATH = 'front.plan.yaml';
const plans = (file = FILE, feature = FEATURE) =>
  composePlans(readPlanFile(file, PATH), new Map([['do.feature', feature]]), ENVIRONMENT);
const scenarios = (text = '') => text.split(/\n\n/).slice(1);

describe('A composed plan', () => {
  it('is one feature for each pool, with one scenario for each other choice', () => {
    expect(plans().map(({ uri }) => uri)).to.deep.equal(['plans/pool.example.feature', 'plans/alone.example.feature']);
    for (const { text } of plans()) {
      expect(scenarios(text).map((one) => /^ {2}(@.*)$/m.exec(one)?.[1])).to.deep.equal(['@plan', '@plan @choice']);
    }
  });

  it('writes the steps of a procedure once for each server, without what other stages do', () => {
    const [main = ''] = scenarios(plans()[0]?.text);
    expect(main.match(/When the operator logs on to \S+/g)).to.deep.equal([
      'When the operator logs on to a.example',
      'When the operator logs on to b.example',
    ]);
    expect(main).to.include('    # source: 1\n    And the operator fills in:\n      | Name  | x       |\n');
    expect(main).to.include('    Then b.example is done');
    expect(main).not.to.match(/prepared|repeats/);
    expect(main).to.include('When it is copied from in.example to b.example');
  });

  it('says stage, choice and machine above the first of their steps', () => {
    const [, other = ''] = scenarios(plans()[0]?.text);
    const lines = ['# stage: do Do it everywhere', '# choice: command With a command', '# machine: b.example'];
    expect(other).to.include([...lines, 'When b.example asks a.example'].map((line) => `    ${line}`).join('\n'));
  });

  it('has replaced lines, and refuses one that the procedure no longer has', () => {
    expect(plans()[0]?.text).to.include('| Finish | pressed |').and.not.include('| Next ');
    expect(() => plans(FILE, FEATURE.replace('Next ', 'Go on'))).to.throw(
      'front.plan.yaml replaces "| Next | pressed |" in "With the wizard"',
    );
  });

  it('refuses a procedure that no feature has', () => {
    expect(() => plans(FILE, FEATURE.replace('Do it', 'Do that'))).to.throw(
      'front.plan.yaml names the procedure "Do it"',
    );
  });

  it('names the feature that is not Gherkin', () => {
    expect(() => plans(FILE, 'Feature: f\n  Example: Do it\n    When done\n    nonsense')).to.throw(
      InputError,
      'do.feature is not Gherkin: ',
    );
  });

  it('leaves out the stages of pools with several servers where there is one', () => {
    expect(plans()[1]?.text).not.to.include('# stage: copy');
  });

  it('names the features whose procedures it takes', () => {
    const features = new Map([
      ['other.feature', 'Feature: other\n  Example: Something else\n    When nothing\n'],
      ['do.feature', FEATURE],
      ['unread.feature', 'Feature: unread'],
    ]);
    const [plan] = composePlans(readPlanFile(FILE, PATH), features, ENVIRONMENT);
    expect(plan?.taken).to.deep.equal(['do.feature']);
  });

  it('is a further plan of the pools that have a key, after what was done before', () => {
    const further = plans(`id: front\ntitle: The front\nhaving: front\ngiven: And it was set up\n${FILE}`);
    expect(further.map(({ uri }) => uri)).to.deep.equal(['plans/front-pool.example.feature']);
    const [feature = '', main = '', other = ''] = (further[0]?.text ?? '').split('\n\n');
    expect(feature).to.equal('Feature: The front');
    expect([main, other].map((one) => /@.*/.exec(one)?.[0])).to.deep.equal([
      '@plan @plan-front',
      '@plan @plan-front @choice',
    ]);
    expect(main).to.include('"pool.example"\n    And it was set up\n    # stage: do Do it everywhere\n');
  });

  it('takes a procedure from a rule, a scenario with any keyword, and text with what looks like steps', () => {
    const feature = `# language: en
Feature: f
  Rule: r
    @procedure
    Scenario: Do it
      * something was prepared
      When the operator writes:
        \`\`\`
        Then  this is text
          # and this too
        \`\`\`
      Then the operator fills in:
        | Next | pressed |
`;
    const [main = ''] = scenarios(plans(FILE, feature)[0]?.text);
    expect(main).to.include('      ```\n      Then  this is text\n        # and this too\n      ```\n');
    expect(main).not.to.include('prepared');
  });
});

describe('A plan file', () => {
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['is not YAML', 'stages: [', /^front\.plan\.yaml: /],
    [
      'has an unknown key',
      FILE.replace('on: others', 'at: others'),
      /^front\.plan\.yaml: stages\.1\.on: .*\nfront\.plan\.yaml: stages\.1\.at: /,
    ],
    ['names an unknown machine', FILE.replace('on: others', 'on: all'), /^front\.plan\.yaml: stages\.1\.on: /],
    [
      'has a stage without steps',
      `${FILE}  - { id: none, title: None, on: every }\n`,
      /^front\.plan\.yaml: stages\.2: a procedure, or steps, or choices$/,
    ],
    [
      'has a pattern that is none',
      FILE.replace('^the operator', '('),
      /^front\.plan\.yaml: leaveOut\.0: a regular expression$/,
    ],
  ];
  for (const [what, text, says] of wrong) {
    it(`is refused if it ${what}`, () => {
      expect(() => plans(text)).to.throw(InputError, says);
    });
  }

  it('is refused if its steps are no steps', () => {
    const begins = (text: string) => plans(FILE.replace('When {server}', text));
    expect(() => begins('Whenever {server}')).to.throw(
      InputError,
      /^front\.plan\.yaml has the step "Whenever .*; begin it with Given/,
    );
    expect(() => begins('When a\\nor {server}')).to.throw(
      InputError,
      /^a text of steps in front\.plan\.yaml is not Gherkin: /,
    );
  });
});
