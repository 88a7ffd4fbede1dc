import { namedMemo } from '../memo';
import { booleanTrue, encodedStructure, octetStringOf, oid, type Structure, sequence, toDer } from './der/write-der';

/** One `Extension`. */
export function extension(id: string, value: Structure, critical = false): Structure {
  const wrapped = octetStringOf(value);
  return critical ? sequence(oid(id), booleanTrue(), wrapped) : sequence(oid(id), wrapped);
}

/** Keeps the encoding of extensions that an authority repeats in its certificates: usages, template, key, addresses. */
export function once<Values extends string[]>(
  write: (...values: Values) => Structure,
): (...values: Values) => Structure {
  const structures = namedMemo<Structure>();
  return (...values) => structures(values.join('\n'), () => encodedStructure(toDer(write(...values))));
}
