import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ARCHITECTURE_RULES } from './support/architecture/architecture-rules';
import { ARCHITECTURE_SAMPLES } from './support/architecture/architecture-samples';
import { report } from './support/report';
import { modulesBelow, sourceFiles, typescriptBelow } from './support/source-tree';

const FILES = [
  ...typescriptBelow(['src', 'steps', 'languages', 'scripts', 'bench']),
  ...modulesBelow(['scripts', 'templates/scripts']),
];

describe('Architecture', () => {
  for (const [title, violations] of Object.entries(ARCHITECTURE_RULES)) {
    it(title, () => {
      expect(FILES).not.to.have.lengthOf(0);
      report(title, violations(FILES));
    });
  }
});

describe('Each architecture rule can fail', () => {
  it('has samples', () => {
    expect(Object.keys(ARCHITECTURE_SAMPLES)).to.deep.equal(Object.keys(ARCHITECTURE_RULES));
  });

  for (const [title, samples] of Object.entries(ARCHITECTURE_SAMPLES)) {
    it(title, () => {
      const violations = ARCHITECTURE_RULES[title];
      for (const refused of samples.refused) {
        expect(violations?.(sourceFiles(refused)), JSON.stringify(refused)).to.have.lengthOf(1);
      }
      expect(violations?.(sourceFiles(samples.accepted))).to.deep.equal([]);
    });
  }
});
