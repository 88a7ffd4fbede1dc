import { nameOf } from '../der/object-identifiers';
import { type Element, elementsOf, expectTag, sequenceOf, TAG } from '../der/read-der';
import { readText } from '../der/read-text';
import { readOid } from '../der/read-values';
import { ia5String, oid, printableString, type Structure, sequence, set, utf8String } from '../der/write-der';
import { ATTRIBUTE_TYPES, type DistinguishedName, type NameAttribute } from './distinguished-name';

/**
 * Encodes a Name (RFC 5280 §4.1.2.4), with each attribute in a separate set. Values use PrintableString if possible and
 * UTF8String otherwise. Domain components and e-mail addresses use IA5String (RFC 5280 Appendix A).
 */
export function nameStructure(name: DistinguishedName): Structure {
  return sequence(
    ...name.map(({ type, value }) => set(sequence(oid(ATTRIBUTE_TYPES[type] ?? type), valueStructure(type, value)))),
  );
}

/** The attributes of a Name in DER order. */
export function readName(element: Element | undefined): DistinguishedName {
  return Object.freeze(
    sequenceOf(element).flatMap((relative) => elementsOf(expectTag(relative, TAG.set)).map(readAttribute)),
  );
}

function readAttribute(element: Element): NameAttribute {
  const [type, value] = sequenceOf(element);
  const dotted = readOid(type);
  return Object.freeze({ type: nameOf(ATTRIBUTE_TYPES, dotted) ?? dotted, value: value ? readText(value) : '' });
}

function valueStructure(type: string, value: string): Structure {
  if (type === 'DC' || type === 'E') return ia5String(value);
  return /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(value) ? printableString(value) : utf8String(value);
}
