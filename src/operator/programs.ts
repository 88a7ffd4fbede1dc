import { deploymentWizard } from '../products/lync-server-2013/deployment-wizard';
import { managementConsole } from '../windows/management-console';
import type { Program } from '../windows/program';
import type { Deployment } from '../world/deployment';

/** The programs that can be started by name. */
export const PROGRAMS = {
  MMC: managementConsole<Deployment>(),
  'Deployment Wizard': deploymentWizard<Deployment>(),
} satisfies Record<string, Program<Deployment>>;
