import type { CertificateRequest } from './certificate-request';
import { OID } from './der/object-identifiers';
import { contextTag, type Element, elementsOf, Fields, sequenceOf, TAG } from './der/read-der';
import { readOctets, readOid } from './der/read-values';
import { readSigned } from './signed-structure';

/** The sizes of the parts of a request that an authority stores separately, in bytes. */
export interface RequestSizes {
  readonly subject: number;
  /** of the value of each requested extension (RFC 2985 §5.4.2) */
  readonly extensions: readonly number[];
}

/** Measures the encoded parts of a request. */
export function sizesOf({ der }: CertificateRequest): RequestSizes {
  const fields = new Fields(readSigned(der).toBeSigned);
  fields.take(TAG.integer);
  const subject = fields.take(TAG.sequence).der.length;
  fields.take(TAG.sequence);
  const attributes = fields.optional(contextTag(0));
  return { subject, extensions: attributes ? elementsOf(attributes).flatMap(extensionSizes) : [] };
}

function extensionSizes(attribute: Element): readonly number[] {
  const [type, values] = sequenceOf(attribute);
  const requests: readonly string[] = [OID.extensionRequest, OID.microsoftExtensionRequest];
  const wanted = values && requests.includes(readOid(type)) ? elementsOf(values)[0] : undefined;
  return wanted ? sequenceOf(wanted).map((one) => readOctets(sequenceOf(one).at(-1)).length) : [];
}
