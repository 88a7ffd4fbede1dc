import { consoleOn, logOn, run, windowOn } from '../../../src/operator/console';
import { internalEntries } from '../../../src/products/lync-server-2013/assignment';
import { STEP_THREE } from '../../../src/products/lync-server-2013/wizards/deployment-wizard';
import type { Logon } from '../../../src/windows/program';
import { controlNamed } from '../../../src/windows/window';
import type { Deployment } from '../../../src/world/deployment';
import type { Pool } from '../../../src/world/topology';
import { commonName } from '../../../src/x509/names/distinguished-name';

/** The display of the Deployment Wizard for Step 3 when it is opened on the server: its button and the check mark. */
export function stepThree(deployment: Deployment, logon: Logon): { button: string; checkMark: boolean } {
  const window = windowOn(run(logOn(consoleOn(deployment), logon), 'Deployment Wizard'));
  const button = window.controls.find((control) => control.kind === 'button')?.label ?? '';
  return { button, checkMark: controlNamed(window, STEP_THREE)?.value === 'green check mark' };
}

/** The issuers of a pool's internal certificates, without duplicates. */
export function issuersOfInternal(deployment: Deployment, pool: Pool): readonly string[] {
  const entries = pool.servers.flatMap((server) => internalEntries(deployment, server, pool));
  return [...new Set(entries.map(({ certificate }) => commonName(certificate.issuer) ?? ''))];
}
