import { issuingAuthority } from '../../world/deployment';
import { type Console, logOn } from '../console';
import { administratorOf } from '../logons';
import { typeCommand } from '../prompt';

/** Stops and starts the service of the issuing authority on its server. The operator's own logon remains. */
export function restartAuthority(console: Console): Console {
  const { host } = issuingAuthority(console.deployment);
  const there = logOn(console, administratorOf(console.deployment, host ?? ''));
  const restarted = typeCommand(typeCommand(there, 'net stop certsvc'), 'net start certsvc');
  return console.logon ? logOn(restarted, console.logon) : restarted;
}
