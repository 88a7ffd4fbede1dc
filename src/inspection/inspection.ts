import type { FileKind } from './reading/file-content';

/** What an inspection says about a file, as the JSON of `rehearse inspect` has it. Texts are in English. */

/** A certificate in a file. */
export interface InspectedCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** lower-case hex of its bytes, as `openssl x509 -serial` prints it in upper case */
  readonly serialNumber: string;
  /** SHA-1 of the DER, upper-case hex */
  readonly thumbprint: string;
  /** ISO 8601 in UTC */
  readonly notBefore: string;
  readonly notAfter: string;
  /** `RSA`, `EC`, `Ed25519`, `ML-DSA-65`, …; the object identifier of an unknown algorithm */
  readonly keyAlgorithm: string;
  readonly keyBits: number;
  /** as Windows shows it: `sha256RSA`; the object identifier of an unknown algorithm */
  readonly signatureAlgorithm: string;
  readonly subjectAlternativeNames: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly isCa: boolean;
  readonly selfSigned: boolean;
  /** whether the file holds its private key */
  readonly hasPrivateKey: boolean;
}

/** A certificate request in a file. */
export interface InspectedRequest {
  readonly subject: string;
  readonly keyAlgorithm: string;
  readonly keyBits: number;
  readonly signatureAlgorithm: string;
  readonly subjectAlternativeNames: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly keyUsage: readonly string[];
  readonly templateName: string | null;
  /** whether the key in the request signed it */
  readonly signatureValid: boolean;
}

/** A revocation list in a file. */
export interface InspectedList {
  readonly issuer: string;
  readonly number: number;
  readonly thisUpdate: string;
  /** null: it does not end */
  readonly nextUpdate: string | null;
  /** the number of certificates in it */
  readonly revoked: number;
}

/** A finding about the use of the file. */
export interface InspectionFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly server: string | null;
  /** the file, the step of a procedure that refuses it, or the pool that it would break */
  readonly on: string;
  readonly detail: string;
  readonly cause: string | null;
  readonly remedy: string;
  readonly source: string;
}

/** Whether a valid path leads from the certificate of the file to a trusted root. */
export interface InspectedPath {
  readonly ok: boolean;
  readonly code: string | null;
  /** the path as far as it is known, the certificate of the file first */
  readonly subjects: readonly string[];
}

export interface Inspection {
  readonly file: string;
  readonly kind: FileKind;
  /** whether the file could be read and holds what its kind must hold; findings are about its use */
  readonly ok: boolean;
  /** why not; null if it could */
  readonly code: string | null;
  readonly certificates: readonly InspectedCertificate[];
  readonly request: InspectedRequest | null;
  readonly findings: readonly InspectionFinding[];
  /** present if roots, other certificates or revocation lists were given */
  readonly path?: InspectedPath;
  /** for a revocation list */
  readonly crl?: InspectedList;
  /** the time for which dates were judged, ISO 8601 in UTC */
  readonly at: string;
}
