import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { type Failure, failureLines, groupedFailures } from '../../src/cli/output/failures';
import { PLAIN } from '../../src/cli/terminal/paint';
import { inTemporaryFolderAsync, type Ran } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

const WRONG = `Feature: Wrong expectations
  Background:
    Given a pool of 2 Edge Servers behind a load balancer

  Example: One
    When the judge looks at the pool
    Then the judge finds nothing

  Example: Two
    When the judge looks at the pool
    Then the judge finds nothing

  Example: A file that is not there
    When the chain is imported on the first Edge Server as the document says

  Example: The same file on another server
    When the chain is imported on the second Edge Server as the document says
`;

describe('A run with failures', () => {
  let ran: Ran;
  before(async () => {
    ran = await inTemporaryFolderAsync((folder) => {
      writeFileSync(join(folder, 'wrong.feature'), WRONG);
      return rehearseHere(['run', 'wrong.feature', '--out', 'out', '--json'], folder);
    });
  });

  it('names each cause once, with feature, line, step, and what was expected and found', () => {
    expect(ran.status).to.equal(1);
    const { failures } = JSON.parse(ran.stdout);
    expect(failures).to.have.lengthOf(2);
    const [comparison, refusal] = failures;
    expect(comparison).to.include({
      feature: 'wrong.feature',
      line: 7,
      scenario: 'One',
      scenarioLine: 5,
      more: 1,
      expected: '[]',
    });
    expect(comparison.step).to.equal('the judge finds nothing');
    expect(comparison.found).to.match(/^\["no-internal-certificate error .*"\]$/);
    expect(comparison.message).to.equal(`expected [], found ${comparison.found}`);
    expect(refusal).to.include({
      scenario: 'A file that is not there',
      line: 14,
      expected: null,
      found: null,
      more: 1,
    });
    expect(refusal.message).to.contain('file-not-found');
  });

  it('says so on the terminal, without the name of a class or a line of a program', () => {
    expect(ran.stderr).to.contain('  FAILED  wrong.feature:5: One\n          at line 7: the judge finds nothing\n');
    expect(ran.stderr).to.match(/ {10}expected: \[\]\n {10}found: {4}\["no-internal-certificate error/);
    expect(ran.stderr.match(/and 1 more for the same reason/g)).to.have.lengthOf(2);
    expect(ran.stderr).not.to.match(/AssertionError|UnmetExpectation|Refusal:|\.js:\d/);
  });
});

describe('Failures', () => {
  it('have the same cause where only the server or the number of a certificate differs', () => {
    const one = failure({ message: 'edge01.contoso.com: no-such-certificate: 6ceac0733ebb183942cd is missing' });
    const two = failure({ message: 'edge02.contoso.com: no-such-certificate: 03B4F938AA is missing', step: 'another' });
    expect(groupedFailures([one, two])).to.deep.equal([{ ...one, more: 1 }]);
  });

  it('have causes of their own where a step, an expectation or a result differs', () => {
    const one = comparison('1', '2');
    const all = [one, comparison('1', '3'), comparison('2', '2'), { ...one, step: 'another step' }];
    expect(groupedFailures(all).map(({ more }) => more)).to.deep.equal([0, 0, 0, 0]);
  });

  it('of a scenario without a failed step are about the scenario', () => {
    const [line] = failureLines([failure({ step: '', message: 'it has to fail elsewhere' })], PLAIN);
    expect(line).to.equal(
      '  FAILED  a.feature:2: One\n          at the scenario as a whole\n          it has to fail elsewhere\n',
    );
  });
});

function comparison(expected: string, found: string): Failure {
  return failure({ expected, found, message: `expected ${expected}, found ${found}` });
}

function failure(parts: Partial<Failure>): Failure {
  const empty = { expected: null, found: null, message: '' };
  return { feature: 'a.feature', line: 3, scenario: 'One', scenarioLine: 2, step: 'a step', ...empty, ...parts };
}
