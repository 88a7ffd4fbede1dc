import type { RehearsalWorld } from './world';

/** The machines that a step concerns: those that its sentence names, recorded before the step runs. */
const named = new WeakMap<RehearsalWorld, readonly string[]>();

/** Records the machines that the sentence of the current step names, and returns them. */
export function naming(world: RehearsalWorld, machines: readonly string[]): readonly string[] {
  named.set(world, [...new Set([...(named.get(world) ?? []), ...machines])]);
  return machines;
}

/** The machines of the step that ends: those that it names, possibly none, or else the machine of the current logon. */
export function machinesOf(world: RehearsalWorld): readonly string[] {
  const { logon } = world.console;
  const machines = named.get(world) ?? (logon ? [logon.on] : []);
  named.delete(world);
  return machines;
}
