import type { FindingCodeLine, FindingLine } from '../evidence/finding-records';
import type { DecodedField } from './evidence-view';
import { LABELS } from './labels';
import type { PageName } from './pages';
import type { DefectState, Findings, Runbook } from './runbook';
import type { State } from './state';
import type { Status } from './status';
import type { SentenceState } from './trace';

/** Everything that the pages say in one language; the templates hold none of it. */
export interface Words {
  readonly language: string;
  readonly labels: Readonly<Record<Label, string>>;
  readonly states: Readonly<Record<State | SentenceState | DefectState | FindingLine['severity'], string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly fields: Readonly<Record<DecodedField, string>>;
  /** how a gesture is marked in a picture, and what a change is called; by the record's own word */
  readonly gestures: Readonly<Record<string, string>>;
  readonly signs: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly certainties: Readonly<Record<FindingCodeLine['certainty'], string>>;
  /** what stands at the head of each page */
  readonly titles: Readonly<Record<PageName, (runbook: Runbook) => string>>;
  readonly outcomes: Readonly<Record<PageName, (runbook: Runbook) => string>>;
  /** how many findings there are, in one line */
  readonly found: (findings: Findings) => string;
}

export type Label = keyof typeof LABELS;

/** The page in English. */
export const english: Words = {
  language: 'en',
  labels: LABELS,
  states: {
    verified: 'Verified',
    refused: 'Fails as documented',
    failing: 'Failing',
    undefined: 'Not defined',
    ambiguous: 'Ambiguous',
    pending: 'Pending',
    skipped: 'Skipped',
    'not-applicable': 'Not applicable here',
    'not-run': 'Not run',
    waived: 'Waived',
    unlinked: 'Not executed',
    confirmed: 'Confirmed',
    error: 'Error',
    warning: 'Warning',
    info: 'Information',
  },
  statuses: {
    passed: 'passed',
    failed: 'failed',
    skipped: 'skipped',
    pending: 'pending',
    undefined: 'not defined',
    ambiguous: 'ambiguous',
    'not run': 'not run',
  },
  fields: {
    subject: 'Subject',
    issuer: 'Issuer',
    serialNumber: 'Serial number',
    notBefore: 'Valid from',
    notAfter: 'Valid to',
    thumbprint: 'Thumbprint',
    key: 'Key',
    signatureAlgorithm: 'Signature algorithm',
    subjectAlternativeNames: 'Subject alternative names',
    extendedKeyUsage: 'Enhanced key usage',
    authority: 'Certification authority',
    template: 'Template',
  },
  gestures: { press: 'press', choose: 'choose', tick: 'tick', untick: 'clear', type: 'type', select: 'select' },
  signs: { added: 'Added', removed: 'Removed', changed: 'Changed' },
  problems: {
    'not in the ledger': 'not a sentence of the source',
    'nothing below': 'no step or example stands below it',
  },
  certainties: {
    documented: 'Documented: Microsoft or a standard says so',
    reported: 'Reported: administrators have seen it',
    assumed: 'Assumed: no source settles it',
  },
  titles: {
    index: ({ environment }) => (environment === '' ? 'Runbook' : `Certificate runbook: ${environment}`),
    findings: ({ environment }) => (environment === '' ? 'Findings' : `Findings: ${environment}`),
  },
  outcomes: { index: outcome, findings: ({ findings }) => sentence(found(findings)) },
  found,
};

function counted(amount: number, thing: string): string {
  return `${amount} ${thing}${amount === 1 ? '' : 's'}`;
}

/** `2 about the deployment (1 error, 1 warning), 9 about the document`. */
function found({ judged, deployment, document }: Findings): string {
  const weighing = (severity: FindingLine['severity']) => deployment.filter((one) => one.severity === severity).length;
  const weights = [
    ...(['error', 'warning'] as const).map((severity) => [weighing(severity), counted(weighing(severity), severity)]),
    [weighing('info'), `${weighing('info')} info`],
  ].flatMap(([amount, text]) => (amount === 0 ? [] : [text]));
  const confirmed = document.filter(({ state }) => state === 'confirmed').length;
  const doubt = confirmed === document.length ? '' : ` (${confirmed} confirmed)`;
  const about = deployment.length === 0 ? 'none' : `${deployment.length}`;
  return [
    judged ? `${about} about the deployment${weights.length > 0 ? ` (${weights.join(', ')})` : ''}` : NOT_JUDGED,
    `${document.length || 'none'} about the document${doubt}`,
  ].join(', ');
}

const NOT_JUDGED = 'the deployment was not judged';

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function outcome({ state, totals: { scenarios }, problems, omissions }: Runbook): string {
  const all = Object.values(scenarios).reduce((sum, count) => sum + count, 0);
  const left =
    omissions.length === 0 ? '' : ` ${omissions.length} could not be carried through here; the reasons are given.`;
  if (problems.length > 0) {
    const did = problems.length === 1 ? 'problem was' : 'problems were';
    return `${problems.length} ${did} found in ${counted(all, 'scenario')}. Do not follow the marked steps before that is resolved.${left}`;
  }
  if (state === 'verified' && scenarios.passed === all) {
    return `Every step was executed and did what it says: ${counted(all, 'scenario')}, all passed.`;
  }
  if (scenarios.passed === 0) return `Nothing was carried through.${left}`;
  return `Nothing failed: ${scenarios.passed} of ${counted(all, 'scenario')} passed.${left}`;
}
