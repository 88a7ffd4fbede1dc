/** Values of the registry that Windows and .NET Framework read, by path and name in lower case. */
export type Registry = ReadonlyMap<string, number | string>;

/** A value of the registry: its key below HKEY_LOCAL_MACHINE, and its name. */
export interface RegistryName {
  readonly key: string;
  readonly name: string;
}

interface Registered {
  readonly registry: Registry;
}

/** The value; undefined if it is not set. */
export function registryValue({ registry }: Registered, value: RegistryName): number | string | undefined {
  return registry.get(placeOf(value));
}

/** Sets the value, or deletes it if it is undefined. */
export function withRegistryValue<M extends Registered>(
  machine: M,
  value: RegistryName,
  data: number | string | undefined,
): M {
  const registry = new Map(machine.registry);
  if (data === undefined) registry.delete(placeOf(value));
  else registry.set(placeOf(value), data);
  return { ...machine, registry };
}

/** Whether two names mean the same value. */
export function isSameValue(a: RegistryName, b: RegistryName): boolean {
  return placeOf(a) === placeOf(b);
}

function placeOf({ key, name }: RegistryName): string {
  return `${key}\\${name}`.toLowerCase();
}
