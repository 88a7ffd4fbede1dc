import { inDoubleQuotes } from '../../../shell-quotes';
import type { UseName } from '../certificate-use';
import type { AssignParameters, ImportParameters, RequestParameters } from './command-parameters';

/** The Lync Server Management Shell commands that correspond to the wizards. */

/** `Request-CSCertificate -New … -Output file`. */
export function requestCommand(order: RequestParameters): string {
  return [
    'Request-CSCertificate -New',
    `-Type ${order.uses.join(',')}`,
    `-ComputerFqdn ${quoted(order.computerFqdn)}`,
    ...(order.template ? [`-Template ${quoted(order.template)}`] : []),
    `-FriendlyName ${quoted(order.friendlyName)}`,
    `-KeySize ${order.keySize}`,
    `-PrivateKeyExportable ${boolean(order.exportable)}`,
    ...(order.clientEku ? ['-ClientEKU $True'] : []),
    ...given('-Organization', order.organization),
    ...given('-OU', order.unit),
    ...given('-Country', order.country),
    ...given('-State', order.state),
    ...given('-City', order.city),
    ...given('-DomainName', order.domainNames.join(',')),
    ...(order.allSipDomains ? ['-AllSipDomain'] : []),
    `-Output ${quoted(order.output)}`,
    ...given('-Report', order.report ?? ''),
  ].join(' ');
}

/** `Import-CSCertificate -Path file`. The command never contains the password. */
export function importCommand(order: ImportParameters): string {
  const secret =
    order.password === undefined ? [] : ['-Password ********', `-PrivateKeyExportable ${boolean(order.exportable)}`];
  return [
    'Import-CSCertificate',
    `-Path ${quoted(order.path)}`,
    ...secret,
    ...given('-Report', order.report ?? ''),
  ].join(' ');
}

/** `Set-CSCertificate -Type … -Thumbprint …`, with the spelling of the wizard. */
export function assignCommand(order: AssignParameters): string {
  return [
    `Set-CSCertificate -Type ${order.uses.join(',')} -Thumbprint ${order.thumbprint}`,
    ...(order.unconfirmed ? ['-Confirm:$false'] : []),
    ...given('-Report', order.report ?? ''),
  ].join(' ');
}

/**
 * `Remove-CSCertificate -Type … -Force`. Without the switch, the command asks for confirmation if the certificate is in
 * use.
 */
export function unassignCommand(uses: readonly UseName[], report?: string): string {
  return [`Remove-CSCertificate -Type ${uses.join(',')} -Force`, ...given('-Report', report ?? '')].join(' ');
}

function given(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`${name} ${quoted(value)}`];
}

function quoted(value: string): string {
  return `"${inDoubleQuotes(value)}"`;
}

function boolean(value: boolean): string {
  return value ? '$True' : '$False';
}
