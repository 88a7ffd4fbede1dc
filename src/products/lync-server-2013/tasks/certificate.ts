import type { Console } from '../../../operator/console';
import { move, walk } from '../../../operator/moves';
import { exportedFile } from '../../../operator/named-values';
import type { Pool } from '../../../world/topology';

import { openCertificateWizard } from './request';

/** The certificate on the Edge Servers: import of the response, export with its key, import of that, assignment. */

/** Imports a file with the Certificate Wizard; `password` undefined: the box for a private key stays empty. */
export function importWithWizard(console: Console, path: string, password?: string): Console {
  const page = 'Import Certificate';
  const opened = walk(openCertificateWizard(console), [
    ['Available Certificate Tasks', 'Import a certificate from a .P7b, .pfx or .cer file', 'pressed'],
    [page, 'File name', path],
  ]);
  const secret = "Certificate file contains certificate's private key";
  const told =
    password === undefined
      ? opened
      : walk(opened, [
          [page, secret, 'ticked'],
          [page, 'Password', password],
        ]);
  return walk(told, [
    [page, 'Next', 'pressed'],
    ['Import Certificate Summary', 'Next', 'pressed'],
    ['Executing Commands', 'Finish', 'pressed'],
  ]);
}

/** Imports the exported file on the server where the person sits. */
export function importExported(console: Console, pool: Pool, password: string | undefined): Console {
  return importWithWizard(console, exportedFile(console.deployment, pool), password);
}

/** The Certificate Wizard's page "Certificate Store" for a use: the certificates that it offers to assign. */
export function beginAssignment(console: Console, use: string): Console {
  return walk(openCertificateWizard(console), [
    ['Available Certificate Tasks', 'Assign an existing certificate', 'pressed'],
    ['Certificate Assignment', 'Certificate uses', use],
    ['Certificate Assignment', 'Next', 'pressed'],
  ]);
}

/** Assigns the certificate that the list names so to a use (04952-247 and following). */
export function assign(console: Console, use: string, certificate: string): Console {
  const begun = beginAssignment(console, use);
  const selected = move(begun, {
    page: 'Certificate Store',
    control: 'Select a certificate from the local certificate store',
    value: certificate,
  });
  return walk(selected, [
    ['Certificate Store', 'Next', 'pressed'],
    ['Certificate Assignment Summary', 'Next', 'pressed'],
    ['Executing Commands', 'Finish', 'pressed'],
  ]);
}
