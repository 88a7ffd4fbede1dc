import { parsed } from '../../../operator/command-line';
import { shellWords } from '../../../operator/shell-words';
import type { Refusal } from '../../../refusal';
import type { Logon } from '../../../windows/program';
import type { Deployment } from '../../../world/deployment';
import type { Command, CommandOutcome, Shell } from '../../../world/product';
import { assignCertificate } from '../assign-certificate';
import { type UseName, useTitled } from '../certificate-use';
import { importCertificate } from '../import-certificate';
import { lyncRefusal } from '../lync-refusals';
import { requestCertificate } from '../request-certificate';
import { startServices } from '../services';
import { lyncServerOf } from '../topology';
import { unassignCertificate } from '../unassign-certificate';

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
 * `Set-CsCertificate -Type … -Thumbprint …`, `Remove-CsCertificate -Type …`, `Start-CsWindowsService`. The parameters
 * are those of the cmdlets' reference pages. Refusals: `unknown-command`, `missing-parameter`, and those of the
 * corresponding wizard.
 */
export const MANAGEMENT_SHELL: Shell<Deployment> = { name: 'Lync Server Management Shell', commands: CMDLETS, run };

/** The name of the shell in the edition of a deployment. */
export function managementShellOf({ product }: Deployment): string {
  return product.shells[0]?.name ?? MANAGEMENT_SHELL.name;
}

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

function useIn(logon: Logon, options: Options): UseName {
  const use = useTitled(required(logon, options, '-type'));
  if (use) return use;
  throw lyncRefusal('missing-parameter.use', logon.on, { use: options['-type'] ?? '' });
}

function required(logon: Logon, options: Options, name: string): string {
  const value = options[name];
  if (value) return value;
  throw lyncRefusal('missing-parameter', logon.on, { name });
}

function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === '$true';
}

function unknown(logon: Logon, name: string): Refusal {
  return lyncRefusal('unknown-command', logon.on, { name });
}
