/** Access to the value of a file that may be wrong anywhere. Missing parts are skipped and never cause an exception. */
import type { Path } from './environment-document';

/** One error in the contents, before its position in the file is known. */
export interface ValueError {
  readonly path: Path;
  readonly accepted: string;
  /** replaces the value at `path` in the message */
  readonly found?: string;
  /** the key is wrong, not its value */
  readonly ofKey?: boolean;
}

export interface Found {
  readonly path: Path;
  readonly value: unknown;
}

/** Every value at `pattern`, such as `sites.*.pools.*.fqdn`, in file order. */
export function valuesAt(root: unknown, pattern: string): Found[] {
  return pattern
    .split('.')
    .reduce<Found[]>((found, step) => found.flatMap((each) => inside(each, step)), [{ path: [], value: root }]);
}

/** Every text at `pattern`. */
export function textsAt(root: unknown, pattern: string): { readonly path: Path; readonly value: string }[] {
  return valuesAt(root, pattern).flatMap(({ path, value }) => (typeof value === 'string' ? [{ path, value }] : []));
}

/** The value at `path`, or undefined. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (hasKey(value, step) ? value[step] : undefined), root);
}

function inside({ path, value }: Found, step: string): Found[] {
  if (step === '*')
    return Array.isArray(value) ? value.map((item, index) => ({ path: [...path, index], value: item })) : [];
  return hasKey(value, step) ? [{ path: [...path, step], value: value[step] }] : [];
}

function hasKey<Key extends string | number>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
