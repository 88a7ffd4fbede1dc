import { type CertificationAuthority, type RequestRow, requestRow } from '../adcs/authority';
import { submit } from '../adcs/submission';
import { hresultMessage } from '../hresult';
import type { Refusal } from '../refusal';
import { readFile, writeFile } from '../windows/file-system';
import type { Logon } from '../windows/program';
import { highestTemplateVersion } from '../world/authority-service';
import { type Deployment, requesterNamed, withAuthority } from '../world/deployment';
import { certificatePem } from '../x509/certificate';
import { type CommandResult, parsed, words } from './command-line';
import { accept, newRequest } from './command-prompt/certreq-local';
import { operatorRefusal } from './operator-refusals';

/**
 * `certreq -new policy request` and `certreq -accept response` on any server;
 * `certreq -submit -config "host\authority" -attrib "CertificateTemplate:WebServer" request response` and
 * `certreq -retrieve -config "host\authority" id response` on a domain member, because only they need the authority
 * (Microsoft, "certreq"). Refusals: `unknown-command`, `unknown-option`, `authority-unreachable`, those of the
 * authority, and those of files.
 */
export function certreq(deployment: Deployment, logon: Logon, line: string): CommandResult {
  const [, verb = '', ...rest] = words(line);
  const { options, operands } = parsed(rest);
  const known = OPTIONS[verb.toLowerCase()];
  if (!known) throw operatorRefusal('unknown-command.certreq', logon.on, { verb });
  const other = Object.keys(options).find((option) => !known.includes(option));
  if (other !== undefined) throw operatorRefusal('unknown-option.certreq', logon.on, { verb, option: other });
  if (verb.toLowerCase() === '-new') return newRequest(deployment, logon, operands);
  if (verb.toLowerCase() === '-accept') return accept(deployment, logon, operands);
  const authority = authorityAt(deployment, logon, options['-config'] ?? '');
  const [first = '', response = ''] = operands;
  if (verb.toLowerCase() === '-submit')
    return submitted(deployment, logon, authority, { file: first, response, attributes: options['-attrib'] ?? '' });
  return answered(deployment, logon, requestRow(authority, Number(first)), response);
}

/** The options of each verb. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  '-new': [],
  '-accept': [],
  '-submit': ['-config', '-attrib'],
  '-retrieve': ['-config'],
};

interface SubmitOrder {
  readonly file: string;
  readonly response: string;
  readonly attributes: string;
}

function submitted(
  deployment: Deployment,
  logon: Logon,
  authority: CertificationAuthority,
  order: SubmitOrder,
): CommandResult {
  const requester = requesterNamed(deployment, logon.account);
  if (!requester) throw unreachable(logon, authority.name);
  const request = readFile(deployment, logon.on, order.file);
  const submission = {
    requester,
    request,
    attributes: attributesIn(order.attributes),
    highestTemplateVersion: highestTemplateVersion(deployment, authority),
  };
  const made = submit(authority, submission, deployment.determinism);
  const next = withAuthority({ ...deployment, determinism: made.determinism }, made.authority);
  return answered(next, logon, made.row, order.response);
}

function answered(deployment: Deployment, logon: Logon, row: RequestRow, response: string): CommandResult {
  const { disposition } = row;
  const id = `RequestId: ${row.id}\n`;
  if (disposition.kind === 'under submission') {
    return { world: deployment, output: `${id}Certificate request is pending: Taken Under Submission (0)` };
  }
  if (disposition.kind === 'denied')
    return { world: deployment, output: `${id}Certificate not issued (Denied) ${disposition.message}` };
  if (disposition.kind === 'revoked')
    return { world: deployment, output: `${id}${hresultMessage('CERTSRV_E_BAD_REQUESTSTATUS')}` };
  const written = writeFile(deployment, logon.on, response, Buffer.from(certificatePem(disposition.certificate)));
  return { world: written, output: `${id}Certificate retrieved(Issued) Issued` };
}

function authorityAt(deployment: Deployment, logon: Logon, config: string): CertificationAuthority {
  const [host = '', name = ''] = config.split('\\');
  const authority = deployment.authorities.get(name);
  const member = deployment.machines.get(logon.on)?.membership.kind === 'domain';
  if (authority && member && authority.host?.toLowerCase() === host.toLowerCase()) return authority;
  throw unreachable(logon, config);
}

function unreachable(logon: Logon, config: string): Refusal {
  return operatorRefusal('authority-unreachable.certreq', logon.on, { config });
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const pairs = text
    .split(/\\n|\n/)
    .filter(Boolean)
    .map((pair): [string, string] => {
      const colon = pair.indexOf(':');
      return [pair.slice(0, colon).trim().toLowerCase(), pair.slice(colon + 1).trim()];
    });
  return Object.fromEntries(pairs);
}
