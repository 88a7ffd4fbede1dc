import { describe, it } from 'node:test';
import { expect } from 'chai';
import { trace } from '../../src/runbook/source-document/trace';
import { recordSample, sampleLedger } from './sample';

const messages = recordSample();
const traced = trace(messages, sampleLedger());
const REQUEST = 'features/internal-edge/01-request.feature';
const ASSIGN = 'features/internal-edge/02-assign.feature';

describe('The trace', () => {
  it('says of each sentence what became of it', () => {
    const states = Object.fromEntries(traced.sentences.map(({ id, state }) => [id.slice('04952-'.length), state]));
    const verified = '175 176 177 178 180 184 185 186 187 188 193 194 196 197 208 248'.split(' ');
    expect(states).to.deep.equal({
      ...Object.fromEntries(verified.map((id) => [id, 'verified'])),
      182: 'unlinked',
      200: 'waived',
      247: 'failing',
      249: 'failing',
      250: 'skipped',
      251: 'skipped',
    });
    expect(traced.totals).to.deep.equal({ verified: 16, failing: 2, stale: 0, skipped: 2, waived: 1, unlinked: 1 });
  });

  it('names the steps and scenarios that execute a sentence, a feature for a comment above it', () => {
    expect(sentence('04952-194').by).to.deep.equal([
      {
        uri: REQUEST,
        line: 35,
        scenario: 'Request with the Certificate Wizard',
        step: 'the operator sends the request to the authority',
        status: 'passed',
      },
      { uri: ASSIGN, line: 20, scenario: 'The answer of another section', status: 'passed' },
    ]);
    expect(sentence('04952-175').by.map(({ line, scenario }) => [line, scenario])).to.deep.equal([
      [3, 'Request the certificate for the internal interface'],
      [62, 'Nothing numbered says this'],
    ]);
  });

  it('takes the rows of an Outline as one, and a comment above Examples as one about its rows', () => {
    expect(sentence('04952-178').by).to.deep.equal([
      { uri: REQUEST, line: 51, scenario: 'The button reads <text> on <server>', status: 'passed' },
    ]);
    expect(sentence('04952-180').by.map(({ line }) => line)).to.deep.equal([55]);
  });

  it('gives the reason: the message, what the environment lacks, the waiver', () => {
    expect(sentence('04952-249').reason).to.equal('Error: thumbprints differ: expected "<AA>" & found "BB"');
    expect(sentence('04952-251').reason).to.equal('the environment has one Edge Server & no pool');
    expect(sentence('04952-200').reason).to.equal('sent by mail, outside the servers');
    expect(sentence('04952-176')).not.to.have.property('reason');
  });

  it('takes what a run left out for skipped, and judges a feature by what ran', () => {
    const part = trace(recordSample('--tags', '@retried'), sampleLedger());
    expect(part.totals).to.deep.equal({ verified: 1, failing: 0, stale: 0, skipped: 19, waived: 1, unlinked: 1 });
  });

  it('lists ids that the ledger does not have, and comments with nothing below', () => {
    expect(traced.orphans).to.deep.equal([
      { id: '99999-001', uri: REQUEST, line: 60, problem: 'not in the ledger' },
      { id: '04952-182', uri: REQUEST, line: 65, problem: 'nothing below' },
    ]);
  });
});

function sentence(id: string) {
  const found = traced.sentences.find((one) => one.id === id);
  if (!found) throw new Error(`the ledger has no ${id}`);
  return found;
}
