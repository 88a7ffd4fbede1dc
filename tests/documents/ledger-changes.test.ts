import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type NumberedLedger, numbered } from '../../src/documents/ledger-changes';
import { documentText, ledgerText, readNumbered } from '../../src/documents/ledger-file';
import { type Sentence, sentenceDigest } from '../../src/documents/sentence';
import type { LedgerKind } from '../../src/runbook/source-document/ledger';
import { fc } from '../support/properties';

const EMPTY: NumberedLedger = { rows: [], next: 1 };

describe('The ids of sentences', () => {
  const first = numbered(paragraphs('a', 'b', 'c', 'd'), EMPTY, 'doc');

  it('are numbers in document order', () => {
    expect(idsOf(first)).to.equal('doc-001 a, doc-002 b, doc-003 c, doc-004 d');
  });

  for (const [what, after, ids, changes] of [
    ['a new one', 'a x b c d', 'doc-001 a, doc-005 x, doc-002 b, doc-003 c, doc-004 d', 'came doc-005'],
    ['a deleted one', 'a c d', 'doc-001 a, doc-003 c, doc-004 d', 'gone doc-002'],
    ['another text', 'a B c d', 'doc-001 a, doc-002 B, doc-003 c, doc-004 d', 'changed doc-002'],
    ['another order', 'b c a d', 'doc-002 b, doc-003 c, doc-001 a, doc-004 d', 'moved doc-001'],
    [
      'two others in one place',
      'a X Y Z d',
      'doc-001 a, doc-002 X, doc-003 Y, doc-005 Z, doc-004 d',
      'changed doc-002, changed doc-003, came doc-005',
    ],
  ] as const) {
    it(`stay, whatever is around them: ${what}`, () => {
      const next = numbered(paragraphs(...after.split(' ')), first, 'doc');
      expect(idsOf(next)).to.equal(ids);
      expect(next.changes.map(({ change, row }) => `${change} ${row.id}`).join(', ')).to.equal(changes);
    });
  }

  it('are not given a second time', () => {
    const without = numbered(paragraphs('a', 'b', 'c'), first, 'doc');
    const reread = readNumbered(documentOf(without), ledgerText(without.rows, false));
    expect(idsOf(numbered(paragraphs('a', 'b', 'c', 'e'), reread, 'doc'))).to.include('doc-005 e');
  });

  it('keep the reason why a sentence is not executed as long as its text is the same', () => {
    const waived = { ...first, rows: first.rows.map((row) => ({ ...row, waiver: `because of ${row.text}` })) };
    const { rows, changes } = numbered(paragraphs('d', 'a', 'B', 'c'), waived, 'doc');
    expect(rows.map(({ waiver = '' }) => waiver)).to.deep.equal(['because of d', 'because of a', '', 'because of c']);
    expect(changes.find(({ change }) => change === 'changed')?.endedWaiver).to.equal('because of b');
  });

  it('waive headings, which ask for no action, and nothing else', () => {
    const sentences = [sentence('Title', 'heading'), sentence('Text', 'paragraph')];
    expect(numbered(sentences, EMPTY, 'doc').rows.map(({ waiver }) => waiver !== undefined)).to.deep.equal([
      true,
      false,
    ]);
  });

  it('are unique, stay with unchanged texts and are stable, for any two versions of a document', () => {
    const letters = fc.array(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const old = numbered(paragraphs(...before), EMPTY, 'doc');
        const next = numbered(paragraphs(...after), old, 'doc');
        const ids = next.rows.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        for (const letter of new Set(after)) {
          const [was, now] = [old, next].map(({ rows }) =>
            rows.filter(({ text }) => text === letter).map(({ id }) => id),
          );
          const kept = now?.filter((id) => was?.includes(id)) ?? [];
          expect(kept.length, letter).to.equal(Math.min(was?.length ?? 0, now?.length ?? 0));
        }
        expect(numbered(paragraphs(...after), next, 'doc').changes).to.deep.equal([]);
      }),
    );
  });
});

describe('A ledger', () => {
  const { rows, next } = numbered(paragraphs('a', 'b'), EMPTY, 'doc');

  it('contains no text unless it is asked for', () => {
    expect(ledgerText(rows, false)).to.not.match(/\ta$/m);
    const texts = readNumbered(documentOf({ next }), ledgerText(rows, true));
    expect([texts.hasTexts, texts.rows.map(({ text }) => text)]).to.deep.equal([true, ['a', 'b']]);
  });
});

function documentOf({ next }: Pick<NumberedLedger, 'next'>): string {
  return documentText({ title: 'Doc', file: 'doc.md', next });
}

function paragraphs(...texts: readonly string[]): readonly Sentence[] {
  return texts.map((text) => sentence(text, 'paragraph'));
}

function sentence(text: string, kind: LedgerKind): Sentence {
  return { section: 's', step: '', kind, text, sha256: sentenceDigest(text) };
}

function idsOf({ rows }: NumberedLedger): string {
  return rows.map(({ id, text }) => `${id} ${text}`).join(', ');
}
