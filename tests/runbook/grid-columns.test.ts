import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type HTMLElement, parse } from 'node-html-parser';
import { DEFAULT_ENVIRONMENT } from '../../src/package/folder';
import type { GridCell } from '../../src/runbook/views/procedure/grid-cell';
import { columnsOf } from '../../src/runbook/views/procedure/grid-columns';
import { english } from '../../src/runbook/words/words';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

const SERVERS = Array.from({ length: 9 }, (_, index) => `edge0${index + 1}.contoso.com`);
const FEATURE = 'features/internal-edge/09-assign-the-certificate.feature';
const PAGE = 'procedure-assign-the-certificate.html';

function row(...states: readonly GridCell['state'][]): readonly GridCell[] {
  return states.map((state, index) => ({ machine: SERVERS[index] ?? '', state, box: state !== '' }));
}

const names = (rows: readonly (readonly GridCell[])[]) => columnsOf(rows, english)[0]?.map(({ name }) => name);

describe('The columns of a grid', () => {
  it('are shared by adjacent servers with the same result in every row, from five servers', () => {
    const same = Array.from({ length: 9 }, () => 'verified' as const);
    expect(names([row(...same)])).to.deep.equal(['edge01.contoso.com to edge09.contoso.com (9 servers)']);
    expect(names([row(...same.slice(0, 4))])).to.deep.equal(SERVERS.slice(0, 4));
    expect(names([row(...same), row('verified', 'failing', ...same.slice(2))])).to.deep.equal([
      'edge01.contoso.com',
      'edge02.contoso.com',
      'edge03.contoso.com to edge09.contoso.com (7 servers)',
    ]);
  });

  it('hide no server: beside each step, every server has a box without JavaScript, in both languages', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const environment = join(folder, 'nine.yaml');
      const told = readFileSync(DEFAULT_ENVIRONMENT, 'utf8').replace(
        /( +- fqdn: )edge03\.contoso\.com(\n +windows: 2012 R2\n)/,
        (_, before: string, after: string) =>
          SERVERS.slice(2)
            .map((name) => before + name + after)
            .join(''),
      );
      writeFileSync(environment, told);
      const options = ['--tags', '@procedure', '--language', 'en,zh-TW', '--environment', environment, '--out', folder];
      const { status, stderr } = await rehearseHere(['run', FEATURE, ...options]);
      expect(status, stderr).to.equal(0);
      const open = (name: string) => parse(readFileSync(join(folder, 'runbook', name), 'utf8'));
      check(open(PAGE), 'edge02.contoso.com to edge09.contoso.com (8 servers)');
      check(open(join('zh-TW', PAGE)), 'edge02.contoso.com 至 edge09.contoso.com（8 部伺服器）');
    });
  });
});

/** The page has one column for all servers but the first, and beside each step a folded line with a box for each. */
function check(page: HTMLElement, range: string): void {
  expect(page.querySelectorAll('.glance thead th').map(({ text }) => text)).to.include(range);
  const lines = page.querySelectorAll('.step > details.fold').filter((one) => one.querySelector('.entry-of-step'));
  expect(lines).not.to.deep.equal([]);
  for (const one of lines) {
    expect(one.querySelector('summary')?.text).to.equal(range);
    const folded = one.querySelectorAll('.entry-of-step').map((line) => line.getAttribute('data-machine'));
    expect(folded).to.deep.equal(SERVERS.slice(1));
    expect(one.querySelectorAll('.entry-of-step [name="done"]')).to.have.lengthOf(folded.length);
  }
}
