import { Refusal } from '../refusal';
import type { KeyBits } from '../surroundings';
import { button, checkbox, field, list, radio, text } from '../windows/controls';
import { readFile } from '../windows/file-system';
import {
  type Action,
  at,
  back,
  isOn,
  type Page,
  type Session,
  type Turn,
  textOn,
  to,
  withAnswer,
} from '../windows/program';
import { USE_TITLES } from './certificate-use';
import { executingPage, selectedUse, toTasks, wizardPage } from './certificate-wizard';
import type { RequestParameters } from './command-parameters';
import { namesRequested, requestCertificate } from './request-certificate';
import { type EdgeTopology, poolOf } from './topology';

/** The Certificate Wizard's request (04952-179 to 04952-199): pages, and the command that their answers make. */

const WHEN = 'Delayed or Immediate Requests';
const LATER = 'Prepare the request now, but send it later (offline certificate request)';
const NOW = 'Send the request immediately to an online certification authority';
const FILE = 'Certificate Request File';
const RESULT = 'Certificate Request File (made)';
const TEMPLATE = 'Specify Alternate Certificate Template';
const ALTERNATE = 'Use alternative certificate template for the selected Certificate Authority';
const SECURITY = 'Name and Security Settings';
const EXPORTABLE = 'Mark certificate private key as exportable';
const ORGANIZATION = 'Organization Information';
const PLACE = 'Geographical Information';
const NAMES = 'Subject Name/Subject Alternate Names';
const MORE_NAMES = 'Configure Additional Subject Alternate Names';
const SUMMARY = 'Request Summary';
const EXECUTING = 'Executing Commands (request)';

/** The pages of the request, for the Deployment Wizard of any topology. */
export function requestPages<T extends EdgeTopology>(): Readonly<Record<string, Page<T>>> {
  return {
    'Certificate Request': wizardPage<T>((_, s) => [text('Certificate', USE_TITLES[selectedUse(s)])], to(WHEN)),
    [WHEN]: wizardPage<T>(
      (_, s) => [
        radio(s, 'when', LATER, true, { aliases: ['Prepare the request now, but send it later'] }),
        radio(s, 'when', NOW),
      ],
      onlineRefused(to(FILE)),
    ),
    [FILE]: wizardPage<T>(
      (_, s) => [field(s, 'File name', '', { aliases: ['Certificate Request File'] })],
      named(to(TEMPLATE)),
    ),
    [TEMPLATE]: wizardPage<T>(templateControls, to(SECURITY)),
    [SECURITY]: wizardPage<T>(securityControls, to(ORGANIZATION)),
    [ORGANIZATION]: wizardPage<T>(
      (_, s) => [
        field(s, 'Organization'),
        field(s, 'Organizational unit (OU)', '', { aliases: ['Organizational unit'] }),
      ],
      to(PLACE),
    ),
    [PLACE]: wizardPage<T>(
      (_, s) => [
        field(s, 'Country/Region'),
        field(s, 'State/Province'),
        field(s, 'City/Locality', '', { aliases: ['City'] }),
      ],
      to(NAMES),
    ),
    [NAMES]: wizardPage<T>(nameControls, to(MORE_NAMES)),
    [MORE_NAMES]: moreNamesPage(),
    [SUMMARY]: wizardPage<T>((t, s) => [text('Summary', summary(t, s))], executed),
    [EXECUTING]: executingPage<T>('Next', to(RESULT)),
    [RESULT]: resultPage(),
    Notepad: {
      title: 'Notepad',
      controls: (t, s) => [
        text('Text', Buffer.from(readFile(t, s.seat.on, textOn(s, FILE, 'File name'))).toString('latin1')),
        button('Close'),
      ],
      actions: { Close: back },
    },
  };
}

function templateControls(_: EdgeTopology, session: Session) {
  const box = checkbox(session, ALTERNATE);
  return [box, field(session, 'Certificate Template Name', '', { available: box.value === true })];
}

function securityControls(_: EdgeTopology, session: Session) {
  return [
    field(session, 'Friendly name'),
    list(session, 'Bit length', ['1024', '2048', '4096'], '2048'),
    checkbox(session, EXPORTABLE, false, { aliases: ["Mark the certificate's private key as exportable"] }),
  ];
}

function nameControls(topology: EdgeTopology, session: Session) {
  const names = namesOn(topology, session);
  return [
    text('Subject name', names.subject),
    text('Subject alternative names', names.alternatives.join(', ') || '(none)'),
  ];
}

function moreNamesPage<T extends EdgeTopology>(): Page<T> {
  return wizardPage<T>(
    (_, s) => [
      field(s, 'New subject alternative name'),
      button('Add'),
      list(s, 'Configured subject alternative names', addedNames(s)),
      button('Clear All', { available: addedNames(s).length > 0 }),
    ],
    to(SUMMARY),
    { actions: { Add: add, 'Clear All': (world, s) => ({ world, session: withAnswer(s, MORE_NAMES, 'added', '') }) } },
  );
}

function resultPage<T extends EdgeTopology>(): Page<T> {
  return {
    title: 'Certificate Wizard',
    heading: 'Certificate Request File',
    controls: (_, s) => [
      text('Certificate request file', textOn(s, FILE, 'File name')),
      button('View'),
      button('Finish'),
    ],
    actions: { View: to('Notepad'), Finish: toTasks },
  };
}

function add<T>(world: T, session: Session): Turn<T> {
  const name = textOn(session, MORE_NAMES, 'New subject alternative name').trim();
  const names = [...new Set([...addedNames(session), ...(name ? [name] : [])])].join(',');
  const cleared = withAnswer(session, MORE_NAMES, 'New subject alternative name', '');
  return { world, session: withAnswer(cleared, MORE_NAMES, 'added', names) };
}

function addedNames(session: Session): readonly string[] {
  return textOn(session, MORE_NAMES, 'added').split(',').filter(Boolean);
}

function namesOn(topology: EdgeTopology, session: Session) {
  const pool = poolOf(topology, session.seat.on);
  if (!pool) return { subject: '', alternatives: [] };
  return namesRequested(pool, { use: selectedUse(session), domainNames: addedNames(session) });
}

function orderOf(session: Session): RequestParameters {
  const template = isOn(session, TEMPLATE, ALTERNATE) ? textOn(session, TEMPLATE, 'Certificate Template Name') : '';
  const use = selectedUse(session);
  return {
    use,
    computerFqdn: session.seat.on,
    output: textOn(session, FILE, 'File name'),
    friendlyName: textOn(session, SECURITY, 'Friendly name') || USE_TITLES[use],
    keySize: keyBits(textOn(session, SECURITY, 'Bit length')),
    exportable: isOn(session, SECURITY, EXPORTABLE),
    organization: textOn(session, ORGANIZATION, 'Organization'),
    unit: textOn(session, ORGANIZATION, 'Organizational unit (OU)'),
    country: textOn(session, PLACE, 'Country/Region'),
    state: textOn(session, PLACE, 'State/Province'),
    city: textOn(session, PLACE, 'City/Locality'),
    domainNames: addedNames(session),
    ...(template ? { template } : {}),
  };
}

function keyBits(text: string): KeyBits {
  return text === '1024' ? 1024 : text === '4096' ? 4096 : 2048;
}

function summary(topology: EdgeTopology, session: Session): string {
  const order = orderOf(session);
  const names = namesOn(topology, session);
  return [
    `Certificate: ${USE_TITLES[order.use]}`,
    `Friendly name: ${order.friendlyName}`,
    `Key size: ${order.keySize}`,
    `Private key exportable: ${order.exportable ? 'Yes' : 'No'}`,
    `Subject name: ${names.subject}`,
    `Subject alternative names: ${names.alternatives.join(', ') || '(none)'}`,
    `Output: ${order.output}`,
  ].join('\n');
}

function executed<T extends EdgeTopology>(topology: T, session: Session): Turn<T> {
  return { world: requestCertificate(topology, session.seat, orderOf(session)), session: at(session, EXECUTING) };
}

function named<T>(next: Action<T>): Action<T> {
  return (world, session) => {
    if (textOn(session, FILE, 'File name') !== '') return next(world, session);
    throw new Refusal({
      code: 'invalid-path',
      on: session.seat.on,
      detail: 'no file name was typed for the certificate request',
      remedy: 'type a full path and file name',
      hresult: 'ERROR_INVALID_NAME',
    });
  };
}

/** Requests that are sent at once are outside this simulation: an Edge Server stands where no authority answers. */
function onlineRefused<T>(next: Action<T>): Action<T> {
  return (world, session) => {
    if (isOn(session, WHEN, LATER)) return next(world, session);
    throw new Refusal({
      code: 'authority-unreachable',
      on: session.seat.on,
      detail: 'no certification authority answers from the perimeter network',
      remedy: 'prepare the request now and send it later',
      hresult: 'RPC_S_SERVER_UNAVAILABLE',
    });
  };
}
