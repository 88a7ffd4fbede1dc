import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ROOMS } from './support/import-table';
import { ROOT } from './support/root';

const DOCUMENT = readFileSync(join(ROOT, 'docs', 'ARCHITECTURE.md'), 'utf8');

describe('docs/ARCHITECTURE.md', () => {
  it('lists every room of the import table', () => {
    const rooms = rowsOf('Rooms').map(([room = '']) => room.replace(/[`/]/g, ''));
    expect(rooms).to.include.members(Object.keys(ROOMS));
  });

  it('answers twenty questions with one folder each', () => {
    const folders = rowsOf('Twenty questions').map(([, folder]) => folder);
    expect(folders).to.have.lengthOf(20);
    for (const folder of folders) expect(folder).to.match(/^`[\w./-]+\/`$/);
  });

  it('names only paths that exist', () => {
    expect(missingPaths(DOCUMENT)).to.deep.equal([]);
    expect(missingPaths('| a question | `src/no-such-room/` |')).to.deep.equal(['src/no-such-room/']);
  });
});

/** The cells of the table rows below the heading that begins with this text, without the header. */
function rowsOf(heading: string): string[][] {
  const section = DOCUMENT.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const [first = ''] = section.split(/\n\n(?=[^|])/).filter((block) => /^\|/m.test(block));
  const rows = first.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The paths in code spans, from the root of the project, that do not exist. */
function missingPaths(text: string): string[] {
  const paths = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map((match) => match[1] ?? '');
  const roots =
    /^(src|steps|tests|docs|features|source|languages|templates|environments|keys|scripts|bench|prose|examples)\//;
  return paths.filter((path) => roots.test(path) && !existsSync(join(ROOT, path)));
}
