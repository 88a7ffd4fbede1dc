import { parsed } from '../../operator/command-line';
import { shellWords } from '../../operator/shell-words';
import { Refusal } from '../../refusal';
import type { Seat } from '../../windows/program';
import type { Deployment } from '../../world/deployment';
import type { Command, CommandOutcome, Shell } from '../../world/product';
import { assignCertificate } from './assign-certificate';
import { type CertificateUse, useTitled } from './certificate-use';
import { importCertificate } from './import-certificate';
import { requestCertificate } from './request-certificate';
import { startServices } from './services';
import { lyncServerOf } from './topology';
import { unassignCertificate } from './unassign-certificate';

type Options = Readonly<Record<string, string>>;

const CMDLETS: Readonly<Record<string, Command<Deployment>>> = {
  'request-cscertificate': request,
  'import-cscertificate': (deployment, seat, options) =>
    importCertificate(deployment, seat, {
      path: options['-path'] ?? '',
      password: options['-password'],
      exportable: isTrue(options['-privatekeyexportable']),
    }),
  'set-cscertificate': (deployment, seat, options) =>
    assignCertificate(deployment, seat, {
      use: useIn(seat, options),
      thumbprint: (options['-thumbprint'] ?? '').toUpperCase(),
    }),
  'remove-cscertificate': (deployment, seat, options) => unassignCertificate(deployment, seat, useIn(seat, options)),
  'start-cswindowsservice': startServices,
};

/**
 * The Lync Server Management Shell: `Request-CsCertificate -New … -Output`, `Import-CsCertificate -Path`,
 * `Set-CsCertificate -Type … -Thumbprint …`, `Remove-CsCertificate -Type …`, `Start-CsWindowsService`. Parameters as in the
 * cmdlets' reference pages. Refusals:
 * `unknown-command`, `missing-parameter`, and those of the wizard that does the same.
 */
export const MANAGEMENT_SHELL: Shell<Deployment> = { name: 'Lync Server Management Shell', commands: CMDLETS, run };

function run(deployment: Deployment, seat: Seat, line: string): CommandOutcome<Deployment> {
  const [name = '', ...rest] = shellWords(line);
  const cmdlet = CMDLETS[name.toLowerCase()];
  if (!cmdlet || !deployment.servers.has(seat.on)) throw unknown(seat, name);
  const next = cmdlet(deployment, seat, parsed(rest).options);
  return { world: next, output: (lyncServerOf(next, seat.on).log.at(-1)?.lines ?? []).join('\n') };
}

function request(deployment: Deployment, seat: Seat, options: Options): Deployment {
  const given = (name: string): string => options[name] ?? '';
  const template = given('-template');
  return requestCertificate(deployment, seat, {
    use: useIn(seat, options),
    computerFqdn: given('-computerfqdn') || seat.on,
    output: required(seat, options, '-output'),
    friendlyName: given('-friendlyname') || useIn(seat, options),
    keySize: given('-keysize') === '1024' ? 1024 : given('-keysize') === '4096' ? 4096 : 2048,
    exportable: isTrue(options['-privatekeyexportable']),
    organization: given('-organization'),
    unit: given('-ou'),
    country: given('-country'),
    state: given('-state'),
    city: given('-city'),
    domainNames: given('-domainname').split(',').filter(Boolean),
    ...(template ? { template } : {}),
  });
}

function useIn(seat: Seat, options: Options): CertificateUse {
  const use = useTitled(required(seat, options, '-type'));
  if (use) return use;
  throw missing(seat, `-Type "${options['-type']}" is not a use of an Edge Server`);
}

function required(seat: Seat, options: Options, name: string): string {
  const value = options[name];
  if (value) return value;
  throw missing(seat, `${name} was not given`);
}

function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === '$true';
}

function missing(seat: Seat, detail: string): Refusal {
  return new Refusal({
    code: 'missing-parameter',
    on: seat.on,
    detail,
    remedy: 'give the parameter as the cmdlet documents it',
  });
}

function unknown(seat: Seat, name: string): Refusal {
  return new Refusal({
    code: 'unknown-command',
    on: seat.on,
    detail: `"${name}" is not a cmdlet that this server knows`,
    remedy: 'on a Lync server, use Request-, Import-, Set- or Remove-CsCertificate, or Start-CsWindowsService',
  });
}
