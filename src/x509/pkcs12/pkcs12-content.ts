import type { Certificate } from '../certificate';
import type { KeyPair } from '../keys/key-pair';

/** What a PKCS #12 file holds (RFC 7292 §4.2), in the order of the file. */
export interface Pkcs12Content {
  readonly certificates: readonly Pkcs12Certificate[];
  readonly keys: readonly Pkcs12Key[];
}

export interface Pkcs12Certificate {
  readonly certificate: Certificate;
  readonly friendlyName?: string;
  /** lower-case hex; the same for a key and its certificate (PKCS #9) */
  readonly localKeyId?: string;
}

export interface Pkcs12Key {
  readonly keyPair: KeyPair;
  readonly friendlyName?: string;
  readonly localKeyId?: string;
  /** the provider that Windows is to keep the key in (1.3.6.1.4.1.311.17.1) */
  readonly provider?: string;
}
