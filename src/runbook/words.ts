import type { DecodedField } from './evidence-view';
import type { Runbook } from './runbook';
import type { State } from './state';
import type { Status } from './status';
import type { SentenceState } from './trace';

/** Everything that the page says in one language; the templates hold none of it. */
export interface Words {
  readonly language: string;
  readonly labels: Readonly<Record<Label, string>>;
  readonly states: Readonly<Record<State | SentenceState, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly fields: Readonly<Record<DecodedField, string>>;
  /** how a gesture is marked in a picture, and what a change is called; by the record's own word */
  readonly gestures: Readonly<Record<string, string>>;
  readonly signs: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  title(runbook: Runbook): string;
  outcome(runbook: Runbook): string;
}

export type Label = keyof typeof LABELS;

const LABELS = {
  skip: 'Skip to the content',
  contents: 'Contents',
  problems: 'What did not pass',
  omissions: 'Not carried through here',
  assumptions: 'Assumptions',
  assumptionsAbout: 'Where no source tells how the product behaves, the simulation assumed the following.',
  assumed: 'assumed',
  procedures: 'Procedures',
  coverage: 'Sentences of the source document',
  files: 'Files produced',
  status: 'Status',
  executed: 'Executed',
  environment: 'Environment',
  versions: 'Versions',
  scenarios: 'Scenarios',
  steps: 'Steps',
  sentences: 'Source sentences',
  unselected: 'not selected for this run',
  before: 'Before you begin',
  prepared: 'What this holds at the start',
  roles: 'Accounts used',
  glance: 'Steps at a glance',
  number: 'No.',
  step: 'Step',
  check: 'Check',
  where: 'Where',
  on: 'on',
  as: 'as',
  failures: 'If this happens',
  rulesHere: 'What else holds here',
  rules: 'Rules and failure cases',
  examples: 'Scenarios',
  elsewhere: 'Shown beside their steps',
  source: 'Source',
  documentDefect: 'The document is wrong or incomplete here',
  notApplicable: 'Not applicable on this environment',
  message: 'What happened',
  undefinedStep: 'No step definition matches this step.',
  values: 'Values given',
  window: 'Picture of the window',
  others: 'The same with other values',
  selected: 'selected',
  unselectedControl: 'not selected',
  empty: 'empty',
  unavailable: 'not available',
  outside: 'Not in the picture',
  changed: 'What it changed',
  what: 'What',
  change: 'Change',
  detail: 'Detail',
  equivalent: 'Equivalent command',
  typed: 'Typed command',
  output: 'Output',
  copy: 'Copy',
  copied: 'Copied',
  certificate: 'Certificate',
  request: 'Certificate request',
  sameAs: 'decoded where it first appears',
  encoded: 'PEM text',
  download: 'Download',
  written: 'File written',
  disposition: 'Answer of the authority',
  authority: 'Authority',
  requestId: 'Request ID',
  answer: 'Answer',
  refusal: 'Refused',
  remedy: 'What to do',
  attachment: 'Attachment',
  elsewhereStored: 'Stored outside this page:',
  example: 'Example',
  evidence: 'What it left behind',
  sentence: 'Sentence',
  state: 'State',
  by: 'Executed by',
  orphans: 'Source ids that lead nowhere',
  problem: 'Problem',
  file: 'File',
  contains: 'Contains',
  bytes: 'bytes',
  tooLarge: 'kept beside the runbook',
  madeBy:
    'Made from the messages of one run and nothing else. A picture shows what the simulation offered, not a photograph of the product.',
} as const;

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
  title: ({ environment }) => (environment === '' ? 'Runbook' : `Certificate runbook: ${environment}`),
  outcome,
};

function counted(amount: number, thing: string): string {
  return `${amount} ${thing}${amount === 1 ? '' : 's'}`;
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
