import { inDoubleQuotes } from '../../../shell-quotes';
import type { UseName } from '../certificate-use';
import type { AssignParameters, ImportParameters, RequestParameters } from './command-parameters';

/** The Lync Server Management Shell commands that correspond to the wizards. */

/** `Request-CsCertificate -New … -Output file`. */
export function requestCommand(order: RequestParameters): string {
  return [
    'Request-CsCertificate -New',
    `-Type ${order.use}`,
    `-ComputerFqdn ${quoted(order.computerFqdn)}`,
    ...(order.template ? [`-Template ${quoted(order.template)}`] : []),
    `-FriendlyName ${quoted(order.friendlyName)}`,
    `-KeySize ${order.keySize}`,
    `-PrivateKeyExportable ${boolean(order.exportable)}`,
    ...given('-Organization', order.organization),
    ...given('-OU', order.unit),
    ...given('-Country', order.country),
    ...given('-State', order.state),
    ...given('-City', order.city),
    ...given('-DomainName', order.domainNames.join(',')),
    `-Output ${quoted(order.output)}`,
  ].join(' ');
}

/** `Import-CsCertificate -Path file`. The shell prompts for a password; the command never contains it. */
export function importCommand(order: ImportParameters): string {
  const secret =
    order.password === undefined ? [] : ['-Password ********', `-PrivateKeyExportable ${boolean(order.exportable)}`];
  return ['Import-CsCertificate', `-Path ${quoted(order.path)}`, ...secret].join(' ');
}

/** `Set-CsCertificate -Type … -Thumbprint …`. */
export function assignCommand(order: AssignParameters): string {
  return `Set-CsCertificate -Type ${order.use} -Thumbprint ${order.thumbprint}`;
}

/**
 * `Remove-CsCertificate -Type … -Force`. Without the switch, the command asks for confirmation if the certificate is in
 * use.
 */
export function unassignCommand(use: UseName): string {
  return `Remove-CsCertificate -Type ${use} -Force`;
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
