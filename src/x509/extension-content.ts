import type { DistinguishedName } from './names/distinguished-name';

/** The extensions of certificates and requests (RFC 5280 §4.2). Extensions without content are omitted. */
export interface ExtensionContent {
  readonly subject: DistinguishedName;
  readonly isCa: boolean;
  readonly pathLength?: number;
  readonly keyUsage: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly subjectAlternativeNames: readonly string[];
  readonly crlDistributionPoints: readonly string[];
  readonly authorityInformationAccess: readonly string[];
  readonly templateName?: string;
  /** the version of a template that is named by its object identifier ([MS-WCCE] §2.2.2.7.7.2) */
  readonly templateVersion?: TemplateVersion;
  /** key purposes, repeated as application policies by templates of version 2 and later ([MS-CRTD] §2.21) */
  readonly applicationPolicies?: readonly string[];
  readonly caVersion?: CaVersion;
  /** thumbprint of the certificate that a renewed authority had before, hex (szOID_CERTSRV_PREVIOUS_CERT_HASH) */
  readonly previousCaHash?: string;
  /** object identifiers of the extensions that the request contains, in its order; they keep their place in front */
  readonly requestedExtensions?: readonly string[];
}

export interface TemplateVersion {
  readonly major: number;
  readonly minor: number;
}

/** Which certificate and which key of an authority this is, counted from 0 (szOID_CERTSRV_CA_VERSION). */
export interface CaVersion {
  readonly certificateIndex: number;
  readonly keyIndex: number;
}

/** The key identifiers of subject and issuer, lower-case hex (RFC 5280 §4.2.1.1, §4.2.1.2). */
export interface KeyIds {
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: string;
}
