import type { Console } from '../../../operator/console';
import { move, walk } from '../../../operator/moves';
import { exportedFile } from '../../../operator/named-values';
import type { Pool } from '../../../world/topology';

import { openCertificateWizard } from './request';

/** Tasks for the certificate on Edge Servers: import of the response, import of the exported file, assignment. */

/** Imports a file with the Certificate Wizard. If `password` is undefined, the box for a private key remains empty. */
export function importWithWizard(console: Console, path: string, password?: string): Console {
  const page = 'Import Certificate';
  const opened = walk(openCertificateWizard(console), [
    ['Available Certificate Tasks', 'Import a certificate from a .P7b, .pfx or .cer file', 'pressed'],
    [page, 'File name', path],
  ]);
  const secret = "Certificate file contains certificate's private key";
  const answered =
    password === undefined
      ? opened
      : walk(opened, [
          [page, secret, 'ticked'],
          [page, 'Password', password],
        ]);
  return walk(answered, [
    [page, 'Next', 'pressed'],
    ['Import Certificate Summary', 'Next', 'pressed'],
    ['Executing Commands', 'Finish', 'pressed'],
  ]);
}

/** Imports the exported file on the current server. */
export function importExported(console: Console, pool: Pool, password: string | undefined): Console {
  return importWithWizard(console, exportedFile(console.deployment, pool), password);
}

/** The page "Certificate Store" of the Certificate Wizard for a use, with the certificates that can be assigned. */
export function beginAssignment(console: Console, use: string): Console {
  return walk(openCertificateWizard(console), [
    ['Available Certificate Tasks', 'Assign an existing certificate', 'pressed'],
    ['Certificate Assignment', 'Certificate uses', use],
    ['Certificate Assignment', 'Next', 'pressed'],
  ]);
}

/** Assigns the certificate with this list item to a use (from 04952-247). */
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
