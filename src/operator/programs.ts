import { managementConsole } from '../windows/management-console';
import type { Program } from '../windows/program';
import { sameLabel } from '../windows/window';
import type { Deployment } from '../world/deployment';
import type { InstalledProgram } from '../world/product';
import { operatorFact } from './operator-facts';

const MANAGEMENT_CONSOLE: InstalledProgram<Deployment> = {
  program: managementConsole<Deployment>(),
  isInstalledOn: () => true,
  where: operatorFact('place.every-server'),
};

/** The programs that can be started by name in a deployment, those of Windows first. */
export function programsIn({ product }: Deployment): readonly InstalledProgram<Deployment>[] {
  return [MANAGEMENT_CONSOLE, ...product.programs];
}

/** The program with this name, or undefined. */
export function programNamed(deployment: Deployment, name: string): InstalledProgram<Deployment> | undefined {
  return programsIn(deployment).find(({ program }) => sameLabel(program.name, name));
}

/** The program of a session. An unknown name is a bug. */
export function programOf(deployment: Deployment, name: string): Program<Deployment> {
  const found = programNamed(deployment, name);
  if (!found) throw new Error(`no program "${name}"`);
  return found.program;
}
