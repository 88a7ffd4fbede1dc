const product = require('certificate-rehearsal');

const { button, checkbox, field, list, text, goTo, onPage, textOn } = product;

const MANAGER = 'Internet Information Services (IIS) Manager';
const CERTIFICATES = 'Server Certificates';
const SUBJECT = 'Distinguished Name Properties';
const PROVIDER = 'Cryptographic Service Provider Properties';
const REQUEST_FILE = 'File Name';
const RESPONSE = 'Specify Certificate Authority Response';
const EXPORT = 'Export Certificate';
const IMPORT = 'Import Certificate';
const BINDINGS = 'Site Bindings';
const BINDING = 'Edit Site Binding';
const RESPONSE_FILE = "File name containing the certification authority's response";
const SNI = 'Require Server Name Indication';
const PFX = 'Certificate file (.pfx)';
const ALLOW = 'Allow this certificate to be exported';
const BINDING_TEXTS = [text('Type', 'https'), text('IP address', 'All Unassigned'), text('Port', '443')];

/** What IIS Manager refuses, in English. */
const IIS_REFUSALS = /** @type {const} */ ({
  'request-made-elsewhere': {
    detail: 'no request on this server belongs to the certificate in {file}',
    remedy: 'complete the request on the server that made it',
  },
  'no-certificate-selected': { detail: 'no certificate is selected', remedy: 'select one in the list' },
  'confirmation-differs': { detail: 'the two passwords differ', remedy: 'type the same password in both fields' },
});
const iisRefusal = product.refusalsOf(IIS_REFUSALS);

/** The fields of "Distinguished Name Properties", and the attributes that they become. */
const FIELDS = [
  'Common name',
  'Organization',
  'Organizational unit',
  'City/locality',
  'State/province',
  'Country/region',
];
const ATTRIBUTES = ['CN', 'O', 'OU', 'L', 'S', 'C'];

/** The pages of IIS Manager that a renewal needs, with the labels of IIS 8. Each action has a button. */
function internetServicesManager() {
  const pages = {
    [MANAGER]: page(() => [], {
      [CERTIFICATES]: goTo(CERTIFICATES),
      'Bindings...': goTo(BINDINGS),
      Close: product.closeWindow,
    }),
    [CERTIFICATES]: page((world, s) => [list(s, CERTIFICATES, storedOn(world, s))], {
      'Import...': goTo(IMPORT),
      'Create Certificate Request...': goTo(SUBJECT),
      'Complete Certificate Request...': goTo(RESPONSE),
      'Export...': goTo(EXPORT),
      Back: goTo(MANAGER),
    }),
    [SUBJECT]: page((_, s) => FIELDS.map((name) => field(s, name)), { Next: goTo(PROVIDER) }),
    [PROVIDER]: page((_, s) => [list(s, 'Bit length', ['1024', '2048', '4096'], '1024')], { Next: goTo(REQUEST_FILE) }),
    [REQUEST_FILE]: page((_, s) => [field(s, 'Specify a file name for the certificate request')], {
      Finish: requested,
    }),
    [RESPONSE]: page((_, s) => [field(s, RESPONSE_FILE), field(s, 'Friendly name')], { OK: completed }),
    [EXPORT]: page((_, s) => [field(s, 'Export to'), ...passwords(s, ['Password', 'Confirm password'])], {
      OK: exported,
    }),
    [IMPORT]: page((_, s) => [field(s, PFX), ...passwords(s, ['Password']), checkbox(s, ALLOW, true)], {
      OK: imported,
    }),
    [BINDINGS]: page(() => [text('https', 'port 443')], {
      'Edit...': goTo(BINDING),
      Close: goTo(MANAGER),
    }),
    [BINDING]: page((world, s) => [...BINDING_TEXTS, field(s, 'Host name'), ...bindingChoices(world, s)], {
      OK: bound,
    }),
  };
  return { name: MANAGER, first: MANAGER, pages };
}

const passwords = (session, labels) => labels.map((label) => field(session, label, '', { secret: true }));

function page(controls, actions) {
  const buttons = Object.keys(actions).map((label) => button(label));
  return { title: MANAGER, controls: (world, session) => [...controls(world, session), ...buttons], actions };
}

function bindingChoices(world, session) {
  const { sni } = product.serverOf(world, session.logon.on);
  return [checkbox(session, SNI, sni), list(session, 'SSL certificate', storedOn(world, session))];
}

function certificatesOn(world, { logon }) {
  const machine = product.machineOf(world, logon.on);
  return machine.stores.LocalMachine.My.map((entry) => [
    product.certificateLabel(machine, 'LocalMachine', entry),
    entry,
  ]);
}

/** The certificates as the lists show them; the thumbprint tells equal names apart. */
function storedOn(world, session) {
  return certificatesOn(world, session).map(([label, { certificate }]) => `${label} (${certificate.thumbprint})`);
}

function chosenOn(world, session, onThisPage, label) {
  const chosen = textOn(session, onThisPage, label);
  const found = certificatesOn(world, session).find(([, { certificate }]) => chosen.includes(certificate.thumbprint));
  if (!found) throw iisRefusal('no-certificate-selected', session.logon.on);
  return found[1];
}

/** "Create Certificate Request...": a key and a request with a subject, and without alternative names. */
function requested(world, session) {
  const values = FIELDS.map((label, index) => ({ type: ATTRIBUTES[index], value: textOn(session, SUBJECT, label) }));
  const subject = values.filter(({ value }) => value !== '').reverse();
  const [request, next] = product.createPendingRequest(world, session.logon, {
    ...{ process: 'InetMgr.exe', location: 'LocalMachine', exportable: true, friendlyName: '', subject },
    ...{ keySize: Number(textOn(session, PROVIDER, 'Bit length')), extendedKeyUsage: ['serverAuth'], keyUsage: [] },
    ...{ provider: 'Microsoft RSA SChannel Cryptographic Provider', subjectAlternativeNames: [] },
  });
  const path = textOn(session, REQUEST_FILE, 'Specify a file name for the certificate request');
  const written = product.writeFile(next, session.logon.on, path, Buffer.from(product.requestPem(request)));
  return finished(written, session, CERTIFICATES);
}

/** "Complete Certificate Request...": only where the request was made. */
function completed(world, session) {
  const { on } = session.logon;
  const machine = product.machineOf(world, on);
  const path = textOn(session, RESPONSE, RESPONSE_FILE);
  const file = product.openCertificateFile(product.readFile(world, on, path), undefined, machine);
  const isPending = ({ certificate }) =>
    machine.stores.LocalMachine.REQUEST.some((one) => one.certificate.publicKeyId === certificate.publicKeyId);
  if (!file.certificates.some(isPending)) throw iisRefusal('request-made-elsewhere', on, { file: path });
  const friendlyName = textOn(session, RESPONSE, 'Friendly name');
  const named = { ...file, certificates: file.certificates.map((one) => ({ ...one, friendlyName })) };
  return placed(world, session, named, false);
}

function exported(world, session) {
  const entry = chosenOn(world, session, CERTIFICATES, CERTIFICATES);
  const secret = textOn(session, EXPORT, 'Password');
  if (secret !== textOn(session, EXPORT, 'Confirm password'))
    throw iisRefusal('confirmation-differs', session.logon.on);
  const order = {
    ...{ on: session.logon.on, location: 'LocalMachine', entry, path: textOn(session, EXPORT, 'Export to') },
    ...{ format: 'pkcs12', includePath: false, extendedProperties: true, deleteKey: false, password: secret },
  };
  return finished(product.exportCertificate(world, order), session, CERTIFICATES);
}

function imported(world, session) {
  const { on } = session.logon;
  const bytes = product.readFile(world, on, textOn(session, IMPORT, PFX));
  const file = product.openCertificateFile(bytes, textOn(session, IMPORT, 'Password'), product.machineOf(world, on));
  return placed(world, session, file, product.isOn(session, IMPORT, ALLOW));
}

function placed(world, session, file, exportable) {
  const placement = { location: 'LocalMachine', store: 'My', exportable, linkMatching: true };
  const machine = product.placeCertificates(product.machineOf(world, session.logon.on), file, placement);
  return finished(product.withMachine(world, machine), session, CERTIFICATES);
}

/** "Edit Site Binding": http.sys presents the certificate to the next client. */
function bound(world, session) {
  const server = product.serverOf(world, session.logon.on);
  const sni = product.isOn(session, BINDING, SNI);
  const entry = chosenOn(world, session, BINDING, 'SSL certificate');
  const assigned = { https: entry.certificate.thumbprint };
  return finished(product.withServer(world, { ...server, sni, assigned, running: assigned }), session, BINDINGS);
}

/** Shows the next page, with all fields empty again. */
function finished(world, session, next) {
  return { world, session: onPage({ ...session, answers: {} }, next) };
}

module.exports = { IIS_REFUSALS, internetServicesManager };
