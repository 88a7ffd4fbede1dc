import type { Period } from './period';

/**
 * The rules that public authorities follow, as data. Each row replaces the rules before it that it names, for
 * certificates issued from its day on.
 */
export interface PolicyRow {
  /** the first day, in UTC */
  readonly from: string;
  /** the longest lifetime of a certificate */
  readonly longest?: Period;
  /** the least number of bits of an RSA key */
  readonly leastKeySize?: number;
  /** the end of certificates with internal names or reserved addresses; afterwards they are refused */
  readonly internalNamesEnd?: string;
  /** whether a certificate needs alternative names, among them its common name */
  readonly alternativeNamesDemanded?: true;
  /** the only extended key usages that remain */
  readonly usages?: readonly string[];
  /** attributes of the subject that are left out */
  readonly dropped?: readonly string[];
  readonly source: string;
}

const BASELINE: readonly PolicyRow[] = [
  {
    from: '2012-07-01',
    longest: { count: 60, unit: 'months' },
    internalNamesEnd: '2015-11-01',
    alternativeNamesDemanded: true,
    source: 'CA/Browser Forum Baseline Requirements 1.0, 9.2.1 and 9.4',
  },
  {
    from: '2013-01-01',
    leastKeySize: 2048,
    source: 'Baseline Requirements 1.0, Appendix A: certificates that end after 2013-12-31',
  },
  {
    from: '2015-04-01',
    longest: { count: 39, unit: 'months' },
    source: 'Baseline Requirements 1.0, 9.4.1',
  },
  {
    from: '2018-03-01',
    longest: { count: 825, unit: 'days' },
    source: 'CA/Browser Forum ballot 193',
  },
  {
    from: '2020-09-01',
    longest: { count: 398, unit: 'days' },
    source: 'Apple and Chrome root programs; CA/Browser Forum ballot SC-031',
  },
  { from: '2022-09-01', dropped: ['OU'], source: 'CA/Browser Forum ballot SC-047' },
  {
    from: '2026-03-15',
    longest: { count: 200, unit: 'days' },
    source: 'CA/Browser Forum ballot SC-081v3',
  },
  {
    from: '2027-03-15',
    longest: { count: 100, unit: 'days' },
    usages: ['serverAuth'],
    source: 'CA/Browser Forum ballot SC-081v3; Chrome Root Program Policy 1.8',
  },
  {
    from: '2029-03-15',
    longest: { count: 47, unit: 'days' },
    source: 'CA/Browser Forum ballot SC-081v3',
  },
];

/** The policies by name. `baseline`: an authority that issues what the Baseline Requirements and root programs allow. */
export const PUBLIC_POLICIES: Readonly<Record<string, readonly PolicyRow[]>> = { baseline: BASELINE };

/** The policy of public authorities that no other is chosen for. */
export const USUAL_POLICY = 'baseline';

/** Top-level labels that no public authority can verify (RFC 6761, RFC 6762 Appendix G, RFC 8375, ICANN on .internal). */
export const INTERNAL_LABELS: readonly string[] = [
  'local',
  'localhost',
  'localdomain',
  'lan',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'arpa',
  'test',
  'example',
  'invalid',
  'onion',
];
