import { describe, it } from 'node:test';
import { type Envelope, TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import type { FindingLine } from '../../src/evidence/finding-records';
import { mediaTypeOf } from '../../src/evidence/records';
import { findingFacts, findings } from '../../src/runbook/views/findings/findings-views';
import { runbookModel } from '../../src/runbook/views/runbook-views';
import { findingsInWords } from '../../src/runbook/words/headings';
import { english } from '../../src/runbook/words/words';
import { recordSample, sampleLedger } from './sample';

const REQUEST = 'procedure-request.html';
const JUDGEMENT = 'procedure-judgement.html';
const messages = recordSample();
const found = runbookModel(messages, sampleLedger()).findings;

describe('What was found about the deployment', () => {
  it('is what scenarios tagged @judgement found: each finding once, the worst first, with a place for its code', () => {
    expect(found.judged).to.equal(true);
    expect(
      found.deployment.map(({ severity, pool, server, code, href }) => [severity, pool, server, code, href]),
    ).to.deep.equal([
      ['error', 'edge.contoso.com', 'edge01.contoso.com', 'root-not-trusted', 'codes.html#code-root-not-trusted'],
      ['error', 'edge.contoso.com', 'edge02.contoso.com', 'root-not-trusted', 'codes.html#code-root-not-trusted'],
      ['warning', 'edge.contoso.com', '', 'certificate-expires-soon', 'codes.html#code-certificate-expires-soon'],
      ['info', 'edge.contoso.com', 'edge01.contoso.com', 'not-in-the-list', ''],
    ]);
  });

  it('is sorted by severity, pool, server, code and detail', () => {
    const order = [
      line('error', 'a', 'z', 'z', 'z'),
      line('error', 'b', undefined, 'b', 'z'),
      line('error', 'b', undefined, 'c', 'a'),
      line('error', 'b', undefined, 'c', 'b'),
      line('error', 'b', 'a', 'a', 'a'),
      line('warning', 'a', 'a', 'a', 'a'),
      line('info', 'a', 'a', 'a', 'a'),
    ];
    const lines = findings(judging([...order].reverse())).deployment;
    expect(lines).to.deep.equal(order.map((one) => ({ ...one, server: one.server ?? '', href: '' })));
  });

  it('keeps findings apart that differ in anything', () => {
    const one = line('error', 'a', 'b', 'c', 'd');
    const others = [
      { ...one, remedy: 'another' },
      { ...one, source: 'another' },
      { ...one, detail: 'another' },
    ];
    expect(findings(judging([one, one, ...others])).deployment).to.have.lengthOf(4);
  });

  it('is nothing where the judge found nothing', () => {
    const { judged, deployment, document } = findings(judging([]));
    expect({ judged, deployment }).to.deep.equal({ judged: true, deployment: [] });
    expect(findingsInWords(findingFacts({ judged, deployment, document, codes: [] }), english)).to.equal(
      'none about the deployment, 2 about the document',
    );
  });

  const unjudged: Readonly<Record<string, readonly Envelope[]>> = {
    'no message was recorded': [],
    'no scenario is tagged': messages.map(untagged),
    'the tagged scenarios were left out': recordSample('--tags', 'not @judgement'),
    'the tagged scenario ended before the judge was asked': messages.filter(
      ({ attachment }) => attachment?.mediaType !== mediaTypeOf('findings'),
    ),
  };
  for (const [why, stream] of Object.entries(unjudged)) {
    it(`is not known where ${why}`, () => {
      const { judged, deployment } = findings(stream);
      expect({ judged, deployment }).to.deep.equal({ judged: false, deployment: [] });
      expect(findingsInWords(findingFacts(findings(stream)), english)).to.match(/^the deployment was not judged, /);
    });
  }

  it('is counted in words', () => {
    expect(findingsInWords(findingFacts(found), english)).to.equal(
      '4 about the deployment (2 errors, 1 warning, 1 info), 2 about the document',
    );
  });
});

describe('What was found about the document', () => {
  it('is each scenario tagged @document-defect, an Outline once, with the other scenarios of its rule', () => {
    expect(found.document).to.deep.equal([
      {
        name: 'The button reads <text> on <server>',
        href: `${REQUEST}#example-request-the-button-reads-run-again-on-edge01`,
        id: 'defect-a-key-travels-only-where-it-was-allowed-to-b-travel-b',
        state: 'confirmed',
        rule: 'A key travels only where it was allowed to <b>travel</b>',
        sources: [
          { id: '04952-178', href: 'coverage.html#source-04952-178' },
          { id: '04952-180', href: 'coverage.html#source-04952-180' },
        ],
        consequences: ['the button on edge01 reads "Run again"'],
        corrected: [
          {
            name: 'The key is too short for the <script>alert("authority")</script>',
            href: `${REQUEST}#example-request-the-key-is-too-short-for-the-script-alert-authority-script`,
            state: 'refused',
          },
          {
            name: 'Nothing numbered says this',
            href: `${REQUEST}#example-request-nothing-numbered-says-this`,
            state: 'refused',
          },
        ],
      },
      {
        name: 'Nothing is said about renewal',
        href: `${JUDGEMENT}#example-judgement-nothing-is-said-about-renewal`,
        id: 'defect-a-certificate-is-renewed-before-it-ends',
        state: 'confirmed',
        rule: 'A certificate is renewed before it ends',
        sources: [{ id: '04952-247', href: 'coverage.html#source-04952-247' }],
        consequences: ['the judge finds the certificate that ends soon'],
        corrected: [
          { name: 'Renewed in time', href: `${JUDGEMENT}#example-judgement-renewed-in-time`, state: 'verified' },
        ],
      },
    ]);
  });

  it('is not confirmed by what was left out', () => {
    const { document } = findings(recordSample('--tags', '@judgement'));
    expect(document.map(({ state }) => state)).to.deep.equal(['not-run', 'not-run']);
    expect(findingsInWords(findingFacts({ ...found, document }), english)).to.match(
      /, 2 about the document \(0 confirmed\)$/,
    );
  });

  it('is not confirmed by an Outline of which a row failed', () => {
    const { document } = findings(messages.map(failing('the button on edge02 reads "Run"')));
    expect(document.map(({ state }) => state)).to.deep.equal(['failing', 'confirmed']);
  });

  it('is none where no scenario is tagged', () => {
    expect(findings(messages.map(untagged)).document).to.deep.equal([]);
  });
});

describe('The codes', () => {
  it('are all that the judge of the run has, with the scenarios in which each was found', () => {
    expect(
      found.codes.map(({ code, anchor, scenarios }) => [code, anchor, scenarios.map(({ name }) => name)]),
    ).to.deep.equal([
      ['root-not-trusted', 'code-root-not-trusted', ['The deployment as it stands']],
      [
        'certificate-expires-soon',
        'code-certificate-expires-soon',
        ['The deployment as it stands', 'Nothing is said about renewal'],
      ],
      ['key-shared', 'code-key-shared', []],
    ]);
  });

  it('stand once, however often they were recorded', () => {
    const codes = messages.filter(({ attachment }) => attachment?.mediaType === mediaTypeOf('finding-codes'));
    expect(codes).to.have.lengthOf(1);
    expect(findings([...messages, ...codes]).codes).to.have.lengthOf(3);
  });
});

function line(
  severity: FindingLine['severity'],
  pool: string,
  server: string | undefined,
  code: string,
  detail: string,
): FindingLine {
  const where = server === undefined ? { pool } : { pool, server };
  return { severity, ...where, code, detail, remedy: 'do it again', source: '04952-247' };
}

/** The sample's stream, its judge having found these findings. */
function judging(lines: readonly FindingLine[]): readonly Envelope[] {
  const body = JSON.stringify({ kind: 'findings', findings: lines });
  return messages.map(({ attachment, ...rest }) =>
    attachment?.mediaType === mediaTypeOf('findings')
      ? { ...rest, attachment: { ...attachment, body } }
      : { ...rest, ...(attachment ? { attachment } : {}) },
  );
}

/** The sample's stream, the step of that text having failed. */
function failing(text: string): (message: Envelope) => Envelope {
  const step = messages.flatMap(({ pickle }) => pickle?.steps ?? []).find((one) => one.text === text);
  const testSteps = messages.flatMap(({ testCase }) => testCase?.testSteps ?? []);
  const id = testSteps.find(({ pickleStepId }) => pickleStepId === step?.id)?.id;
  return (message) => {
    const { testStepFinished: finished } = message;
    if (finished?.testStepId !== id || !finished) return message;
    const testStepResult = { ...finished.testStepResult, status: TestStepResultStatus.FAILED };
    return { ...message, testStepFinished: { ...finished, testStepResult } };
  };
}

function untagged(message: Envelope): Envelope {
  return message.pickle ? { ...message, pickle: { ...message.pickle, tags: [] } } : message;
}
