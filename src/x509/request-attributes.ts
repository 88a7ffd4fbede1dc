import { OID } from './der/object-identifiers';
import {
  bitString,
  bmpString,
  ia5String,
  integer,
  oid,
  type Structure,
  sequence,
  set,
  utf8String,
} from './der/write-der';

/** The attributes that Windows adds to the requests that it makes ([MS-WCCE] §2.2.2.7). */
export interface RequestClient {
  /** version of the operating system, for example 6.3.9600.2 */
  readonly osVersion: string;
  /** FQDN */
  readonly machine: string;
  /** DOMAIN\\user */
  readonly user: string;
  /** the program that asks for the request */
  readonly process: string;
  /** the provider of the key */
  readonly provider: string;
}

/** RequestClientInfoClientId: ClientIdDefaultRequest, a program that calls the enrollment interfaces of Windows. */
const DEFAULT_REQUEST = 5;
/** AT_KEYEXCHANGE */
const KEY_EXCHANGE = 1;

/** OS version (§2.2.2.7.1), client information (§2.2.2.7.4) and enrollment CSP (§2.2.2.7.2). */
export function clientAttributes(client: RequestClient): readonly Structure[] {
  const { osVersion, machine, user, process, provider } = client;
  const information = sequence(integer(DEFAULT_REQUEST), ...[machine, user, process].map(utf8String));
  return [
    attribute(OID.osVersion, ia5String(osVersion)),
    attribute(OID.clientInformation, information),
    attribute(OID.enrollmentCsp, sequence(integer(KEY_EXCHANGE), bmpString(provider), bitString(new Uint8Array()))),
  ];
}

/** One `Attribute` with one value (RFC 2986 §4.1). */
export function attribute(type: string, value: Structure): Structure {
  return sequence(oid(type), set(value));
}
