import type { Certificate } from '../certificate';
import type { KeyPair } from '../keys/key-pair';

/** The content of a PKCS #12 file (RFC 7292 §4.2), in file order. */
export interface Pkcs12Content {
  readonly certificates: readonly Pkcs12Certificate[];
  readonly keys: readonly Pkcs12Key[];
}

export interface Pkcs12Certificate {
  readonly certificate: Certificate;
  readonly friendlyName?: string;
  /** lower-case hex; equal for a key and its certificate (PKCS #9) */
  readonly localKeyId?: string;
}

export interface Pkcs12Key {
  readonly keyPair: KeyPair;
  /** Windows writes the name of the key container */
  readonly friendlyName?: string;
  readonly localKeyId?: string;
  /** the provider in which Windows stores the key (1.3.6.1.4.1.311.17.1) */
  readonly provider?: string;
  /** the key belongs to the computer and not to a user (1.3.6.1.4.1.311.17.2) */
  readonly machineKeySet?: boolean;
}
