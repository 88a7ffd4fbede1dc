import { consoleOn } from '../../../src/operator/console';
import { typeCommand } from '../../../src/operator/prompt';
import type { RehearsalWorld } from '../world';

/**
 * Types a command on a separate console on each server, so that the page of a procedure says how a check is made and what
 * the command prints. Other scenarios do not need it.
 */
export function askOn(world: RehearsalWorld, servers: readonly string[], command: string): void {
  if (!world.isWalk) return;
  for (const on of servers) {
    const asked = world.at(on, (console) => typeCommand(console, command))(consoleOn(world.deployment));
    world.asked.push(...asked.typed);
  }
}
