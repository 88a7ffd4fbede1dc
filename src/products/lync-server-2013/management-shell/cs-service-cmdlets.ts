import type { Cmdlet, CmdletCall, CmdletResult, Parameter } from '../../../operator/powershell/cmdlet';
import type { PsObject } from '../../../operator/powershell/objects';
import { lyncRefusal } from '../lync-refusals';
import { SERVICES, startServices, stopServices } from '../services';
import { lyncServerOf } from '../topology';
import { withLog } from './command-log';
import { FORCE, REPORT } from './cs-parameters';

/** All services of the server start and stop together, so that one of them cannot be named. */
const NAME: Parameter = { name: 'Name', type: 'String', position: 2, simulated: false };
const COMPUTER: Parameter = { name: 'ComputerName', type: 'String', simulated: false };
/** A service from the pipeline, which is one by one, too. */
const SERVICE: Parameter = { name: 'InputObject', type: 'Object', pipeline: true, simulated: false };
/** Nothing takes time here, so that the switch changes nothing. */
const NO_WAIT: Parameter = { name: 'NoWait', type: 'SwitchParameter' };

/** The cmdlets of Lync Server for its Windows services. A restart is Stop- and then Start-CsWindowsService. */
export const SERVICE_CMDLETS: readonly Cmdlet[] = [
  {
    name: 'Start-CsWindowsService',
    source: 'Microsoft: Start-CsWindowsService',
    asks: true,
    parameters: [NAME, SERVICE, COMPUTER, NO_WAIT, FORCE, { ...REPORT, simulated: false }],
    run: ({ deployment, logon }) => withLog(startServices(deployment, logon), logon),
  },
  {
    name: 'Stop-CsWindowsService',
    source: 'Microsoft: Stop-CsWindowsService',
    asks: true,
    parameters: [
      NAME,
      SERVICE,
      COMPUTER,
      NO_WAIT,
      FORCE,
      { ...REPORT, simulated: false },
      // no request is in progress here, so the cmdlet waits for nothing
      { name: 'Graceful', type: 'SwitchParameter' },
      { name: 'LeaveClsAgentRunning', type: 'SwitchParameter', simulated: false },
      { name: 'LeaveWebServerRunning', type: 'SwitchParameter', simulated: false },
    ],
    run: ({ deployment, logon }) => withLog(stopServices(deployment, logon), logon),
  },
  {
    name: 'Get-CsWindowsService',
    source: 'Microsoft: Get-CsWindowsService',
    parameters: [
      { name: 'Name', type: 'String', position: 2 },
      COMPUTER,
      { name: 'ExcludeActivityLevel', type: 'SwitchParameter' },
      { ...REPORT, simulated: false },
    ],
    run: listed,
  },
];

function listed({ deployment, logon, bound }: CmdletCall): CmdletResult {
  const server = lyncServerOf(deployment, logon.on);
  const services = SERVICES[server.role];
  const name = bound.text('Name');
  const shown = services.filter((service) => name === '' || service.toLowerCase() === name.toLowerCase());
  if (shown.length === 0) throw lyncRefusal('no-such-service', logon.on, { service: name, services });
  const status = server.running === null ? 'Stopped' : 'Running';
  const level = bound.flag('ExcludeActivityLevel') ? {} : { ActivityLevel: '' };
  const objects = shown.map(
    (Name): PsObject => ({ properties: { Status: status, Name, ...level }, view: { as: 'table' } }),
  );
  return { deployment, objects };
}
