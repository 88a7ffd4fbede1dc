import type { SlipLine, SlippedStep, SlipTable } from '../../../src/evidence/slip-records';
import { SLIP_FACTS, slipFact } from '../../../src/what-if/slips/slip-facts';
import { UNNOTICED_TEXTS } from '../../../src/what-if/unnoticed-omissions';

/** A table of slips of one plan, written by hand: of each outcome at least one. */

export const FEATURE = 'plans/edge.contoso.com.feature';
const SCENARIO = 'The whole plan';
const SERVER = 'edge01.contoso.com';
const OTHER = 'edge02.contoso.com';

function stepAt(line: number, text: string, more: Partial<SlippedStep> = {}): SlippedStep {
  const place = { stage: 'Import the certificate', machine: SERVER };
  return { line, text, table: [], docString: '', ...place, ...more };
}

/** A slip at a step: without an effect, unless more is given. */
export function slipAt(step: number, more: Partial<SlipLine>): SlipLine {
  return {
    ...{ feature: FEATURE, scenario: SCENARIO, step, slip: 'left out', fact: slipFact('slip.left-out') },
    ...{ outcome: 'no effect', noticed: null, findings: [], repair: null, check: null },
    ...more,
  };
}

const FOUND = [{ code: 'intermediate-in-root-store', severity: 'warning', server: SERVER }];
const BROKEN = [{ code: 'not-assigned', severity: 'error', server: OTHER }];
const CHECK = { command: 'certutil -store Root', on: SERVER, after: 3 };

const OUTAGE = {
  ...{ by: 'replication' as const, client: 'fe01.contoso.com', server: SERVER, use: '' },
  reason: 'event 1015: File transfer failed.',
};

const TLS = { ...OUTAGE, by: 'tls' as const, use: 'Internal', reason: 'SEC_E_CERT_EXPIRED 0x80090328' };

/** Mistyped forms of one value, refused at the last step. */
const MISTYPED = ['fle', 'fiile', 'flie'].map((other) =>
  slipAt(2, {
    slip: 'wrong value',
    fact: slipFact('slip.value', { other, expected: 'file' }),
    outcome: 'refusal',
    noticed: {
      step: 4,
      distance: 5,
      code: 'file-not-found',
      detail: { code: 'refusal.file-not-found.detail', parameters: { path: `C:\\${other}` } },
    },
    repair: { again: [2, 3], next: 4 },
  }),
);

export const SLIPS: readonly SlipLine[] = [
  slipAt(1, { reason: { code: 'unnoticed.logged-on', parameters: {} } }),
  slipAt(1, {
    slip: 'other server',
    fact: slipFact('slip.server', { server: OTHER }),
    outcome: 'nothing',
    goingOn: null,
    consequence: { outage: [OUTAGE, TLS], by: 'replication' },
  }),
  slipAt(2, {
    outcome: 'screen',
    noticed: { step: 3, distance: 1 },
    goingOn: { isSafe: false },
    repair: { again: [2], next: 3 },
  }),
  ...MISTYPED,
  slipAt(2, {
    slip: 'other option',
    fact: slipFact('slip.option', { other: 'Cancel', expected: 'Next' }),
    outcome: 'judge',
    findings: FOUND,
    repair: { stages: [{ stage: 'import', machine: SERVER }] },
    check: CHECK,
  }),
  slipAt(3, {
    outcome: 'judge',
    findings: [...BROKEN, ...FOUND],
    repair: 'unknown',
    check: 'unknown',
  }),
  slipAt(3, {
    slip: 'too late',
    fact: slipFact('slip.late', { period: '10 days' }),
    outcome: 'check',
    noticed: { step: 4, distance: 1 },
    repair: { again: [], next: 4 },
  }),
  slipAt(4, {}),
];

export const TABLE: SlipTable = {
  environment: 'contoso',
  grounds: { steps: 'a', simulation: 'b', environment: 'c', own: {}, features: { [FEATURE]: 'd' } },
  procedures: [
    {
      feature: FEATURE,
      scenario: SCENARIO,
      title: 'The plan for the pool edge.contoso.com',
      pool: 'edge.contoso.com',
      steps: [
        stepAt(5, `the operator logs on to ${SERVER} as the Edge administrator`),
        stepAt(6, 'on "File to Import" the operator fills in:', { table: [['File name', 'file']] }),
        stepAt(9, 'the operator types the command:', { docString: 'certutil -store My' }),
        stepAt(13, `${SERVER} holds the private key of its internal certificate`),
      ],
    },
  ],
  slips: SLIPS,
  pairs: [
    {
      ...{ feature: FEATURE, scenario: SCENARIO, noticed: null, findings: BROKEN, outage: [] },
      slips: [1, 4].map((step) => ({ step, slip: 'left out', fact: slipFact('slip.left-out') })),
    },
  ],
  stages: { import: 'Import the certificate' },
  codes: [codeLine('intermediate-in-root-store', 'warning'), codeLine('not-assigned', 'error')],
  texts: {
    ...SLIP_FACTS,
    ...UNNOTICED_TEXTS,
    'refusal.file-not-found.detail': 'there is no file {path}',
    'code.intermediate-in-root-store.title': 'An intermediate certificate in the store of the roots',
    'code.not-assigned.title': 'The certificate is not assigned',
  },
};

function codeLine(code: string, severity: 'error' | 'warning'): SlipTable['codes'][number] {
  const fact = { code: `code.${code}.title`, parameters: {} };
  return {
    ...{ code, severity, title: fact, symptom: '', cause: '', check: '', fix: '', source: '' },
    certainty: 'documented',
  };
}
