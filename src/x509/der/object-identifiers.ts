/** Object identifiers that this room writes or recognizes, under their names in the RFCs and at Microsoft. */
export const OID = {
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsassaPss: '1.2.840.113549.1.1.10',
  mgf1: '1.2.840.113549.1.1.8',
  ecPublicKey: '1.2.840.10045.2.1',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  encryptedData: '1.2.840.113549.1.7.6',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  keyProviderName: '1.3.6.1.4.1.311.17.1',
  localMachineKeySet: '1.3.6.1.4.1.311.17.2',
  extensionRequest: '1.2.840.113549.1.9.14',
  microsoftExtensionRequest: '1.3.6.1.4.1.311.2.1.14',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  secretBag: '1.2.840.113549.1.12.10.1.5',
  /** Microsoft: szOID_PKCS_12_PROTECTED_PASSWORD_SECRET_BAG_TYPE_ID */
  protectedPassword: '1.3.6.1.4.1.311.17.4',
  certBag: '1.2.840.113549.1.12.10.1.3',
  safeContentsBag: '1.2.840.113549.1.12.10.1.6',
  pbeWithSha1And3KeyTripleDes: '1.2.840.113549.1.12.1.3',
  pbeWithSha1And40BitRc2: '1.2.840.113549.1.12.1.6',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  pbmac1: '1.2.840.113549.1.5.14',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAlternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  deltaCrlIndicator: '2.5.29.27',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  freshestCrl: '2.5.29.46',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
  authorityInformationAccess: '1.3.6.1.5.5.7.1.1',
  ocsp: '1.3.6.1.5.5.7.48.1',
  caIssuers: '1.3.6.1.5.5.7.48.2',
  templateNameV1: '1.3.6.1.4.1.311.20.2',
  templateV2: '1.3.6.1.4.1.311.21.7',
  applicationPolicies: '1.3.6.1.4.1.311.21.10',
  caVersion: '1.3.6.1.4.1.311.21.1',
  previousCaHash: '1.3.6.1.4.1.311.21.2',
  nextCrlPublish: '1.3.6.1.4.1.311.21.4',
  osVersion: '1.3.6.1.4.1.311.13.2.3',
  enrollmentCsp: '1.3.6.1.4.1.311.13.2.2',
  clientInformation: '1.3.6.1.4.1.311.21.20',
  userPrincipalName: '1.3.6.1.4.1.311.20.2.3',
} as const;

/** Key purposes (RFC 5280 §4.2.1.12 and Microsoft's); all others remain in dotted form. */
export const KEY_PURPOSES: Readonly<Record<string, string>> = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  OCSPSigning: '1.3.6.1.5.5.7.3.9',
  anyExtendedKeyUsage: '2.5.29.37.0',
  smartcardLogon: '1.3.6.1.4.1.311.20.2.2',
};

/** Digest algorithms as node:crypto names them. */
export const DIGESTS: Readonly<Record<string, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};

/** The name of the identifier in the table. */
export function nameOf(table: Readonly<Record<string, string>>, oid: string): string | undefined {
  return Object.keys(table).find((name) => table[name] === oid);
}
