import type { ExportChoices } from '../../../src/operator/tasks/certificate-export';

/** What some phrases of the features mean. */

/** The account that a role uses on a server. */
export type Role = (on: string) => string;

export type ExportPhrase = ExportChoices;

/** What a file holds, and for whom. */
export interface FileContent {
  readonly kind: 'request' | 'certificate' | 'certificate with path' | 'authority path' | 'private key';
  readonly name: string;
}
