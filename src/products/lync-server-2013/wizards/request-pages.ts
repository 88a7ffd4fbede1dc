import { button, checkbox, field, list, radio, text } from '../../../windows/controls';
import { readFile } from '../../../windows/file-system';
import {
  type Action,
  goBack,
  goTo,
  isOn,
  onPage,
  type Page,
  type Session,
  type Transition,
  textOn,
  withAnswer,
} from '../../../windows/program';
import type { Topology } from '../../../world/topology';
import { lyncRefusal } from '../lync-refusals';
import { requestCertificate } from '../request-certificate';
import { selectedRow } from './certificate-rows';
import { executingPage, toTasks, wizardPage } from './certificate-wizard';
import {
  ALTERNATE,
  addedNames,
  EXPORTABLE,
  FILE,
  MORE_NAMES,
  namesOn,
  ORGANIZATION,
  orderOf,
  PLACE,
  SECURITY,
  summary,
  TEMPLATE,
} from './request-answers';

/**
 * The request pages of the Certificate Wizard (04952-179 to 04952-199), and the command that results from their
 * answers.
 */

const WHEN = 'Delayed or Immediate Requests';
const LATER = 'Prepare the request now, but send it later (offline certificate request)';
const NOW = 'Send the request immediately to an online certification authority';
const RESULT = 'Certificate Request File (made)';
const NAMES = 'Subject Name/Subject Alternate Names';
const SUMMARY = 'Request Summary';
const EXECUTING = 'Executing Commands (request)';

/** The pages of the request, for the Deployment Wizard of any topology. */
export function requestPages<T extends Topology>(): Readonly<Record<string, Page<T>>> {
  return {
    'Certificate Request': wizardPage<T>((t, s) => [text('Certificate', selectedRow(t, s).title)], goTo(WHEN)),
    [WHEN]: wizardPage<T>(
      (_, s) => [
        radio(s, 'when', LATER, true, { aliases: ['Prepare the request now, but send it later'] }),
        radio(s, 'when', NOW),
      ],
      onlineRefused(goTo(FILE)),
    ),
    [FILE]: wizardPage<T>(
      (_, s) => [field(s, 'File name', '', { aliases: ['Certificate Request File'] })],
      named(goTo(TEMPLATE)),
    ),
    [TEMPLATE]: wizardPage<T>(templateControls, goTo(SECURITY)),
    [SECURITY]: wizardPage<T>(securityControls, goTo(ORGANIZATION)),
    [ORGANIZATION]: wizardPage<T>(organizationControls, goTo(PLACE)),
    [PLACE]: wizardPage<T>(placeControls, goTo(NAMES)),
    [NAMES]: wizardPage<T>(nameControls, goTo(MORE_NAMES)),
    [MORE_NAMES]: moreNamesPage(),
    [SUMMARY]: wizardPage<T>((t, s) => [text('Summary', summary(t, s))], executed),
    [EXECUTING]: executingPage<T>('Next', goTo(RESULT)),
    [RESULT]: resultPage(),
    Notepad: notepad(),
  };
}

function templateControls(_: Topology, session: Session) {
  const box = checkbox(session, ALTERNATE);
  return [box, field(session, 'Certificate Template Name', '', { available: box.value === true })];
}

function securityControls(_: Topology, session: Session) {
  return [
    field(session, 'Friendly name'),
    list(session, 'Bit length', ['1024', '2048', '4096'], '2048'),
    checkbox(session, EXPORTABLE, false, { aliases: ["Mark the certificate's private key as exportable"] }),
  ];
}

function organizationControls(_: Topology, session: Session) {
  const unit = { aliases: ['Organizational unit'] };
  return [field(session, 'Organization'), field(session, 'Organizational unit (OU)', '', unit)];
}

function placeControls(_: Topology, session: Session) {
  const city = { aliases: ['City'] };
  return [
    field(session, 'Country/Region'),
    field(session, 'State/Province'),
    field(session, 'City/Locality', '', city),
  ];
}

function notepad<T extends Topology>(): Page<T> {
  return {
    title: 'Notepad',
    controls: (topology, session) => {
      const bytes = readFile(topology, session.logon.on, textOn(session, FILE, 'File name'));
      return [text('Text', Buffer.from(bytes).toString('latin1')), button('Close')];
    },
    actions: { Close: goBack },
  };
}

function nameControls(topology: Topology, session: Session) {
  const names = namesOn(topology, session);
  return [
    text('Subject name', names.subject),
    text('Subject alternative names', names.alternatives.join(', ') || '(none)'),
  ];
}

function moreNamesPage<T extends Topology>(): Page<T> {
  return wizardPage<T>(
    (_, s) => [
      field(s, 'New subject alternative name'),
      button('Add'),
      list(s, 'Configured subject alternative names', addedNames(s)),
      button('Clear All', { available: addedNames(s).length > 0 }),
    ],
    goTo(SUMMARY),
    { actions: { Add: add, 'Clear All': (world, s) => ({ world, session: withAnswer(s, MORE_NAMES, 'added', '') }) } },
  );
}

function resultPage<T extends Topology>(): Page<T> {
  return {
    title: 'Certificate Wizard',
    heading: 'Certificate Request File',
    controls: (_, s) => [
      text('Certificate request file', textOn(s, FILE, 'File name')),
      button('View'),
      button('Finish'),
    ],
    actions: { View: goTo('Notepad'), Finish: toTasks },
  };
}

function add<T>(world: T, session: Session): Transition<T> {
  const name = textOn(session, MORE_NAMES, 'New subject alternative name').trim();
  const names = [...new Set([...addedNames(session), ...(name ? [name] : [])])].join(',');
  const cleared = withAnswer(session, MORE_NAMES, 'New subject alternative name', '');
  return { world, session: withAnswer(cleared, MORE_NAMES, 'added', names) };
}

function executed<T extends Topology>(topology: T, session: Session): Transition<T> {
  return {
    world: requestCertificate(topology, session.logon, orderOf(topology, session)),
    session: onPage(session, EXECUTING),
  };
}

function named<T>(next: Action<T>): Action<T> {
  return (world, session) => {
    if (textOn(session, FILE, 'File name') !== '') return next(world, session);
    throw lyncRefusal('invalid-path.request', session.logon.on);
  };
}

/** The simulation has no online requests, because an Edge Server cannot reach an authority. */
function onlineRefused<T>(next: Action<T>): Action<T> {
  return (world, session) => {
    if (isOn(session, WHEN, LATER)) return next(world, session);
    throw lyncRefusal('authority-unreachable.perimeter', session.logon.on);
  };
}
