import type { Value } from '../fact';
import type { NamedEnvironment } from '../world/environment-names';
import type { RefusalRecord, TextsRecord } from './fact-records';
import type { FindingCodesRecord, FindingsRecord } from './finding-records';
import type { Fingerprints } from './fingerprints';
import type { MachinesRecord, TopologyLine } from './machine-records';
import type { NotApplicableRecord, WaivedRecord } from './omission-records';

/**
 * What a step leaves behind for the reader: plain records, one media type each, that travel as attachments in
 * Cucumber's message stream. The runbook is made of these and of nothing else from the simulation. No record ever
 * holds a private key, a password or the bytes of a PKCS #12 file.
 */

/** One control of a window as it stood when the operator used or left it. */
export interface ControlPicture {
  readonly kind: 'button' | 'radio' | 'checkbox' | 'field' | 'list' | 'tree' | 'link' | 'text';
  /** the label that the product shows */
  readonly label: string;
  /** a field's or text's content, a list's or tree's selected item, whether a radio or check box is on; absent for buttons */
  readonly value?: string | boolean;
  /** the items of a list or tree */
  readonly options?: readonly string[];
  /** false: greyed out */
  readonly available: boolean;
}

/** One thing the operator did to a control. Typed passwords appear as bullets. */
export interface ControlUse {
  readonly control: string;
  readonly gesture: 'press' | 'choose' | 'tick' | 'untick' | 'type' | 'select';
  readonly value?: string;
}

/** One page of a window, with what was used on it, in order. */
export interface WindowShot {
  readonly title: string;
  readonly page: string;
  readonly controls: readonly ControlPicture[];
  readonly used: readonly ControlUse[];
}

/** The windows that the step went through, in order, on one machine under one account. */
export interface WindowRecord {
  readonly kind: 'window';
  readonly on: string;
  readonly account: string;
  readonly shots: readonly WindowShot[];
}

/** One difference that the step made to one machine or authority. */
export interface Change {
  readonly sign: 'added' | 'removed' | 'changed';
  /** what kind of thing */
  readonly what: 'file' | 'certificate' | 'private-key' | 'request' | 'assignment' | 'wizard' | 'authority' | 'machine';
  /** where it is: a path, a store ("Trusted Root Certification Authorities"), a certificate use, a request database */
  readonly where: Value;
  /** what it is, as a reader can check on the screen */
  readonly detail: Value;
}

/** What the step changed on one machine or authority. */
export interface ChangeRecord {
  readonly kind: 'change';
  readonly on: string;
  readonly changes: readonly Change[];
}

/** A certificate that the step made or brought to a place. Dates are ISO 8601, UTC. */
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

/** A PKCS #10 request that the step made. */
export interface RequestRecord {
  readonly kind: 'request';
  readonly subject: string;
  readonly keyAlgorithm: string;
  readonly keyBits: number;
  readonly signatureAlgorithm: string;
  readonly subjectAlternativeNames: readonly string[];
  readonly pem: string;
}

/** A file that the step wrote and that may be published: never one that holds a private key. */
export interface FileRecord {
  readonly kind: 'file';
  readonly on: string;
  readonly path: string;
  readonly contains: 'certificate' | 'request' | 'pkcs7' | 'text';
  readonly sha256: string;
  readonly base64: string;
}

/** What a certification authority answered to a request. */
export interface DispositionRecord {
  readonly kind: 'disposition';
  readonly authority: string;
  readonly requestId: number;
  readonly disposition: 'issued' | 'denied' | 'under submission' | 'revoked';
  readonly hresult?: string;
  /** what the authority says of a denied request, word for word */
  readonly message?: string;
}

/** The command that does the same as what was clicked, or the command that was typed. */
export interface CommandRecord {
  readonly kind: 'command';
  /** `Command Prompt`, or the name of a shell of the product */
  readonly shell: string;
  readonly on: string;
  readonly text: string;
  /** true when the operator typed it, false when it is the equivalent of what was clicked */
  readonly typed: boolean;
  readonly output?: string;
}

/** The values that the step names in braces, `{chain file}`; of the last one carried out, those of all behind it too. */
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
  /** what the run rested on; absent where it was not `rehearse` that ran */
  readonly grounds?: Fingerprints;
  /** the environment's values by the names that steps write in braces; a password as bullets */
  readonly values?: Readonly<Record<string, string>>;
  /** the environment itself; absent where it was not `rehearse` that ran */
  readonly described?: NamedEnvironment;
  /** the reader's uncertain-behaviour switches and the value each had */
  readonly assumptions: readonly { readonly name: string; readonly value: string; readonly about: string }[];
}

export type EvidenceRecord =
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

/** The media type under which a record of that kind travels. */
export function mediaTypeOf(kind: EvidenceRecord['kind']): string {
  return `${PREFIX}${kind}${SUFFIX}`;
}

/** The record in an attachment, or undefined when the attachment is not one of ours. */
export function recordIn(attachment: {
  readonly mediaType: string;
  readonly body: string;
}): EvidenceRecord | undefined {
  if (!attachment.mediaType.startsWith(PREFIX)) return undefined;
  return JSON.parse(attachment.body) as EvidenceRecord;
}
