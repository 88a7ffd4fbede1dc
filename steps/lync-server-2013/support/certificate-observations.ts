import { type Console, isAt, windowOn } from '../../../src/operator/console';
import { PASSWORD } from '../../../src/operator/named-values';
import { outcomeOn } from '../../../src/operator/outcome';
import { typeCommand } from '../../../src/operator/prompt';
import { internalEntries, notAssignableReason } from '../../../src/products/lync-server-2013/assignment';
import { edge } from '../../../src/products/lync-server-2013/tasks/whole-procedure';
import { lyncServerOf } from '../../../src/products/lync-server-2013/topology';
import type { Refusal } from '../../../src/refusal';
import { machineOf } from '../../../src/windows/machine';
import { controlNamed } from '../../../src/windows/window';
import type { Deployment } from '../../../src/world/deployment';
import type { Pool } from '../../../src/world/topology';
import { commonName } from '../../../src/x509/names/distinguished-name';

/** Whether the open export wizard offers to export the private key: its page is open, and "Yes" is available. */
export function keyExportOffered(console: Console): boolean {
  if (!isAt(console, 'Export Private Key')) return false;
  return controlNamed(windowOn(console), 'Yes, export the private key')?.available === true;
}

/** The reason why the newest certificate for the pool is missing from the list of assignable certificates, or null. */
export function notAssignableReasonOn(deployment: Deployment, on: string, pool: Pool): string | null {
  const entries = machineOf(deployment, on).stores.LocalMachine.My;
  const entry = entries.filter(({ certificate }) => commonName(certificate.subject) === pool.fqdn).at(-1);
  if (!entry) throw new Error(`${on} has no certificate for ${pool.fqdn} in its Personal store`);
  return notAssignableReason(deployment, lyncServerOf(deployment, on), 'Internal', entry);
}

/**
 * The Refusal of the Management Shell to assign the newest certificate for the pool, which the wizard does not list.
 */
export function assignmentRefused(console: Console, on: string, pool: Pool): Refusal {
  const thumbprint = internalEntries(console.deployment, on, pool).at(-1)?.certificate.thumbprint ?? '';
  const command = `Set-CsCertificate -Type Internal -Thumbprint ${thumbprint}`;
  const { refused } = outcomeOn(edge(console, on), (there) => typeCommand(there, command));
  if (!refused) throw new Error(`Set-CsCertificate assigned ${thumbprint} on ${on}`);
  return refused;
}

/** The password that a phrase names; undefined if none is given. */
export function passwordFor(choice: string): string | undefined {
  if (choice === 'without a password') return undefined;
  return choice === 'with its password' ? PASSWORD : `${PASSWORD}x`;
}
