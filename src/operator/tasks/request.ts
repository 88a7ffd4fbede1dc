import type { CertificationAuthority, RequestRow } from '../../adcs/authority';
import { pathOf } from '../../adcs/authority';
import { approve, deny } from '../../adcs/certificate-manager';
import { submit } from '../../adcs/submission';
import { readFile, writeFile } from '../../windows/file-system';
import {
  accountFor,
  authorityNamed,
  type Deployment,
  issuingAuthority,
  requesterNamed,
  withAuthority,
} from '../../world/deployment';
import type { AccountRole } from '../../world/environment';
import { pkcs7Pem, writePkcs7 } from '../../x509/pkcs7';
import { type Console, run } from '../console';
import { move, walk } from '../moves';
import { namedValues } from '../named-values';
import { typeCommand } from '../prompt';
import { carryFile } from '../transport';

/** Requesting the certificate: the wizard on an Edge Server, the way to the authority, and the answer's way back. */

/** What a rehearsal may do differently from the environment's plan when it requests. */
export interface RequestChoices {
  readonly file?: string;
  readonly friendlyName?: string;
  /** the row of the wizard's grid that is selected; Edge Internal unless said */
  readonly selected?: string;
  readonly exportable?: boolean;
  readonly bitLength?: string;
  readonly template?: string;
  readonly alternativeNames?: readonly string[];
  /** sent to an online authority, and not prepared for later */
  readonly atOnce?: boolean;
}

const LATER = 'Prepare the request now, but send it later';
const AT_ONCE = 'Send the request immediately to an online certification authority';

/** Walks the Certificate Wizard's request on the Edge Server where the person sits (04952-175 and following). */
export function createRequest(console: Console, choices: RequestChoices = {}): Console {
  const v = namedValues(console.deployment);
  const begun = walk(openCertificateWizard(console), [
    ['Available Certificate Tasks', 'Certificate', choices.selected ?? 'Edge Internal'],
    ['Available Certificate Tasks', 'Create a new certificate request', 'pressed'],
    ['Certificate Request', 'Next', 'pressed'],
    ['Delayed or Immediate Requests', choices.atOnce ? AT_ONCE : LATER, 'chosen'],
    ['Delayed or Immediate Requests', 'Next', 'pressed'],
    ['Certificate Request File', 'File name', choices.file ?? v['request file'] ?? ''],
    ['Certificate Request File', 'Next', 'pressed'],
  ]);
  return walk(named(templated(begun, choices), choices), [
    ['Configure Additional Subject Alternate Names', 'Next', 'pressed'],
    ['Request Summary', 'Next', 'pressed'],
    ['Executing Commands', 'Next', 'pressed'],
    ['Certificate Request File', 'Finish', 'pressed'],
  ]);
}

/** The Deployment Wizard, up to the page "Available Certificate Tasks". */
export function openCertificateWizard(console: Console): Console {
  const wizard = run(console, 'Deployment Wizard');
  const launched = wizard.deployment.servers.get(wizard.seat?.on ?? '')?.launched;
  return move(wizard, { page: 'Deployment Wizard', control: launched ? 'Run again' : 'Run', value: 'pressed' });
}

/** The request file carried to the internal server. */
export function carryRequest(console: Console, from: string): Console {
  const { files, internalServer } = console.deployment.environment;
  return carried(console, { on: from, path: files.request }, { on: internalServer.fqdn, path: files.request });
}

/** The response file carried from the internal server to an Edge Server. */
export function carryResponse(console: Console, to: string): Console {
  const { files, internalServer } = console.deployment.environment;
  return carried(console, { on: internalServer.fqdn, path: files.response }, { on: to, path: files.response });
}

/** Submits the request file with certreq, on the server where the person sits; `attributes` as `-attrib` takes them. */
export function submitWithCertreq(
  console: Console,
  attributes: readonly string[] = [`CertificateTemplate:${console.deployment.environment.certificate.template}`],
): Console {
  const v = namedValues(console.deployment);
  const attribute = attributes.length === 0 ? '' : `-attrib "${attributes.join('\\n')}" `;
  return typeCommand(
    console,
    `certreq -submit -config "${v['authority configuration']}" ${attribute}"${v['request file']}" "${v['response file']}"`,
  );
}

/** Fetches the certificate of a request that was pending, with certreq. */
export function retrieveWithCertreq(console: Console, id: number): Console {
  const v = namedValues(console.deployment);
  return typeCommand(
    console,
    `certreq -retrieve -config "${v['authority configuration']}" ${id} "${v['response file']}"`,
  );
}

/** The newest row of the issuing authority's request database; throws when there is none. */
export function newestRequest(deployment: Deployment): RequestRow {
  const row = issuingAuthority(deployment).requests.at(-1);
  if (!row) throw new Error(`${issuingAuthority(deployment).name} has received no request`);
  return row;
}

/** A certificate manager decides the newest request, if it waits. */
export function decide(console: Console, decision: 'issue' | 'deny'): Console {
  return decideAs(console, decision, 'certificate-manager');
}

/** Somebody decides the newest request; the authority refuses those who may not. */
export function decideAs(console: Console, decision: 'issue' | 'deny', role: AccountRole): Console {
  const { deployment } = console;
  const authority = issuingAuthority(deployment);
  const manager = requesterNamed(deployment, accountFor(deployment, role)) ?? { account: '', groups: [] };
  const { id } = newestRequest(deployment);
  if (decision === 'deny') return { ...console, deployment: withAuthority(deployment, deny(authority, manager, id)) };
  const approved = approve(authority, manager, id, deployment.surroundings);
  return {
    ...console,
    deployment: withAuthority({ ...deployment, surroundings: approved.surroundings }, approved.authority),
  };
}

/** Sends the request file to a public authority, whose people issue it and answer with a .p7b that holds the path. */
export function submitToPublicAuthority(console: Console, name: string): Console {
  const { deployment } = console;
  const { files, internalServer } = deployment.environment;
  const requester = { account: internalServer.fqdn, groups: [] };
  const request = readFile(deployment, internalServer.fqdn, files.request);
  const sent = submit(
    authorityNamed(deployment, name),
    { requester, request, attributes: {} },
    deployment.surroundings,
  );
  const issued = approve(sent.authority, requester, sent.row.id, sent.surroundings);
  const answered = withAuthority({ ...deployment, surroundings: issued.surroundings }, issued.authority);
  const body = Buffer.from(pkcs7Pem(writePkcs7(certificatesFor(issued.authority, issued.row)), 'PKCS7'));
  return { ...console, deployment: writeFile(answered, internalServer.fqdn, files.response, body) };
}

function certificatesFor(authority: CertificationAuthority, row: RequestRow) {
  return row.disposition.kind === 'issued' ? [row.disposition.certificate, ...pathOf(authority)] : [];
}

function templated(console: Console, choices: RequestChoices): Console {
  const page = 'Specify Alternate Certificate Template';
  const alternate = 'Use alternative certificate template for the selected Certificate Authority';
  const moves = choices.template
    ? ([
        [page, alternate, 'ticked'],
        [page, 'Certificate Template Name', choices.template],
      ] as const)
    : [];
  return walk(console, [...moves, [page, 'Next', 'pressed']]);
}

function named(console: Console, choices: RequestChoices): Console {
  const v = namedValues(console.deployment);
  const [security, organization, place] = [
    'Name and Security Settings',
    'Organization Information',
    'Geographical Information',
  ];
  const exportable = choices.exportable === false ? 'unticked' : 'ticked';
  const answered = walk(console, [
    [security, 'Friendly name', choices.friendlyName ?? v['friendly name'] ?? ''],
    [security, 'Bit length', choices.bitLength ?? v['bit length'] ?? ''],
    [security, 'Mark certificate private key as exportable', exportable],
    [security, 'Next', 'pressed'],
    [organization, 'Organization', v.organization ?? ''],
    [organization, 'Organizational unit (OU)', v['organizational unit'] ?? ''],
    [organization, 'Next', 'pressed'],
    [place, 'Country/Region', v.country ?? ''],
    [place, 'State/Province', v.state ?? ''],
    [place, 'City', v.city ?? ''],
    [place, 'Next', 'pressed'],
    ['Subject Name/Subject Alternate Names', 'Next', 'pressed'],
  ]);
  const more = 'Configure Additional Subject Alternate Names';
  return (choices.alternativeNames ?? []).reduce(
    (c, name) =>
      walk(c, [
        [more, 'New subject alternative name', name],
        [more, 'Add', 'pressed'],
      ]),
    answered,
  );
}

function carried(console: Console, from: { on: string; path: string }, to: { on: string; path: string }): Console {
  return { ...console, deployment: carryFile(console.deployment, from, to) };
}
