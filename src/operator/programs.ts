import type { Deployment } from '../deployment/deployment';
import { deploymentWizard } from '../edge/deployment-wizard';
import { managementConsole } from '../windows/management-console';
import type { Program } from '../windows/program';

/** The programs that can be started by name. */
export const PROGRAMS = {
  MMC: managementConsole<Deployment>(),
  'Deployment Wizard': deploymentWizard<Deployment>(),
} satisfies Record<string, Program<Deployment>>;
