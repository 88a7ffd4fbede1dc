import type { Value } from '../fact';
import type { NamedEnvironment } from '../world/environment-file/environment-names';
import type { ActionsRecord } from './action-records';
import type { RefusalRecord, TextsRecord } from './fact-records';
import type { FindingCodesRecord, FindingsRecord } from './finding-records';
import type { Fingerprints } from './fingerprints';
import type { MachinesRecord, TopologyLine } from './machine-records';
import type { NotApplicableRecord, WaivedRecord } from './omission-records';
import type { OfWebPage } from './page-pictures';

/**
 * The evidence of a step for the reader: plain records with one media type each, which are attachments in Cucumber's
 * message stream. The runbook uses nothing else from the simulation. No record contains a private key, a password or
 * the bytes of a PKCS #12 file.
 */

/** One control of a window when the operator used or left it. */
export interface ControlPicture {
  readonly kind: 'button' | 'radio' | 'checkbox' | 'field' | 'list' | 'tree' | 'link' | 'text';
  /** the label that the product shows */
  readonly label: string;
  /**
   * the content of a field or text, the selected item of a list or tree, or whether a radio button or check box is on;
   * absent for buttons
   */
  readonly value?: string | boolean;
  /** the items of a list or tree */
  readonly options?: readonly string[];
  /** false: greyed out */
  readonly available: boolean;
}

/** One gesture of the operator on a control. Typed passwords are masked. */
export interface ControlUse {
  readonly control: string;
  readonly gesture: 'press' | 'choose' | 'tick' | 'untick' | 'type' | 'select';
  readonly value?: string;
}

/** One page of a window, with the gestures on it, in order. */
export interface WindowShot extends OfWebPage {
  readonly title: string;
  readonly page: string;
  readonly controls: readonly ControlPicture[];
  readonly used: readonly ControlUse[];
}

/** The windows of the step, in order, on one machine under one account. */
export interface WindowRecord {
  readonly kind: 'window';
  readonly on: string;
  readonly account: string;
  readonly shots: readonly WindowShot[];
}

/** One difference on one machine or authority between before and after the step. */
export interface Change {
  readonly sign: 'added' | 'removed' | 'changed';
  /** the kind of the changed thing */
  readonly what: 'file' | 'certificate' | 'private-key' | 'request' | 'assignment' | 'wizard' | 'authority' | 'machine';
  /** its location: a path, a store ("Trusted Root Certification Authorities"), a certificate use, a request database */
  readonly where: Value;
  /** what it is, as a reader can check on the screen */
  readonly detail: Value;
}

/** The changes of the step on one machine or authority. */
export interface ChangeRecord {
  readonly kind: 'change';
  readonly on: string;
  readonly changes: readonly Change[];
}

/** A certificate that the step created or transported. Dates are ISO 8601, UTC. */
export interface CertificateRecord {
  readonly kind: 'certificate';
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly thumbprint: string;
  readonly keyAlgorithm: string;
  readonly keyBits: number;
  readonly signatureAlgorithm: string;
  readonly subjectAlternativeNames: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly isCa: boolean;
  readonly template?: string;
  readonly pem: string;
}

/** A PKCS #10 request that the step created. */
export interface RequestRecord {
  readonly kind: 'request';
  readonly subject: string;
  readonly keyAlgorithm: string;
  readonly keyBits: number;
  readonly signatureAlgorithm: string;
  readonly subjectAlternativeNames: readonly string[];
  readonly pem: string;
}

/** A file that the step wrote and that may be published. It never contains a private key. */
export interface FileRecord {
  readonly kind: 'file';
  readonly on: string;
  readonly path: string;
  readonly contains: 'certificate' | 'request' | 'pkcs7' | 'text';
  readonly sha256: string;
  readonly base64: string;
}

/** The answer of a certification authority to a request. */
export interface DispositionRecord {
  readonly kind: 'disposition';
  readonly authority: string;
  readonly requestId: number;
  readonly disposition: 'issued' | 'denied' | 'under submission' | 'revoked';
  readonly hresult?: string;
  /** what the authority says of a denied request, word for word */
  readonly message?: string;
}

/** The command that corresponds to the clicks, or the typed command. */
export interface CommandRecord {
  readonly kind: 'command';
  /** `Command Prompt`, or the name of a shell of the product */
  readonly shell: string;
  readonly on: string;
  readonly text: string;
  /** true if the operator typed it, false if it corresponds to clicks */
  readonly typed: boolean;
  readonly output?: string;
}

/** The values that the step names in braces; the last executed step also has those of the steps after it. */
export interface ValuesRecord {
  readonly kind: 'values';
  readonly values: Readonly<Record<string, string>>;
}

/** Facts about the whole run; at least one per run. */
export interface RunRecord {
  readonly kind: 'run';
  /** ISO 8601, UTC; honours SOURCE_DATE_EPOCH */
  readonly startedAt: string;
  readonly environment: string;
  readonly environmentFile: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly topology?: TopologyLine;
  /** the grounds of the run; absent if another program than `rehearse` ran it */
  readonly grounds?: Fingerprints;
  /** the sentences that procedures of features outside the run cite, by feature; absent if another program ran it */
  readonly otherProcedures?: Readonly<Record<string, readonly string[]>>;
  /** the environment's values by the names that steps write in braces; passwords are masked */
  readonly values?: Readonly<Record<string, string>>;
  /** the environment; absent if another program than `rehearse` ran it */
  readonly described?: NamedEnvironment;
  /** the switches for uncertain behaviour, with their values */
  readonly assumptions: readonly { readonly name: string; readonly value: string; readonly about: string }[];
}

export type EvidenceRecord =
  | ActionsRecord
  | WindowRecord
  | ChangeRecord
  | CertificateRecord
  | RequestRecord
  | FileRecord
  | DispositionRecord
  | CommandRecord
  | RefusalRecord
  | NotApplicableRecord
  | WaivedRecord
  | ValuesRecord
  | MachinesRecord
  | RunRecord
  | TextsRecord
  | FindingsRecord
  | FindingCodesRecord;

const PREFIX = 'application/vnd.certificate-rehearsal.';
const SUFFIX = '+json';

/** The media type of records of this kind. */
export function mediaTypeOf(kind: EvidenceRecord['kind']): string {
  return `${PREFIX}${kind}${SUFFIX}`;
}

/** The record in an attachment, or undefined if the attachment is not a record. */
export function recordIn(attachment: {
  readonly mediaType: string;
  readonly body: string;
}): EvidenceRecord | undefined {
  if (!attachment.mediaType.startsWith(PREFIX)) return undefined;
  return JSON.parse(attachment.body) as EvidenceRecord;
}
