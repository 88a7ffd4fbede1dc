import type { KeyBits } from '../../../determinism';
import type { UseName } from '../certificate-use';

/** The parameters of `Request-CsCertificate -New` with `-Output`, an offline request. */
export interface RequestParameters {
  readonly use: UseName;
  readonly computerFqdn: string;
  readonly output: string;
  readonly friendlyName: string;
  readonly keySize: KeyBits;
  readonly exportable: boolean;
  readonly organization: string;
  readonly unit: string;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly domainNames: readonly string[];
  /** the name of the alternate template, which is part of the request */
  readonly template?: string;
}

/** The parameters of `Import-CsCertificate`. */
export interface ImportParameters {
  readonly path: string;
  /** undefined: the file contains no private key, according to the operator */
  readonly password: string | undefined;
  readonly exportable: boolean;
}

/** The parameters of `Set-CsCertificate`. */
export interface AssignParameters {
  readonly use: UseName;
  readonly thumbprint: string;
}
