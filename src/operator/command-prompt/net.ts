import { requireAdministrator } from '../../windows/administrators';
import type { Logon } from '../../windows/program';
import { authorityAt, startService, stopService } from '../../world/authority-service';
import type { Deployment } from '../../world/deployment';
import { type CommandResult, words } from '../command-line';
import { operatorRefusal } from '../operator-refusals';

/**
 * `net stop certsvc` and `net start certsvc` on the server of an authority, or both with `&&`. Refusals:
 * `unknown-command`, `no-authority-here`, `not-an-administrator`. A service that does not start is an outcome.
 */
export function net(deployment: Deployment, logon: Logon, line: string): CommandResult {
  return line.split('&&').reduce<CommandResult>(
    ({ world, output }, command) => {
      const result = single(world, logon, command.trim());
      return { world: result.world, output: [output, result.output].filter(Boolean).join('\n') };
    },
    { world: deployment, output: '' },
  );
}

const TITLE = 'The Active Directory Certificate Services service';

function single(deployment: Deployment, logon: Logon, line: string): CommandResult {
  const [program, verb, service, ...others] = words(line.toLowerCase());
  const isKnown = program === 'net' && service === 'certsvc' && others.length === 0;
  if (!isKnown || (verb !== 'start' && verb !== 'stop'))
    throw operatorRefusal('unknown-command.net', logon.on, { line });
  const authority = authorityAt(deployment, logon.on);
  if (!authority) throw operatorRefusal('no-authority-here', logon.on);
  requireAdministrator(deployment, logon);
  if (verb === 'stop')
    return { world: stopService(deployment, authority), output: `${TITLE} was stopped successfully.` };
  const world = startService(deployment, authority);
  const event = world.authorities.get(authority.name)?.events.at(-1);
  return event?.id === 100
    ? { world, output: `${TITLE} could not be started.\n${event.message}` }
    : { world, output: `${TITLE} was started successfully.` };
}
