import { describe, it } from 'node:test';
import { expect } from 'chai';
import { readFailures } from '../../src/runbook/source-document/known-failures';
import { readDocument } from '../../src/runbook/source-document/source-document';
import type { RunStepView } from '../../src/runbook/views/procedure/procedure';
import { runbookModel } from '../../src/runbook/views/runbook-views';
import { Rendered } from './rendered';
import { recordSample, sampleLedger } from './sample';

const HEADER = 'id\tsymptom\tcause\tfix\tsource\tscope';
const known = {
  failures: readFailures(
    `${HEADER}\nF01\tthe <b>request</b> is denied\t1024 bits\task for 2048\t[reported]\t\nF02\tnever\tnone\tnone\tnobody\tnot here\n`,
  ),
  document: readDocument('{"title": "Certificates", "address": "https://example.com/lync"}'),
};
const messages = recordSample().map((message) => {
  const { gherkinDocument: document } = message;
  if (!document) return message;
  const comments = document.comments.flatMap((comment) =>
    comment.text.includes('04952-187') ? [comment, { ...comment, text: '    # failure: F01' }] : [comment],
  );
  return { ...message, gherkinDocument: { ...document, comments } };
});
const model = runbookModel(messages, sampleLedger(), known);
const rendered = new Rendered(model);
const [first] = model.procedures;

describe('A step', () => {
  it('says where it is done: where its windows stand, else what it changed or typed on, else where the next is, else what it names', () => {
    expect(steps().map(({ where }) => where)).to.deep.equal([
      [{ machines: ['edge01'], account: 'CONTOSO\\edgeadmin' }],
      [{ machines: ['edge01'], account: 'CONTOSO\\edgeadmin' }],
      [
        { machines: ['edge01', 'edge02'], account: 'CONTOSO\\edgeadmin' },
        { machines: ['edge03'], account: 'CONTOSO\\edgeadmin' },
      ],
      [{ machines: ['fe01', 'edge02'], account: '' }],
      [{ machines: ['edge01'], account: '' }],
    ]);
  });

  it('says which page stands open after it, as the next step finds it', () => {
    expect(steps().map(({ expected }) => [expected.page, expected.title])).to.deep.equal([
      ['Delayed or Immediate Requests', 'Certificate Request'],
      ['Request Summary', 'Certificate Request'],
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
  });

  it('leads to the section of the published document that it carries out', () => {
    const link = rendered.part('procedure-request.html', 'step-request-04952-184').querySelector('a[href^="https:"]');
    expect(link?.getAttribute('href')).to.equal('https://example.com/lync#to-create-the-certificate-request');
    expect(steps().at(-1)?.published).to.equal('');
  });

  it('says how to undo it only where a rollback of what it changes was executed', () => {
    const proofs = rendered.page('procedure-request.html').querySelectorAll('.step > .proof');
    expect(proofs.map((proof) => proof.querySelectorAll('.facts-of-step dt').map(({ text }) => text))).to.deep.equal([
      ['Source'],
      ['Source'],
      ['Source'],
      ['Source'],
      [],
    ]);
  });
});

describe('A failure beside its step', () => {
  const failure = steps()[1]?.failures[0];

  it('says what is seen, why, what helps, and which scenario has carried it out', () => {
    expect(failure?.explanation).to.deep.equal({
      seen: [
        'the template "WebServer" asks for 2048 bits; found 1024',
        'Denied by Policy Module <br>',
        'the <b>request</b> is denied',
      ],
      causes: ['1024 bits'],
      fixes: ['Ask for 2048', 'Make the request again with 2048 bits'],
    });
    expect(failure?.symptoms).to.deep.equal(['0x80094811', 'CERTSRV_E_KEY_LENGTH', 'key-too-short']);
    expect(failure?.recoveries).to.deep.equal([]);
    const renewal = model.procedures[2]?.groups[1]?.examples;
    expect(renewal?.map(({ recoveries }) => recoveries)).to.deep.equal([[], []]);
  });

  it('stands in the index of troubles under its codes, with a link to its step', () => {
    const card = rendered
      .page('troubleshooting.html')
      .querySelectorAll('article.card')
      .find(({ text }) => text.includes('key-too-short'));
    expect(card?.querySelectorAll('h3 code').map(({ text }) => text)).to.deep.equal(failure?.symptoms);
    expect(card?.querySelectorAll('dd').map(({ text }) => text)).to.include('the <b>request</b> is denied');
    expect(card?.querySelectorAll('p').map(({ text }) => text)).to.include.members(['1024 bits', 'Ask for 2048']);
    expect(
      card
        ?.querySelector('.case')
        ?.querySelectorAll('dd a')
        .map((link) => link.getAttribute('href')),
    ).to.deep.equal([
      'procedure-request.html#example-request-the-key-is-too-short-for-the-script-alert-authority-script',
      'procedure-request.html#step-request-04952-184',
    ]);
  });
});

describe('What is known besides the run', () => {
  for (const [text, message] of [
    ['id\tcause', 'failures line 1: found "id\tcause"'],
    [`${HEADER}\nF01\tseen`, 'failures line 2: found 2 columns'],
  ] as const) {
    it(`is refused: ${message}`, () => {
      expect(() => readFailures(text)).to.throw(message);
    });
  }

  for (const [text, message] of [
    ['{"address": "https://x"}', 'the source document has no title'],
    ['{"title": "x", "address": "javascript:alert(1)"}', 'give an https address'],
  ] as const) {
    it(`is refused: ${message}`, () => {
      expect(() => readDocument(text)).to.throw(message);
    });
  }
});

function steps(): readonly RunStepView[] {
  const [walk] = first?.runs ?? [];
  if (!walk) throw new Error('the sample has a walk');
  return walk.steps;
}
