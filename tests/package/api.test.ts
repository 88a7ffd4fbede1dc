import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { apiReport } from '../../scripts/api-report';
import { ROOT } from '../support/root';

describe('The public surface', () => {
  const report = apiReport(ROOT);

  it('is the one of docs/api.md; after an intended change run npm run api', () => {
    expect(readFileSync(join(ROOT, 'docs', 'api.md'), 'utf8')).to.equal(report);
  });

  it('has a comment on every function', () => {
    const silent = report.split(/^### /m).filter((part) => /^\S+\n\n```ts\nfunction /.test(part));
    expect(silent.map((part) => part.split('\n')[0])).to.deep.equal([]);
    expect(report).to.contain('### readCertificate\n\nReads');
  });
});
