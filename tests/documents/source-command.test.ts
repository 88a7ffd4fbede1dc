import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

const DOCUMENT = '# Renew it\n\n1. Open the store. Look.\n2. Delete the old one.\n';
const FEATURE = `Feature: Renew it
  Scenario: One
    # source: renew-003
    Given the pool has been set up
    # fails at: renew-004
    When the judge looks at the pool
`;

interface Said {
  readonly documents: readonly {
    readonly sentences: readonly { readonly id: string; readonly text: string }[];
    readonly changes: readonly { readonly change: string; readonly id: string; readonly steps: readonly unknown[] }[];
  }[];
}

describe('rehearse source', () => {
  it('writes a ledger without texts, and then names what changed and the steps that cite it', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      write(folder, 'renew.md', DOCUMENT);
      write(folder, 'features/renew.feature', FEATURE);
      const first = await rehearseHere(['source', 'renew.md'], folder);
      expect([first.status, first.stderr]).to.deep.equal([0, '']);
      expect(first.stdout).to.include('renew-003  renew-it 1: Look.');
      const ledger = () => readFileSync(join(folder, 'source', 'renew', 'ledger.tsv'), 'utf8');
      const before = ledger();
      expect(before)
        .to.match(/^renew-004\trenew-it\t2\tstep\t[0-9a-f]{16}\t$/m)
        .and.to.not.include('Delete');

      write(folder, 'renew.md', DOCUMENT.replace('Look', 'Read').replace('2. Delete the old one.\n', ''));
      const checked = await rehearseHere(['source', 'renew.md', '--check', '--json'], folder);
      expect(checked.status, checked.stderr).to.equal(1);
      const said: Said = JSON.parse(checked.stdout);
      const feature = join('features', 'renew.feature');
      expect(said.documents[0]?.changes.map(({ change, id, steps }) => ({ change, id, steps }))).to.deep.equal([
        {
          ...{ change: 'changed', id: 'renew-003' },
          steps: [{ feature, line: 4, text: 'Given the pool has been set up' }],
        },
        {
          ...{ change: 'gone', id: 'renew-004' },
          steps: [{ feature, line: 6, text: 'When the judge looks at the pool' }],
        },
      ]);
      expect(ledger()).to.equal(before);
    });
  });

  for (const [what, name, text, options, message] of [
    ['a format that it does not read', 'renew.docx', 'x', [], 'give Markdown (.md) or HTML (.html)'],
    ['a document without text', 'renew.md', '\n', [], 'renew.md contains no sentence'],
    [
      'thousands of quotations',
      'deep.md',
      `${'> '.repeat(10_000)}A.`,
      [],
      'deep.md: its elements are nested too deeply',
    ],
    ['an address that is not https', 'renew.md', 'A.', ['--address', 'ftp://x'], 'give the https address'],
  ] as const) {
    it(`refuses ${what}, and writes nothing`, async () => {
      await inTemporaryFolderAsync(async (folder) => {
        write(folder, name, text);
        const { status, stderr } = await rehearseHere(['source', name, ...options], folder);
        expect(status, stderr).to.equal(2);
        expect(stderr).to.include(message);
        expect(existsSync(join(folder, 'source'))).to.equal(false);
      });
    });
  }
});

function write(folder: string, name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}
