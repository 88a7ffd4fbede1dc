import type { KeyBits } from '../../../determinism';
import { isOn, type Session, textOn } from '../../../windows/program';
import type { Topology } from '../../../world/topology';
import type { RequestParameters } from '../management-shell/command-parameters';
import { reportPath } from '../management-shell/report';
import { namesRequested } from '../request-certificate';
import { edgePoolOf } from '../topology';
import { selectedRow } from './certificate-rows';

/** The answers on the pages of the request, and the resulting command. */

export const FILE = 'Certificate Request File';
export const TEMPLATE = 'Specify Alternate Certificate Template';
export const ALTERNATE = 'Use alternative certificate template for the selected Certificate Authority';
export const SECURITY = 'Name and Security Settings';
export const EXPORTABLE = 'Mark certificate private key as exportable';
export const ORGANIZATION = 'Organization Information';
export const PLACE = 'Geographical Information';
export const MORE_NAMES = 'Configure Additional Subject Alternate Names';

/** The names that were added on the page for alternative names. */
export function addedNames(session: Session): readonly string[] {
  return textOn(session, MORE_NAMES, 'added').split(',').filter(Boolean);
}

/** The names in the request. */
export function namesOn(topology: Topology, session: Session) {
  const pool = edgePoolOf(topology, session.logon.on);
  if (!pool) return { subject: '', alternatives: [] };
  return namesRequested(pool, {
    uses: selectedRow(topology, session).uses,
    domainNames: addedNames(session),
    allSipDomains: true,
  });
}

/** The command that results from the answers. */
export function orderOf(topology: Topology, session: Session): RequestParameters {
  const template = isOn(session, TEMPLATE, ALTERNATE) ? textOn(session, TEMPLATE, 'Certificate Template Name') : '';
  const { title, uses } = selectedRow(topology, session);
  return {
    uses,
    computerFqdn: session.logon.on,
    output: textOn(session, FILE, 'File name'),
    friendlyName: textOn(session, SECURITY, 'Friendly name') || title,
    keySize: keyBits(textOn(session, SECURITY, 'Bit length')),
    exportable: isOn(session, SECURITY, EXPORTABLE),
    organization: textOn(session, ORGANIZATION, 'Organization'),
    unit: textOn(session, ORGANIZATION, 'Organizational unit (OU)'),
    country: textOn(session, PLACE, 'Country/Region'),
    state: textOn(session, PLACE, 'State/Province'),
    city: textOn(session, PLACE, 'City/Locality'),
    domainNames: addedNames(session),
    ...(uses.includes('Internal') ? {} : { allSipDomains: true }),
    ...(template ? { template } : {}),
    report: reportPath(topology, session.logon, 'Request-CSCertificate'),
  };
}

function keyBits(text: string): KeyBits {
  return text === '1024' ? 1024 : text === '4096' ? 4096 : 2048;
}

/** The text of the page "Request Summary". */
export function summary(topology: Topology, session: Session): string {
  const order = orderOf(topology, session);
  const names = namesOn(topology, session);
  return [
    `Certificate: ${selectedRow(topology, session).title}`,
    `Friendly name: ${order.friendlyName}`,
    `Key size: ${order.keySize}`,
    `Private key exportable: ${order.exportable ? 'Yes' : 'No'}`,
    `Subject name: ${names.subject}`,
    `Subject alternative names: ${names.alternatives.join(', ') || '(none)'}`,
    `Output: ${order.output}`,
  ].join('\n');
}
