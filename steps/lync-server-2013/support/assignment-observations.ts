import { consoleOn, logOn, run, windowOn } from '../../../src/operator/console';
import { STEP_THREE } from '../../../src/products/lync-server-2013/deployment-wizard';
import type { Logon } from '../../../src/windows/program';
import { controlNamed } from '../../../src/windows/window';
import type { Deployment } from '../../../src/world/deployment';
import type { Pool } from '../../../src/world/topology';
import { commonName } from '../../../src/x509/names/distinguished-name';
import { internalEntries } from '../../support/observations/observations';

/** What the Deployment Wizard shows beside Step 3 when it is opened there: its button, and whether the check mark. */
export function stepThree(deployment: Deployment, logon: Logon): { button: string; checkMark: boolean } {
  const window = windowOn(run(logOn(consoleOn(deployment), logon), 'Deployment Wizard'));
  const button = window.controls.find((control) => control.kind === 'button')?.label ?? '';
  return { button, checkMark: controlNamed(window, STEP_THREE)?.value === 'green check mark' };
}

/** Who issued the internal certificates of a pool, each issuer once. */
export function issuersOfInternal(deployment: Deployment, pool: Pool): readonly string[] {
  const entries = pool.servers.flatMap((server) => internalEntries(deployment, server, pool));
  return [...new Set(entries.map(({ certificate }) => commonName(certificate.issuer) ?? ''))];
}
