import type { RehearsalWorld } from './world';

/** Which machines a step is about: those that its sentence names, as they are picked out of it before the step runs. */
const named = new WeakMap<RehearsalWorld, readonly string[]>();

/** Remembers that the sentence of the present step names these machines, and gives them back. */
export function naming(world: RehearsalWorld, machines: readonly string[]): readonly string[] {
  named.set(world, [...new Set([...(named.get(world) ?? []), ...machines])]);
  return machines;
}

/** The machines of the step that ends: those it names, none of them where that is none; else where the operator sits. */
export function machinesOf(world: RehearsalWorld): readonly string[] {
  const { logon } = world.console;
  const machines = named.get(world) ?? (logon ? [logon.on] : []);
  named.delete(world);
  return machines;
}
