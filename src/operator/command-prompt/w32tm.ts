import { clockOf, machineOf } from '../../windows/machine';
import type { Logon } from '../../windows/program';
import type { Deployment } from '../../world/deployment';
import { type CommandResult, words } from '../command-line';
import { operatorRefusal } from '../operator-refusals';
import { usDate } from '../us-date';

/**
 * `w32tm /query /status` and `w32tm /stripchart /computer:name [/samples:n]`: how far the clock of this server differs
 * from the true time (Microsoft, "Windows Time service tools and settings"). Refusal `unknown-option` for another
 * line; to set a clock is not simulated.
 */
export function w32tm(deployment: Deployment, { on }: Logon, line: string): CommandResult {
  const [, ...options] = words(line);
  const machine = machineOf(deployment, on);
  const seconds = -machine.clockOffset / 1000;
  const offset = `${seconds < 0 ? '-' : '+'}${Math.abs(seconds).toFixed(7).padStart(10, '0')}s`;
  const has = (option: RegExp): boolean => options.some((one) => option.test(one));
  const now = usDate(clockOf(deployment, machine));
  if (has(/^\/query$/i) && has(/^\/status$/i) && options.length === 2) {
    const source = machine.membership.kind === 'domain' ? machine.membership.domain : 'Local CMOS Clock';
    return {
      world: deployment,
      output: [`Source: ${source}`, `Last Successful Sync Time: ${now}`, `Phase Offset: ${offset}`].join('\n'),
    };
  }
  const computer = options.find((one) => /^\/computer:.+/i.test(one))?.slice('/computer:'.length);
  const others = options.filter((one) => !/^\/(stripchart|computer:.+|samples:\d+|dataonly)$/i.test(one));
  if (!has(/^\/stripchart$/i) || computer === undefined || others.length > 0)
    throw operatorRefusal('unknown-option.w32tm', on, { line });
  return {
    world: deployment,
    output: [`Tracking ${computer}.`, `The current time is ${now}.`, `d:+00.0000000s o:${offset}`].join('\n'),
  };
}
