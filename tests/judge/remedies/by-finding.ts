/** Rows whose remedy is that of a finding, which `remedies.test.ts` carries out. */
export const BY_FINDING: Readonly<Record<string, string>> = {
  F05: 'subject-mismatch',
  F06: 'peer-not-trusted/path-of-peer',
  F24: 'unsupported-key-provider',
  F27: 'private-key-deleted',
  F28: 'no-internal-certificate',
  F35: 'signature-needs-update',
  F36: 'unsupported-signature',
  F37: 'revocation-unreachable/address',
  F38: 'wrong-usage/extended-key-usage',
  F38c: 'wrong-usage/authority',
  F39: 'no-revocation-address',
  F41: 'wildcard-name',
  F52: 'no-internal-certificate',
};
