import { describe, it } from 'node:test';
import { expect } from 'chai';
import { failureMessage } from '../../../src/recording/model/failure-message';
import { readLedger } from '../../../src/runbook/source-document/ledger';
import { mainSection, stepNumber } from '../../../src/runbook/source-document/step-number';
import { paragraphsOf } from '../../../src/runbook/views/procedure/paragraphs';
import { sampleLedger } from '../sample';

const HEADER = 'id\tsection\tstep\tkind\tsha256\twaiver';

describe('The ledger', () => {
  it('is read with and without waivers, with any line ends', () => {
    const text = `${HEADER}\r\na\ts\t1\tstep\tff\t\r\nb\ts\t\tstep text\tee\tread only\r\nc\ts\t\tnote\tdd\r\n`;
    expect(readLedger(text)).to.deep.equal([
      { id: 'a', section: 's', step: '1', kind: 'step', sha256: 'ff' },
      { id: 'b', section: 's', step: '', kind: 'step text', sha256: 'ee', waiver: 'read only' },
      { id: 'c', section: 's', step: '', kind: 'note', sha256: 'dd' },
    ]);
  });

  for (const [text, message] of [
    ['id\tsection', 'ledger line 1: found "id\tsection"'],
    [`${HEADER}\n`, 'ledger: there is no line below the header'],
    [`${HEADER}\na\ts`, 'ledger line 2: found 2 columns'],
    [`${HEADER}\na\ts\t\tpoem\tff\t`, 'ledger line 2: found the kind "poem"; have heading, paragraph'],
    [`${HEADER}\n\ts\t\tnote\tff\t`, 'ledger line 2: the id is empty'],
    [`${HEADER}\na\ts\t\tnote\tff\t\na\ts\t\tnote\tff\t`, 'ledger: the id a is on two lines'],
  ] as const) {
    it(`is refused: ${message}`, () => {
      expect(() => readLedger(text)).to.throw(message);
    });
  }
});

describe('The number of a step', () => {
  const entries = new Map(sampleLedger().map((entry) => [entry.id, entry]));
  const section = 'to-create-the-certificate-request';

  it('comes from the section that most sentences belong to', () => {
    expect(mainSection(['04952-248', '04952-184', '04952-185'], entries)).to.equal(section);
    expect(mainSection(['04952-175', 'unknown'], entries)).to.equal('');
  });

  it('is one number, a range, a list or nothing', () => {
    const number = (...ids: readonly string[]) => stepNumber(ids, section, entries);
    expect(number('04952-184', '04952-185')).to.equal('7');
    expect(number('04952-197', '04952-193', '04952-194')).to.equal('12–14');
    expect(number('04952-184', '04952-176')).to.equal('1, 7');
    expect(number('04952-248')).to.equal('');
  });
});

describe('Texts for the page', () => {
  it('join the lines of a paragraph, Chinese without a space, and keep lists', () => {
    expect(paragraphsOf('one\ntwo\nthree\n\n私密\n金鑰\n\n\n- a\n- b')).to.deep.equal([
      'one two three',
      '私密金鑰',
      '- a\n- b',
    ]);
  });

  it('lose colours, stack frames and installed packages, and keep the difference', () => {
    const message =
      '\u001b[1mAssertionError\u001b[0m: differs\n    + expected - actual\n\n    -a\n    +b\n\n    at Context.<anonymous> (/home/x/steps.ts:1:2)\n    at run (/x/node_modules/y/z.js:3:4)';
    expect(failureMessage(message)).to.equal('AssertionError: differs\n    + expected - actual\n\n    -a\n    +b');
  });
});
