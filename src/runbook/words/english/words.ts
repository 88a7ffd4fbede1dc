import type { FindingCodeLine } from '../../../evidence/finding-records';
import type { ResultInput } from '../../../recording/model/provenance';
import type { Status } from '../../../recording/model/status';
import type { Comparison } from '../../comparison/comparison';
import type { SinglePage } from '../../outline/page-files';
import type { DecodedField } from '../../views/evidence/evidence-view';
import type { Findings } from '../../views/findings/findings';
import type { Procedure, Runbook } from '../../views/runbook';
import { changesInWords } from './comparison-words';
import { found, OUTCOMES, PAGE_NAMES, procedureOutcome, TITLES } from './headings';
import { LABELS } from './labels';
import { type Marked, MEANINGS } from './meanings';
import { counted } from './plural';
import { VALUE_WORDS, type ValueWords } from './value-words';

/** Everything that the pages say in one language; the templates hold none of it. */
export interface Words {
  readonly language: string;
  /** what the language calls itself */
  readonly name: string;
  readonly labels: Readonly<Record<Label, string>>;
  readonly states: Readonly<Record<Marked, string>>;
  /** what each of them says, in a sentence */
  readonly meanings: Readonly<Record<Marked, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly fields: Readonly<Record<DecodedField, string>>;
  /** what has moved since it was executed */
  readonly movables: Readonly<Record<ResultInput, string>>;
  /** how a gesture is marked in a picture, and what a change is called; by the record's own word */
  readonly gestures: Readonly<Record<string, string>>;
  readonly signs: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly certainties: Readonly<Record<FindingCodeLine['certainty'], string>>;
  /** what stands at the head of each page */
  readonly titles: Readonly<Record<SinglePage, (runbook: Runbook) => string>>;
  readonly outcomes: Readonly<Record<SinglePage, (runbook: Runbook) => string>>;
  readonly procedureOutcome: (procedure: Procedure) => string;
  /** what the pages are called in lists of pages */
  readonly pages: Readonly<Record<SinglePage, string>>;
  /** about the reader's own values */
  readonly values: ValueWords;
  /** how many things a group of the index holds */
  readonly amount: (things: number) => string;
  /** how many findings there are, in one line */
  readonly found: (findings: Findings) => string;
  /** what differs between two runs, in one line */
  readonly changed: (comparison: Comparison) => string;
}

export type Label = keyof typeof LABELS;

/** The page in English. */
export const english: Words = {
  language: 'en',
  name: 'English',
  labels: LABELS,
  states: {
    verified: 'Verified',
    refused: 'Fails as documented',
    stale: 'Stale',
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
  meanings: MEANINGS,
  statuses: {
    passed: 'passed',
    failed: 'failed',
    skipped: 'skipped',
    pending: 'pending',
    undefined: 'not defined',
    ambiguous: 'ambiguous',
    'not run': 'not run',
    waived: 'waived',
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
  movables: {
    feature: 'the feature',
    steps: 'the step definitions',
    simulation: 'the simulation',
    environment: 'the environment file',
    sentence: 'the sentence itself',
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
  titles: TITLES,
  outcomes: OUTCOMES,
  procedureOutcome,
  pages: PAGE_NAMES,
  values: VALUE_WORDS,
  amount: (things) => counted(things, 'entry', 'entries'),
  found,
  changed: changesInWords,
};
