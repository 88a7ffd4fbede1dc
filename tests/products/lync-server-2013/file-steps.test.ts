import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { FILE_STEPS } from '../../../src/products/lync-server-2013/tasks/file-steps';
import { ROOT } from '../../support/root';

const FOLDER = join(ROOT, 'features', 'internal-edge');
const PROCEDURES = readdirSync(FOLDER)
  .filter((name) => /^\d\d-.*\.feature$/.test(name))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));

describe('The steps that take files', () => {
  for (const { procedure, page, source } of [...FILE_STEPS.steps, FILE_STEPS.assignment]) {
    it(`${procedure}: ${page} is a page of that procedure, from the same sentence`, () => {
      const feature = PROCEDURES.find((text) => text.includes(`Feature: ${procedure}\n`));
      expect(feature, 'the procedure').to.be.a('string');
      if (page === 'certreq -new') return;
      expect(feature).to.contain(page);
      expect(feature).to.match(new RegExp(`# source: .*\\b${source}\\b`));
    });
  }

  it('take every purpose once, and no end of a name twice', () => {
    const purposes = FILE_STEPS.steps.map(({ takes }) => takes);
    expect([...purposes].sort()).to.deep.equal(['chain', 'key-pair', 'policy', 'request', 'response']);
    const endings = FILE_STEPS.steps.flatMap((step) => step.endings);
    expect(new Set(endings).size).to.equal(endings.length);
  });
});
