import type { Crl } from '../x509/crl';
import type { TrialSetting } from './trial/trial-world';

/** What an inspection compares a file with. */
export interface InspectionOptions extends TrialSetting {
  /** of a PKCS #12 file; undefined: none was given, which differs from an empty one */
  readonly password?: string;
  readonly crls: readonly Crl[];
  /** a key purpose that the whole path must allow: `serverAuth` */
  readonly purpose?: string;
}
