import type { FindingCodeLine } from '../../evidence/finding-records';
import type { SlipOutcome } from '../../evidence/slip-records';
import type { ResultInput } from '../../recording/model/provenance';
import type { Status } from '../../recording/model/status';
import type { SinglePage } from '../outline/page-files';
import type { ACTIONS } from './english/actions';
import type { CHECK_LABELS } from './english/check-labels';
import type { LABELS } from './english/labels';
import type { RECORD_LABELS } from './english/record-labels';
import type { SEARCH_LABELS } from './english/search-labels';
import type { SENTENCES } from './english/sentences';
import type { SLIP_WORDS } from './english/slip-texts';
import type { TERMS } from './english/terms';
import type { PageMark } from './marks';
import type { Message } from './messages';
import type { SiteValueWords } from './site-value-words';

export type PageLabel =
  | keyof typeof LABELS
  | keyof typeof SEARCH_LABELS
  | keyof typeof RECORD_LABELS
  | keyof typeof CHECK_LABELS;

export type SlipText = keyof typeof SLIP_WORDS;

export type SentenceName = keyof typeof SENTENCES;

/** The fields of a decoded certificate or request. */
export type DecodedField =
  | 'subject'
  | 'issuer'
  | 'serialNumber'
  | 'notBefore'
  | 'notAfter'
  | 'thumbprint'
  | 'key'
  | 'signatureAlgorithm'
  | 'subjectAlternativeNames'
  | 'extendedKeyUsage'
  | 'authority'
  | 'template';

/** All texts of the pages in one language, as data. The templates contain no text. */
export interface PageWords {
  /** BCP 47 */
  readonly language: string;
  /** the name of the language in the language itself */
  readonly name: string;
  readonly labels: Readonly<Record<PageLabel, string>>;
  /** the word beside each mark, and its meaning in one sentence */
  readonly states: Readonly<Record<PageMark, string>>;
  readonly meanings: Readonly<Record<PageMark, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly fields: Readonly<Record<DecodedField, string>>;
  /** what a result rests on, where it has changed since */
  readonly movables: Readonly<Record<ResultInput, string>>;
  /** gestures and signs of change, by the word of the record */
  readonly gestures: Readonly<Record<string, string>>;
  /** what the operator does, and sentences of several actions */
  readonly actions: Readonly<Record<keyof typeof ACTIONS, Message>>;
  /** values in commands that the reader has to give */
  readonly placeholders: Readonly<Record<string, string>>;
  readonly signs: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly certainties: Readonly<Record<FindingCodeLine['certainty'], string>>;
  /** the names of the pages in lists of pages */
  readonly pages: Readonly<Record<SinglePage, string>>;
  /** the terms that the glossary explains */
  readonly terms: Readonly<Record<keyof typeof TERMS, GlossaryTerm>>;
  /** the words that replace some of these for scenarios that are no rehearsal */
  readonly neutral: NeutralWords;
  /** about the site-specific values that a reader may replace */
  readonly values: SiteValueWords;
  /** about slips and their repairs */
  readonly slips: Readonly<Record<SlipText, Message>>;
  readonly slipKinds: Readonly<Record<string, string>>;
  readonly slipOutcomes: Readonly<Record<SlipOutcome, string>>;
  /** sentences about a whole page */
  readonly sentences: Readonly<Record<SentenceName, Message>>;
}

/** A term with its meaning in one sentence. */
export interface GlossaryTerm {
  readonly term: string;
  readonly meaning: string;
}

/** Words for scenarios that are no rehearsal: some labels, marks with their meanings, and sentences. */
export interface NeutralWords {
  readonly labels: Readonly<Partial<Record<PageLabel, string>>>;
  readonly states: Readonly<Partial<Record<PageMark, string>>>;
  readonly meanings: Readonly<Partial<Record<PageMark, string>>>;
  readonly sentences: Readonly<Partial<Record<SentenceName, Message>>>;
}
