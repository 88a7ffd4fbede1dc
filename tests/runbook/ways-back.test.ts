import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { recordIn } from '../../src/evidence/records';
import { readLedger } from '../../src/runbook/source-document/ledger';
import type { RunStepView } from '../../src/runbook/views/procedure/procedure';
import { runbookModel } from '../../src/runbook/views/runbook-views';
import { ROOT } from '../support/root';
import { fullRun } from './whole-run/full-run';

const LEDGER = readLedger(readFileSync(join(ROOT, 'source', 'internal-edge', 'ledger.tsv'), 'utf8'));

describe('How a step is taken back', () => {
  const { messages } = fullRun();

  it('is said at every step of a documented path that changes something, and wholly', () => {
    const changing = stepsIn(messages).filter(({ evidence }) => evidence.changes.length > 0);
    const silent = changing.filter(({ rollback }) => rollback.by.length + rollback.not.length === 0);
    expect(silent.map(({ text }) => text)).to.deep.equal([]);
    expect(changing.length).to.be.above(15);
    const executed = new Set(changing.flatMap(({ rollback }) => rollback.by.map(({ name }) => name)));
    expect([...executed]).to.have.members(rollbacksIn(messages));
  });

  it('is found by what was changed: where the same was done on other servers as well', () => {
    const ways = (start: string) =>
      stepsIn(messages)
        .filter(({ text }) => text.startsWith(start))
        .map(({ rollback }) => rollback.by.map(({ name }) => name));
    expect(ways('the operator repeats this procedure on every other Edge Server')).to.deep.equal([
      ['Delete the root certificate from the store'],
      ['Remove the assignment', 'Assign the earlier certificate again'],
    ]);
    expect(stepsIn(messages).find(({ text }) => text.endsWith('uses "Run"'))?.rollback.not).to.deep.equal([
      'Step 3 shows the name Run again after its first run',
    ]);
  });

  it('is not told of steps that change nothing', () => {
    const others = stepsIn(messages).filter(({ evidence }) => evidence.changes.length === 0);
    expect(others.filter(({ rollback }) => rollback.by.length > 0)).to.deep.equal([]);
    expect(others.length).to.be.above(50);
  });

  it('is an executed rollback that stands beside the step whose change it takes back', () => {
    const beside = stepsIn(messages).flatMap(({ text, rollbacks }) => rollbacks.map(({ name }) => [name, text]));
    expect(Object.fromEntries(beside)).to.include({
      'Revoke the certificate': 'on "Submit a Certificate Request or Renewal Request" the operator uses "Submit >"',
      'Delete the response file': 'the operator goes through:',
      'Remove the assignment': 'on "Certificate Assignment Summary" the operator uses "Next"',
    });
  });

  it('is no way rollback where it takes away something else', () => {
    const elsewhere = messages.map((message): Envelope => {
      const { attachment } = message;
      const record = attachment && recordIn(attachment);
      if (record?.kind !== 'change' || !attachment) return message;
      const changes = record.changes.map((one) => (one.sign === 'removed' ? { ...one, where: 'elsewhere' } : one));
      return { attachment: { ...attachment, body: JSON.stringify({ ...record, changes }) } };
    });
    const names = stepsIn(elsewhere).flatMap(({ rollback }) => rollback.by.map(({ name }) => name));
    // these also change something in place: a request, an assignment, who may read a key
    const inPlace = ['Revoke the certificate', 'Assign the earlier certificate again', 'Remove the assignment'];
    expect([...new Set(names)]).to.have.members(inPlace);
  });
});

/** The steps of all runs. */
function stepsIn(messages: readonly Envelope[]): readonly RunStepView[] {
  const { procedures } = runbookModel(messages, LEDGER);
  return procedures.flatMap(({ runs }) => runs.flatMap(({ steps }) => steps));
}

function rollbacksIn(messages: readonly Envelope[]): readonly string[] {
  return messages.flatMap(({ pickle }) => (pickle?.tags.some(({ name }) => name === '@rollback') ? [pickle.name] : []));
}
