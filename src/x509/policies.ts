import { OID } from './der/object-identifiers';
import { contextTag, type Element, readElement, sequenceOf } from './der/read-der';
import { readNumber, readOctets, readOid } from './der/read-values';

/** The certificate policies of a certificate and their rules (RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14). */
export interface PolicyExtensions {
  /** object identifiers */
  readonly policies?: readonly string[];
  readonly mappings?: readonly PolicyMapping[];
  /** numbers of certificates below this one after which the rule applies */
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
  readonly inhibitAnyPolicy?: number;
}

/** A policy of the issuer that is equal to one of the subject. */
export interface PolicyMapping {
  readonly issuer: string;
  readonly subject: string;
}

/** Readers by the object identifiers of the extensions. */
export const POLICY_READERS: Readonly<Record<string, (value: Element) => PolicyExtensions>> = {
  [OID.certificatePolicies]: (value) => ({
    policies: Object.freeze(sequenceOf(value).map((policy) => readOid(sequenceOf(policy)[0]))),
  }),
  [OID.policyMappings]: (value) => ({ mappings: Object.freeze(sequenceOf(value).map(readMapping)) }),
  [OID.policyConstraints]: (value) => {
    const parts = sequenceOf(value);
    const [explicit, mapping] = [0, 1].map((number) => parts.find(({ tag }) => tag === contextTag(number)));
    return {
      ...(explicit ? { requireExplicitPolicy: skipCount(explicit) } : {}),
      ...(mapping ? { inhibitPolicyMapping: skipCount(mapping) } : {}),
    };
  },
  [OID.inhibitAnyPolicy]: (value) => ({ inhibitAnyPolicy: readNumber(value) }),
};

function readMapping(mapping: Element): PolicyMapping {
  const [issuer, subject] = sequenceOf(mapping);
  return Object.freeze({ issuer: readOid(issuer), subject: readOid(subject) });
}

/** SkipCerts with an implicit tag. */
function skipCount(element: Element): number {
  const bytes = readOctets(element);
  return readNumber(readElement(Uint8Array.of(0x02, bytes.length, ...bytes)));
}
