import { type Command, InvalidArgumentError, Option } from 'commander';
import { withPackages } from '../input/optional-packages';
import { ENVIRONMENT, type Finish } from './common-options';
import { percentage, wholeNumber } from './option-values';

const PORT = wholeNumber(0, 65_535);

/** The command that serves the simulated authority to real clients. */
export function addServe(rehearse: Command, finish: Finish): void {
  const command = addNetwork(rehearse.command('serve'))
    .description(
      'Serve the web site and the publication points of the simulated authority on 127.0.0.1, until interrupted. The ' +
        'first line of standard output is a JSON object with the addresses and the credentials',
    )
    .option(ENVIRONMENT, 'environment file (default: the Contoso environment)')
    .option('--state <file>', 'database of requests, to continue with later (default: a temporary one)')
    .option('--password <text>', 'password of every account of the domain (default: a new one)')
    .option('--authentication <list>', 'schemes separated by commas: negotiate, ntlm, basic', schemesIn, [
      'negotiate',
      'ntlm',
      'basic',
    ])
    .addOption(
      new Option('--extended-protection <mode>', 'whether Windows authentication is bound to the TLS connection')
        .choices(['off', 'required'])
        .default('off'),
    )
    .option('--manager-approval', 'a certificate manager decides every request', false)
    .option(
      '--fault <name=times>',
      'a fault of the next answers; repeat it for more: slow, unauthorized, pending, denied, truncated-chain, ' +
        'wrong-encoding, expired-certificate',
      faultIn,
      {},
    )
    .option('--fault-rate <percent>', 'share of the other answers that have a fault', percentage, 0)
    .option('--seed <text>', 'seed of these faults', 'certificate rehearsal')
    .option('--slowness <ms>', 'time that a slow answer takes, in milliseconds', wholeNumber(0, 600_000), 3000)
    .option('--hosts', 'print the lines for the hosts file of this computer, and end', false)
    .option('--json', 'print no text to standard error', false);
  command.action(async (options) => {
    const load = (): typeof import('../commands/serve') => require('../commands/serve');
    const { serve } = withPackages(load, 'rehearse serve', ['fastify@5', 'hash-wasm@4', 'lmdb@3']);
    finish(await serve(options));
  });
}

function addNetwork(serve: Command): Command {
  return serve
    .option('--port <n>', 'port of the site over HTTPS; 0: any', PORT, 0)
    .option('--http-port <n>', 'port of certificates, revocation lists, and the site over HTTP; 0: any', PORT, 0)
    .option('--management-port <n>', 'port on which an administrator decides requests; 0: any', PORT, 0);
}

const FAULTS = [
  'slow',
  'unauthorized',
  'pending',
  'denied',
  'truncated-chain',
  'wrong-encoding',
  'expired-certificate',
];

function faultIn(value: string, earlier: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const [, name = '', times = '1'] = /^([a-z-]+)(?:=(\d{1,4}))?$/.exec(value) ?? [];
  if (FAULTS.includes(name) && Number(times) > 0) return { ...earlier, [name]: Number(times) };
  throw new InvalidArgumentError(`give one of ${FAULTS.join(', ')}, with =N for N times.`);
}

const SCHEMES = ['negotiate', 'ntlm', 'basic'];

function schemesIn(value: string): readonly string[] {
  const schemes = value.split(',').map((one) => one.trim().toLowerCase());
  if (schemes.every((one) => SCHEMES.includes(one))) return [...new Set(schemes)];
  throw new InvalidArgumentError(`give some of ${SCHEMES.join(', ')}, separated by commas.`);
}
