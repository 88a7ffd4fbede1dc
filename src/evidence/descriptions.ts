import type { Certificate } from '../x509/certificate';
import type { CertificateRequest } from '../x509/certificate-request';
import type { DistinguishedName } from '../x509/names/distinguished-name';

/** How things are put into words and bytes; handed in, because evidence knows the simulation's types only. */
export interface Descriptions {
  readonly name: (name: DistinguishedName) => string;
  readonly certificatePem: (certificate: Certificate) => string;
  readonly requestPem: (request: CertificateRequest) => string;
  /** what the bytes are, by content */
  readonly contentKind: (bytes: Uint8Array) => string;
  readonly readCertificate: (bytes: Uint8Array) => Certificate;
  readonly readRequest: (bytes: Uint8Array) => CertificateRequest;
  readonly sha256: (bytes: Uint8Array) => string;
  readonly storeTitle: (store: string) => string;
  readonly useTitle: (use: string) => string;
  readonly hresult: (name: string) => string;
}
