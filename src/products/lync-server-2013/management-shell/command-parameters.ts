import type { KeyBits } from '../../../determinism';
import type { UseName } from '../certificate-use';

/** What every cmdlet of the certificates takes. */
export interface CommonAnswers {
  /** the path of the report that is written */
  readonly report?: string;
}

/** The parameters of `Request-CsCertificate -New` with `-Output`, an offline request. */
export interface RequestParameters extends CommonAnswers {
  readonly uses: readonly UseName[];
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
  /** whether the certificate is for clients too: -ClientEKU */
  readonly clientEku?: boolean;
  /** whether every SIP domain gets a name, or only the first one: -AllSipDomain */
  readonly allSipDomains?: boolean;
}

/** The parameters of `Import-CsCertificate`. */
export interface ImportParameters extends CommonAnswers {
  readonly path: string;
  /** undefined: the file contains no private key, according to the operator */
  readonly password: string | undefined;
  readonly exportable: boolean;
}

/** The parameters of `Set-CsCertificate`. */
export interface AssignParameters extends CommonAnswers {
  readonly uses: readonly UseName[];
  readonly thumbprint: string;
  /** -Confirm:$false, with which the wizard runs the cmdlet */
  readonly unconfirmed?: boolean;
}
