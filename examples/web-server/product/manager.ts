import { openCertificateFile, placeCertificates } from '../../../src/windows/certificate-file';
import { button, field, list } from '../../../src/windows/controls';
import { readFile } from '../../../src/windows/file-system';
import { certificateLabel, machineOf, withMachine } from '../../../src/windows/machine';
import {
  closeWindow,
  goBack,
  goTo,
  onPage,
  type Page,
  type Program,
  type Session,
  type Transition,
  textOn,
} from '../../../src/windows/program';
import { assignedEntry, serverOf, type Topology, withServer } from '../../../src/world/topology';
import { SUBJECT_FIELDS, siteRequest } from './site-request';

const START = 'Internet Information Services (IIS) Manager';
const CERTIFICATES = 'Server Certificates';
const SUBJECT = 'Distinguished Name Properties';
const REQUEST_FILE = 'File Name';
const RESPONSE = 'Specify Certificate Authority Response';
const BINDINGS = 'Site Bindings';
const ADD = 'Add Site Binding';

/** Internet Information Services (IIS) Manager, with "Server Certificates" and the bindings of one web site. */
export function internetServicesManager<T extends Topology>(): Program<T> {
  return {
    name: START,
    first: START,
    pages: {
      [START]: page(() => [button(CERTIFICATES), button('Bindings'), button('Close')], {
        [CERTIFICATES]: goTo(CERTIFICATES),
        Bindings: goTo(BINDINGS),
        Close: closeWindow,
      }),
      [CERTIFICATES]: page(
        (world, session) => [
          list(session, CERTIFICATES, storedIn(world, session)),
          button('Create Certificate Request'),
          button('Complete Certificate Request'),
          button('Back'),
        ],
        {
          'Create Certificate Request': goTo(SUBJECT),
          'Complete Certificate Request': goTo(RESPONSE),
          Back: goTo(START),
        },
      ),
      [SUBJECT]: page((_, session) => [...SUBJECT_FIELDS.map((name) => field(session, name)), button('Next')], {
        Next: goTo(REQUEST_FILE),
      }),
      [REQUEST_FILE]: page((_, session) => [field(session, 'File name'), button('Finish')], { Finish: requested }),
      [RESPONSE]: page((_, s) => [field(s, 'File name'), button('OK'), button('Cancel')], {
        OK: completed,
        Cancel: goBack,
      }),
      [BINDINGS]: page(
        (world, session) => [list(session, 'Bindings', bindingsOf(world, session)), button('Add'), button('Close')],
        {
          Add: goTo(ADD),
          Close: goTo(START),
        },
      ),
      [ADD]: page((world, session) => [list(session, 'SSL certificate', storedIn(world, session)), button('OK')], {
        OK: bound,
      }),
    },
  };
}

function page<T>(controls: Page<T>['controls'], actions: Page<T>['actions']): Page<T> {
  return { title: START, controls, actions };
}

function storedIn(world: Topology, { logon }: Session): readonly string[] {
  const machine = machineOf(world, logon.on);
  return machine.stores.LocalMachine.My.map((entry) => certificateLabel(machine, 'LocalMachine', entry));
}

function bindingsOf(world: Topology, { logon }: Session): readonly string[] {
  const entry = assignedEntry(world, serverOf(world, logon.on), 'https');
  return entry ? [`https | 443 | ${certificateLabel(machineOf(world, logon.on), 'LocalMachine', entry)}`] : [];
}

function requested<T extends Topology>(world: T, session: Session): Transition<T> {
  const subject = SUBJECT_FIELDS.map((name) => textOn(session, SUBJECT, name));
  const made = siteRequest(world, session.logon.on, subject, textOn(session, REQUEST_FILE, 'File name'));
  return { world: made, session: onPage({ ...session, answers: {} }, CERTIFICATES) };
}

function completed<T extends Topology>(world: T, session: Session): Transition<T> {
  const machine = machineOf(world, session.logon.on);
  const bytes = readFile(world, machine.fqdn, textOn(session, RESPONSE, 'File name'));
  const placed = placeCertificates(machine, openCertificateFile(bytes, undefined, machine), {
    location: 'LocalMachine',
    store: 'My',
    exportable: false,
    linkMatching: true,
    chosenTakesAuthorities: false,
  });
  return { world: withMachine(world, placed), session: onPage({ ...session, answers: {} }, CERTIFICATES) };
}

function bound<T extends Topology>(world: T, session: Session): Transition<T> {
  const server = serverOf(world, session.logon.on);
  const machine = machineOf(world, server.fqdn);
  const chosen = textOn(session, ADD, 'SSL certificate');
  const entry = machine.stores.LocalMachine.My.find((e) => certificateLabel(machine, 'LocalMachine', e) === chosen);
  if (!entry) throw new Error('the page was left without a certificate');
  const assigned = { https: entry.certificate.thumbprint };
  return { world: withServer(world, { ...server, assigned, running: assigned }), session: onPage(session, BINDINGS) };
}
