import type { ExportChoices } from '../../../src/operator/tasks/certificate-export';

/** The meanings of some phrases of the features. */

/** The account that a role uses on a server; null if the environment has none. */
export type Role = (on: string) => string | null;

export type ExportPhrase = ExportChoices;

/** The content of a file, and its recipient. */
export interface FileContent {
  readonly kind: 'request' | 'certificate' | 'certificate with path' | 'authority path' | 'private key';
  readonly name: string;
}
