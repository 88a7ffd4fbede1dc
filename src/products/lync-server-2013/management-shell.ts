import { parsed } from '../../operator/command-line';
import { shellWords } from '../../operator/shell-words';
import { Refusal } from '../../refusal';
import type { Logon } from '../../windows/program';
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
  'import-cscertificate': (deployment, logon, options) =>
    importCertificate(deployment, logon, {
      path: options['-path'] ?? '',
      password: options['-password'],
      exportable: isTrue(options['-privatekeyexportable']),
    }),
  'set-cscertificate': (deployment, logon, options) =>
    assignCertificate(deployment, logon, {
      use: useIn(logon, options),
      thumbprint: (options['-thumbprint'] ?? '').toUpperCase(),
    }),
  'remove-cscertificate': (deployment, logon, options) => unassignCertificate(deployment, logon, useIn(logon, options)),
  'start-cswindowsservice': startServices,
};

/**
 * The Lync Server Management Shell: `Request-CsCertificate -New … -Output`, `Import-CsCertificate -Path`,
 * `Set-CsCertificate -Type … -Thumbprint …`, `Remove-CsCertificate -Type …`, `Start-CsWindowsService`. Parameters as in the
 * cmdlets' reference pages. Refusals:
 * `unknown-command`, `missing-parameter`, and those of the wizard that does the same.
 */
export const MANAGEMENT_SHELL: Shell<Deployment> = { name: 'Lync Server Management Shell', commands: CMDLETS, run };

function run(deployment: Deployment, logon: Logon, line: string): CommandOutcome<Deployment> {
  const [name = '', ...rest] = shellWords(line);
  const cmdlet = CMDLETS[name.toLowerCase()];
  if (!cmdlet || !deployment.servers.has(logon.on)) throw unknown(logon, name);
  const next = cmdlet(deployment, logon, parsed(rest).options);
  return { world: next, output: (lyncServerOf(next, logon.on).log.at(-1)?.lines ?? []).join('\n') };
}

function request(deployment: Deployment, logon: Logon, options: Options): Deployment {
  const given = (name: string): string => options[name] ?? '';
  const template = given('-template');
  return requestCertificate(deployment, logon, {
    use: useIn(logon, options),
    computerFqdn: given('-computerfqdn') || logon.on,
    output: required(logon, options, '-output'),
    friendlyName: given('-friendlyname') || useIn(logon, options),
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

function useIn(logon: Logon, options: Options): CertificateUse {
  const use = useTitled(required(logon, options, '-type'));
  if (use) return use;
  throw missing(logon, `-Type "${options['-type']}" is not a use of an Edge Server`);
}

function required(logon: Logon, options: Options, name: string): string {
  const value = options[name];
  if (value) return value;
  throw missing(logon, `${name} was not given`);
}

function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === '$true';
}

function missing(logon: Logon, detail: string): Refusal {
  return new Refusal({
    code: 'missing-parameter',
    on: logon.on,
    detail,
    remedy: 'give the parameter as the cmdlet documents it',
  });
}

function unknown(logon: Logon, name: string): Refusal {
  return new Refusal({
    code: 'unknown-command',
    on: logon.on,
    detail: `"${name}" is not a cmdlet that this server knows`,
    remedy: 'on a Lync server, use Request-, Import-, Set- or Remove-CsCertificate, or Start-CsWindowsService',
  });
}
