import { describe, it } from 'node:test';
import { expect } from 'chai';
import { TEST_RULES } from './support/architecture/test-rules';
import { report } from './support/report';
import { sourceFiles, typescriptBelow } from './support/source-tree';

const FILES = typescriptBelow(['tests']);

describe('Tests', () => {
  for (const [title, violations] of Object.entries(TEST_RULES)) {
    it(title, () => {
      expect(FILES).not.to.have.lengthOf(0);
      report(title, violations(FILES));
    });
  }
});

/** For each rule lines that it has to refuse, and lines that it has to accept. */
const SAMPLES: Readonly<Record<string, { readonly refused: readonly string[]; readonly accepted: readonly string[] }>> =
  {
    'tests read no clock and throw no dice': {
      refused: [
        'const now = Date.now();',
        'const now = new Date();',
        'const dice = Math.random();',
        'performance.now();',
      ],
      accepted: ['const then = new Date(0);', "const text = 'Date.now()';", 'Date.UTC(2025, 0, 1);'],
    },
    'tests wait for conditions and do not sleep': {
      refused: ['await setTimeout(500);', 'await page.waitForTimeout(500);', 'Atomics.wait(shared, 0, 0, 500);'],
      accepted: ['await page.locator("p").waitFor();', "const said = 'setTimeout(500)';"],
    },
    'only the browser has a time limit': {
      refused: [
        "test('a', { timeout: 1000 }, f);",
        "spawnSync('a', { timeout });",
        'page.waitForURL(url, { timeout: LONG });',
      ],
      accepted: ["test('a', { concurrency: 2 }, f);", 'context.setDefaultTimeout(PATIENCE);'],
    },
    'properties take the seed of the session': {
      refused: ["import fc from 'fast-check';"],
      accepted: ["import { fc } from './support/properties';"],
    },
  };

describe('Each rule for tests can fail', () => {
  it('has samples', () => {
    expect(Object.keys(SAMPLES)).to.deep.equal(Object.keys(TEST_RULES));
  });

  for (const [title, { refused, accepted }] of Object.entries(SAMPLES)) {
    it(title, () => {
      const violations = (text: string) => TEST_RULES[title]?.(sourceFiles({ 'tests/a.test.ts': text }));
      for (const text of refused) expect(violations(text), text).to.have.lengthOf(1);
      for (const text of accepted) expect(violations(text), text).to.deep.equal([]);
    });
  }
});
