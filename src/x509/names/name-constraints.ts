import { contextTag, type Element, elementsOf, onlyElement, sequenceOf } from '../der/read-der';
import { hexOf, readOctets } from '../der/read-values';
import type { DistinguishedName } from './distinguished-name';
import type { GeneralName } from './general-name';
import { readGeneralName } from './general-names';
import { readName } from './name-encoding';

/** The names that an authority may certify (RFC 5280 §4.2.1.10). */
export interface NameConstraints {
  readonly permitted: readonly Subtree[];
  readonly excluded: readonly Subtree[];
}

/** A part of the names of one kind. */
export interface Subtree {
  readonly kind: GeneralName['kind'];
  /** the base of the subtree; for `ip`, address and mask as hexadecimal digits */
  readonly value: string;
  /** the base of a subtree of directory names */
  readonly directory?: DistinguishedName;
  /** whether it has a minimum or a maximum, which no implementation supports */
  readonly limited: boolean;
}

/** Reads the extension. */
export function readNameConstraints(value: Element): NameConstraints {
  const parts = sequenceOf(value);
  const trees = (number: number): readonly Subtree[] => {
    const part = parts.find(({ tag }) => tag === contextTag(number));
    return Object.freeze(part ? elementsOf(part).map(readSubtree) : []);
  };
  return Object.freeze({ permitted: trees(0), excluded: trees(1) });
}

function readSubtree(element: Element): Subtree {
  const [base, ...bounds] = sequenceOf(element);
  const limited = bounds.some((bound) => bound.tag === contextTag(1) || readOctets(bound).some((byte) => byte !== 0));
  if (base?.tag === contextTag(7)) return Object.freeze({ kind: 'ip', value: hexOf(readOctets(base)), limited });
  const name = readGeneralName(base ?? onlyElement(element));
  if (base?.tag !== contextTag(4)) return Object.freeze({ ...name, limited });
  return Object.freeze({ ...name, directory: readName(onlyElement(base)), limited });
}
