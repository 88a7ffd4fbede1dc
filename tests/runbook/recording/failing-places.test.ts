import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { mediaTypeOf } from '../../../src/evidence/records';
import { totals } from '../../../src/runbook/outline/totals';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { partOf } from '../comparison/stream-changes';
import { Rendered } from '../rendered';
import { recordSample, sampleLedger } from '../sample';

/** The failure whose sentence belongs to step 7, which shows "Name and Security Settings". */
const FAILURE = 'The key is too short for the <script>alert("authority")</script>';
const messages = recordSample();

describe('A failure that is documented', () => {
  it('holds where the machine refuses in a window of its own step', () => {
    const stream = refusingIn('Certificate Request', 'Name and Security Settings');
    expect(problems(failingAt('04952-184', stream))).to.deep.equal([]);
  });

  it('holds where no window is shown, where it is none of the procedure, and where its step was not carried out', () => {
    expect(problems(messages)).to.deep.equal([]);
    expect(problems(refusingIn('Certificate Request', 'A page of its own'))).to.deep.equal([]);
    expect(problems(failingAt('04952-250', refusingIn('Certificate Request', 'Request Summary')))).to.deep.equal([]);
  });

  it('does not hold where it names no step that shows the window', () => {
    expect(problems(refusingIn('Certificate Request', 'Request Summary'))).to.deep.equal([
      'fails at the step "on every Edge Server the operator reads:", of which it does not say so; name its sentence: # fails at: 04952-193',
    ]);
  });

  it('does not hold where the machine refuses at another step, and counts as failed everywhere', () => {
    const stream = failingAt('04952-184', refusingIn('Certificate Request', 'Request Summary'));
    expect(problems(stream)).to.deep.equal([
      'fails at the step "on every Edge Server the operator reads:", and it has to fail at "on "Name and Security Settings" the operator fills in:"',
    ]);
    expect(totals(stream).scenarios.failed - totals(messages).scenarios.failed).to.equal(1);
  });

  it('is held to the step that its comment names, and stands beside it', () => {
    const stream = failingAt('04952-193', refusingIn('Certificate Request', 'Request Summary'));
    expect(problems(stream)).to.deep.equal([]);
    const steps = runbookModel(stream, sampleLedger()).procedures[0]?.runs[0]?.steps ?? [];
    expect(
      steps.map(({ number, failures }) => [number, failures.map(({ name }) => name).includes(FAILURE)]),
    ).to.deep.equal([
      ['1', false],
      ['7', false],
      ['12', true],
      ['13–14', false],
      ['', false],
    ]);
  });

  it('says on the page of the procedure why it does not hold', () => {
    const rendered = new Rendered(failingAt('04952-193', peaceful()));
    const texts = rendered.texts('procedure-request.html', 'details.example .failure pre');
    expect(texts).to.include('it has to fail at 04952-193, and nothing was refused');
  });

  it('is held to the steps of a procedure that another stream has carried out', () => {
    const stream = refusingIn('Certificate Request', 'Request Summary');
    const tagged = stream.filter(({ pickle }) => pickle?.tags.some(({ name }) => name === '@procedure'));
    const walks = tagged.flatMap(({ pickle }) => pickle?.id ?? []);
    const cases = stream.flatMap(({ testCase }) => testCase ?? []);
    const [procedures, others] = [true, false].map((wanted) =>
      partOf(stream, (index) => walks.includes(cases[index]?.pickleId ?? '') === wanted),
    );
    expect(problems(others ?? [])).to.deep.equal([]);
    expect(problems([...(procedures ?? []), ...(others ?? [])])).to.deep.equal(problems(stream));
    expect(problems(stream)).to.have.lengthOf(1);
  });

  it('does not hold where it is to fail at a sentence of no procedure, inside the run or outside', () => {
    const stream = refusingIn('Certificate Request', 'Request Summary');
    const walks = stream.flatMap(({ pickle }) =>
      pickle?.tags.some(({ name }) => name === '@procedure') ? [pickle.id] : [],
    );
    const cases = stream.flatMap(({ testCase }) => testCase ?? []);
    const alone = (id: string) =>
      besideProcedure(
        '04952-184',
        partOf(failingAt(id, stream), (index) => !walks.includes(cases[index]?.pickleId ?? '')),
      );
    expect(problems(alone('04952-184'))).to.deep.equal([]);
    expect(problems(alone('04952-777'))).to.deep.equal([
      'it has to fail at 04952-777, which no step of a procedure executes',
    ]);
  });

  it('does not hold where it is to fail at a sentence that no step executes', () => {
    const stream = failingAt('04952-182', refusingIn('Certificate Request', 'Request Summary'));
    expect(problems(stream)).to.deep.equal(['it has to fail at 04952-182, which no step of a procedure executes']);
  });

  it('does not hold where it is to fail at a step and nothing is refused', () => {
    expect(problems(failingAt('04952-193', peaceful()))).to.deep.equal([
      'it has to fail at 04952-193, and nothing was refused',
    ]);
  });
});

function problems(stream: readonly Envelope[]): readonly string[] {
  const found = runbookModel(stream, sampleLedger()).failing;
  return found
    .filter(({ things }) => things.some(({ scenario }) => scenario === FAILURE))
    .map(({ message }) => message);
}

/** The stream in which nothing is refused. */
function peaceful(): readonly Envelope[] {
  return messages.filter(({ attachment }) => attachment?.mediaType !== mediaTypeOf('refusal'));
}

/** The stream in which the refusal of the failure is seen in that window. */
function refusingIn(title: string, page: string): readonly Envelope[] {
  const shot = { title, page, controls: [], used: [] };
  const body = JSON.stringify({ kind: 'window', on: 'edge01', account: 'x', shots: [shot] });
  return messages.flatMap((message) => {
    const { attachment } = message;
    if (attachment?.mediaType !== mediaTypeOf('refusal')) return [message];
    return [{ attachment: { ...attachment, mediaType: mediaTypeOf('window'), body } }, message];
  });
}

/** The stream of a run beside which a feature outside it has a procedure that cites the sentence. */
function besideProcedure(id: string, stream: readonly Envelope[]): readonly Envelope[] {
  return stream.map((message) => {
    const { attachment } = message;
    if (attachment?.mediaType !== mediaTypeOf('run')) return message;
    const body = JSON.stringify({ ...JSON.parse(attachment.body), otherProcedures: { 'outside.feature': [id] } });
    return { attachment: { ...attachment, body } };
  });
}

/** The stream in which a comment above the failure says where it fails. */
function failingAt(id: string, stream: readonly Envelope[]): readonly Envelope[] {
  return stream.map(({ gherkinDocument: document, ...rest }) => {
    if (!document?.comments.some(({ text }) => text.includes('04952-187'))) {
      return document ? { gherkinDocument: document, ...rest } : rest;
    }
    const comments = document.comments.flatMap((comment) =>
      comment.text.includes('04952-187') ? [comment, { ...comment, text: `    # fails at: ${id}` }] : [comment],
    );
    return { ...rest, gherkinDocument: { ...document, comments } };
  });
}
