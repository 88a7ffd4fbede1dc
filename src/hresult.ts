/**
 * The HRESULTs that Windows, AD CS and Schannel return, by symbolic name. Numbers and names: "COM Error Codes (Security
 * and Setup)" at learn.microsoft.com, and [MS-ERREF]. The texts are the system messages.
 */
export const HRESULTS = {
  ERROR_FILE_NOT_FOUND: [0x80070002, 'The system cannot find the file specified.'],
  ERROR_PATH_NOT_FOUND: [0x80070003, 'The system cannot find the path specified.'],
  ERROR_ACCESS_DENIED: [0x80070005, 'Access is denied.'],
  ERROR_BAD_NETPATH: [0x80070035, 'The network path was not found.'],
  ERROR_INVALID_DATA: [0x8007000d, 'The data is invalid.'],
  ERROR_INVALID_PASSWORD: [0x80070056, 'The specified network password is not correct.'],
  ERROR_INVALID_NAME: [0x8007007b, 'The filename, directory name, or volume label syntax is incorrect.'],
  RPC_S_SERVER_UNAVAILABLE: [0x800706ba, 'The RPC server is unavailable.'],
  NTE_BAD_SIGNATURE: [0x80090006, 'Invalid Signature.'],
  NTE_BAD_KEY_STATE: [0x8009000b, 'Key not valid for use in specified state.'],
  NTE_BAD_KEYSET: [0x80090016, 'Keyset does not exist'],
  NTE_KEYSET_NOT_DEF: [0x80090019, 'The keyset is not defined.'],
  NTE_FAIL: [0x80090020, 'An internal error occurred.'],
  NTE_BUFFER_TOO_SMALL: [0x80090028, 'The buffer supplied to a function was too small.'],
  SEC_E_UNKNOWN_CREDENTIALS: [0x8009030d, 'The credentials supplied to the package were not recognized.'],
  SEC_E_NO_CREDENTIALS: [0x8009030e, 'No credentials are available in the security package.'],
  SEC_E_CERT_EXPIRED: [0x80090328, 'The received certificate has expired.'],
  SEC_E_ALGORITHM_MISMATCH: [
    0x80090331,
    'The client and server cannot communicate, because they do not possess a common algorithm.',
  ],
  SEC_E_UNTRUSTED_ROOT: [0x80090325, 'The certificate chain was issued by an authority that is not trusted.'],
  SEC_E_WRONG_PRINCIPAL: [0x80090322, 'The target principal name is incorrect.'],
  CRYPT_E_NOT_FOUND: [0x80092004, 'Cannot find object or property.'],
  CRYPT_E_NO_MATCH: [0x80092009, 'Cannot find the requested object.'],
  CRYPT_E_NO_KEY_PROPERTY: [0x8009200b, 'Cannot find the certificate and private key for decryption.'],
  CRYPT_E_REVOKED: [0x80092010, 'The certificate is revoked.'],
  CRYPT_E_REVOCATION_OFFLINE: [
    0x80092013,
    'The revocation function was unable to check revocation because the revocation server was offline.',
  ],
  TRUST_E_CERT_SIGNATURE: [0x80096004, 'The signature of the certificate cannot be verified.'],
  CRYPT_E_ASN1_EOD: [0x80093102, 'ASN1 unexpected end of data.'],
  CRYPT_E_ASN1_BADTAG: [0x8009310b, 'ASN1 bad tag value met.'],
  CERTSRV_E_BAD_REQUESTSUBJECT: [0x80094001, 'The request subject name is invalid or too long.'],
  CERTSRV_E_NO_REQUEST: [0x80094002, 'The request does not exist.'],
  CERTSRV_E_BAD_REQUESTSTATUS: [0x80094003, "The request's current status does not allow this operation."],
  CERTSRV_E_PROPERTY_EMPTY: [0x80094004, 'The requested property value is empty.'],
  CERTSRV_E_ENROLL_DENIED: [
    0x80094011,
    'The permissions on this certification authority do not allow the current user to enroll for certificates.',
  ],
  CERTSRV_E_TEMPLATE_DENIED: [
    0x80094012,
    'The permissions on the certificate template do not allow the current user to enroll for this type of certificate.',
  ],
  CERTSRV_E_ADMIN_DENIED_REQUEST: [0x80094014, 'The request was denied by a certificate manager or CA administrator.'],
  CERTSRV_E_UNSUPPORTED_CERT_TYPE: [0x80094800, 'The requested certificate template is not supported by this CA.'],
  CERTSRV_E_NO_CERT_TYPE: [0x80094801, 'The request contains no certificate template information.'],
  CERTSRV_E_SUBJECT_DNS_REQUIRED: [
    0x8009480f,
    'The Domain Name System (DNS) name is unavailable and cannot be added to the Subject Alternate name.',
  ],
  CERTSRV_E_KEY_LENGTH: [
    0x80094811,
    'The public key does not meet the minimum size required by the specified certificate template.',
  ],
  CERT_E_EXPIRED: [0x800b0101, 'A required certificate is not within its validity period.'],
  CERT_E_UNTRUSTEDROOT: [
    0x800b0109,
    'A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider.',
  ],
  CERT_E_CHAINING: [0x800b010a, 'A certificate chain could not be built to a trusted root authority.'],
  CERT_E_CN_NO_MATCH: [0x800b010f, "The certificate's CN name does not match the passed value."],
  CERT_E_WRONG_USAGE: [0x800b0110, 'The certificate is not valid for the requested usage.'],
  JET_errColumnTooBig: [0xc80005e2, 'The length of the field exceeds the maximum length.'],
} as const satisfies Record<string, readonly [number, string]>;

export type HresultName = keyof typeof HRESULTS;

/** Whether a text is the symbolic name of a known HRESULT. */
export function isHresultName(name: string): name is HresultName {
  return Object.hasOwn(HRESULTS, name);
}

/** `0x80094012` for CERTSRV_E_TEMPLATE_DENIED. */
export function hresultCode(name: HresultName): string {
  return `0x${HRESULTS[name][0].toString(16).padStart(8, '0')}`;
}

/**
 * The system message, the code and the symbolic name: `… 0x80094012 (-2146877422 CERTSRV_E_TEMPLATE_DENIED)`. An error of
 * the database has its own number: `… 0xc80005e2 (ESE: -1506 JET_errColumnTooBig)`.
 */
export function hresultMessage(name: HresultName): string {
  const [code, text] = HRESULTS[name];
  const number = name.startsWith('JET_') ? `ESE: -${code & 0xffff}` : String(code | 0);
  return `${text} ${hresultCode(name)} (${number} ${name})`;
}
