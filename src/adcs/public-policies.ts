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

const DIGICERT: readonly PolicyRow[] = [
  {
    from: '2020-08-28',
    longest: { count: 397, unit: 'days' },
    source: 'docs.digicert.com, End of 2-Year DV, OV, and EV public SSL/TLS certificates',
  },
  {
    from: '2025-10-01',
    usages: ['serverAuth'],
    source: 'knowledge.digicert.com, ALERT53: unless client authentication is chosen in the order',
  },
  {
    from: '2026-02-24',
    longest: { count: 199, unit: 'days' },
    source: 'docs.digicert.com, End of 397-day public TLS/SSL certificates',
  },
];

const LETS_ENCRYPT: readonly PolicyRow[] = [
  {
    from: '2015-12-03',
    longest: { count: 90, unit: 'days' },
    dropped: ['C', 'S', 'L', 'STREET', 'O', 'OU', 'SERIALNUMBER'],
    source: 'letsencrypt.org, Frequently Asked Questions: domain validation, ninety days',
  },
  {
    from: '2026-02-11',
    usages: ['serverAuth'],
    source: 'letsencrypt.org 2025-05-14, Ending TLS Client Authentication Certificate Support',
  },
  {
    from: '2027-02-10',
    longest: { count: 64, unit: 'days' },
    source: 'letsencrypt.org 2025-12-02, Decreasing Certificate Lifetimes to 45 Days',
  },
  {
    from: '2028-02-16',
    longest: { count: 45, unit: 'days' },
    source: 'letsencrypt.org 2025-12-02, Decreasing Certificate Lifetimes to 45 Days',
  },
];

/**
 * The policies by name, each as tables that apply together. `baseline`: an authority that issues what the Baseline
 * Requirements and root programs allow. `none`: an authority that follows no public policy.
 */
export const PUBLIC_POLICIES: Readonly<Record<string, readonly (readonly PolicyRow[])[]>> = {
  baseline: [BASELINE],
  digicert: [BASELINE, DIGICERT],
  'lets-encrypt': [BASELINE, LETS_ENCRYPT],
  none: [],
};

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
