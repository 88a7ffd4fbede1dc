import { readFile } from '../../windows/file-system';
import { controlNamed } from '../../windows/window';
import { issuingAuthority } from '../../world/deployment';
import { type Console, isAt, logonOf, run, windowOn } from '../console';
import { walk } from '../moves';
import { namedValues } from '../named-values';

/** The web site of the issuing authority, visited from the current server. */

const PAGE = 'Submit a Certificate Request or Renewal Request';
const TEMPLATE = 'Certificate Template';

/** Opens "Submit a Certificate Request". Over http, it opens the page that creates a request itself. */
export function openRequestPage(console: Console, scheme: 'http' | 'https' = 'https'): Console {
  return visitSite(console, scheme === 'http' ? 'certrqma.asp' : 'certrqxt.asp', scheme);
}

/** Pastes the request file into this page and submits it, with the environment's template if there is a choice. */
export function submitOnSite(console: Console): Console {
  const opened = openRequestPage(console);
  const { request } = console.deployment.environment.files;
  const text = Buffer.from(readFile(console.deployment, logonOf(console).on, request)).toString('latin1');
  const { template } = console.deployment.environment.certificate;
  const title = issuingAuthority(console.deployment).templates.find(({ name }) => name === template)?.displayName ?? '';
  const chosen = controlNamed(windowOn(opened), TEMPLATE) ? ([[PAGE, TEMPLATE, title]] as const) : [];
  return walk(opened, [
    [PAGE, 'Base-64-encoded certificate request (CMC or PKCS #10 or PKCS #7)', text],
    ...chosen,
    [PAGE, 'Submit >', 'pressed'],
  ]);
}

/**
 * Saves the download at an address of the site as the response file. If the address is a page, the page remains open.
 */
export function downloadFromSite(console: Console, target: string): Console {
  const opened = visitSite(console, target);
  if (!isAt(opened, 'File Download')) return opened;
  return walk(opened, [
    ['File Download', 'Save', 'pressed'],
    ['Save As', 'File name', console.deployment.environment.files.response],
    ['Save As', 'Save', 'pressed'],
  ]);
}

function visitSite(console: Console, target: string, scheme: 'http' | 'https' = 'https'): Console {
  const address = namedValues(console.deployment)['certsrv address'] ?? '';
  return run(console, `${address.replace(/^https/, scheme)}/${target}`);
}
