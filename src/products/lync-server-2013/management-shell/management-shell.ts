import type { Cmdlet } from '../../../operator/powershell/cmdlet';
import { cmdletNamed, runLine } from '../../../operator/powershell/pipeline';
import { WINDOWS_CMDLETS } from '../../../operator/powershell/windows-powershell';
import type { Deployment } from '../../../world/deployment';
import type { Shell } from '../../../world/product';
import { CERTIFICATE_CMDLETS } from './cs-certificate-cmdlets';
import { REPLICATION_CMDLETS } from './cs-replication-cmdlets';
import { REQUEST_CMDLET } from './cs-request-cmdlet';
import { SERVICE_CMDLETS } from './cs-service-cmdlets';

/** The cmdlets of Lync Server that are simulated. */
export const LYNC_CMDLETS: readonly Cmdlet[] = [
  REQUEST_CMDLET,
  ...CERTIFICATE_CMDLETS,
  ...SERVICE_CMDLETS,
  ...REPLICATION_CMDLETS,
];

const ALL = [...LYNC_CMDLETS, ...WINDOWS_CMDLETS];

/**
 * The Lync Server Management Shell of every Lync server: Windows PowerShell with the cmdlets of Lync Server. Refusals:
 * those of a line of Windows PowerShell, and those of the corresponding wizard.
 */
export const MANAGEMENT_SHELL: Shell<Deployment> = {
  name: 'Lync Server Management Shell',
  isInstalledOn: ({ servers }, fqdn) => servers.has(fqdn),
  knows: (command) => cmdletNamed(LYNC_CMDLETS, command) !== undefined,
  run: (deployment, logon, line) => runLine(ALL, deployment, logon, line),
};

/** The name of the shell in the edition of a deployment. */
export function managementShellOf({ product }: Deployment): string {
  return product.shells[0]?.name ?? MANAGEMENT_SHELL.name;
}
