import type { PageWords } from '../page-words';
import { ACTIONS } from './actions';
import { CHECK_LABELS } from './check-labels';
import { LABELS } from './labels';
import { MEANINGS, STATES } from './marks';
import { NEUTRAL } from './neutral';
import { RECORD_LABELS } from './record-labels';
import { SEARCH_LABELS } from './search-labels';
import { SENTENCES } from './sentences';
import { SITE_VALUE_WORDS } from './site-value-words';
import { SLIP_KIND_WORDS, SLIP_OUTCOME_WORDS, SLIP_WORDS } from './slip-texts';
import { TERMS } from './terms';

/** The words of the pages in English. Other languages are data in `languages/<language>/pages/`. */
export const ENGLISH: PageWords = {
  language: 'en',
  name: 'English',
  labels: { ...LABELS, ...SEARCH_LABELS, ...RECORD_LABELS, ...CHECK_LABELS },
  states: STATES,
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
    plan: 'the sources of the plan',
    steps: 'the step definitions',
    simulation: 'the simulation',
    environment: 'the environment file',
    sentence: 'the sentence itself',
  },
  gestures: { press: 'press', choose: 'choose', tick: 'tick', untick: 'clear', type: 'type', select: 'select' },
  actions: ACTIONS,
  placeholders: { thumbprint: 'thumbprint', password: 'password', requestId: 'request ID' },
  signs: { added: 'Added', removed: 'Removed', changed: 'Changed' },
  problems: {
    'not in the ledger': 'not a sentence of the source',
    'nothing below': 'no step or example follows it',
  },
  certainties: {
    documented: 'Documented: Microsoft or a standard says so',
    reported: 'Reported: administrators have seen it',
    assumed: 'Assumed: no source settles it',
  },
  pages: {
    index: 'Overview',
    do: 'Do',
    troubleshooting: 'Fix',
    review: 'Review',
    findings: 'Findings',
    document: 'Document defects',
    coverage: 'Source coverage',
    files: 'Files',
    about: 'About this run',
    reference: 'Reference',
    codes: 'Codes',
    glossary: 'Glossary',
    search: 'Search',
  },
  terms: TERMS,
  neutral: NEUTRAL,
  values: SITE_VALUE_WORDS,
  slips: SLIP_WORDS,
  slipKinds: SLIP_KIND_WORDS,
  slipOutcomes: SLIP_OUTCOME_WORDS,
  sentences: SENTENCES,
};
