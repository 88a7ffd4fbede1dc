/**
 * Scenarios that operate everything an environment describes, without separate assumptions: both pools, every
 * template, each account, and the behaviours that are assumed. Steps may fail; what they show is compared.
 */

const REQUEST = [
  'When the operator is logged on to the first Edge Server as the Edge administrator',
  'And the operator makes a request with a key of 4096 bits',
  'And the file "{request file}" is carried from the first Edge Server to the internal server',
];
const submitted = (role: string, choice: string): readonly string[] => [
  ...REQUEST,
  `And the operator is logged on to the internal server as ${role}`,
  `And the operator submits the request ${choice}`,
];
const HELD = ['Given every Edge Server holds the internal certificate'];

const SCENARIOS: Readonly<Record<string, readonly string[]>> = {
  'every pool': [
    'When every pool has been set up',
    'When the judge looks at the deployment',
    'Then the judge finds nothing',
  ],
  'external certificates': ['When the external certificates are assigned on every Edge Server'],
  'first template': submitted('the Lync administrator', 'for the template "WebServer"'),
  'second template': [
    ...submitted('the Lync administrator', 'for the template "WebServerManual"'),
    'And the certificate manager issues the request',
  ],
  'third template': submitted('the Lync administrator', 'for the template "WebServer4096"'),
  'ordinary user, first template': submitted('an ordinary user', 'for the template "WebServer"'),
  'ordinary user, second template': submitted('an ordinary user', 'for the template "WebServerManual"'),
  'ordinary user, third template': submitted('an ordinary user', 'for the template "WebServer4096"'),
  'ordinary user as manager': [
    ...submitted('the Lync administrator', 'for the template "WebServerManual"'),
    'And the ordinary user issues the request',
  ],
  attribute: submitted('the Lync administrator', 'with the attribute "san:dns=other.example.com"'),
  'templates on the site': [
    'When the operator is logged on to the internal server as the Lync administrator',
    'And the operator asks the site for a new request over https',
    'Then the site lists these certificates of the authority:\n        | x |',
  ],
  http: [
    'When the operator is logged on to the internal server as the Lync administrator',
    'And the operator downloads the chain over http',
  ],
  'two requests': [
    'Given the first Edge Server has made a request, and the response has been carried back to it',
    'When the operator is logged on to the first Edge Server as the Edge administrator',
    'And the operator makes a request with an exportable key',
    'And the answer is imported on the first Edge Server',
  ],
  'response without key': [
    'Given the first Edge Server has made a request, and the response has been carried back to it',
    'When the file "{response file}" is carried from the first Edge Server to the second Edge Server',
    'And the response is imported on the second Edge Server',
  ],
  'export without password': [
    ...HELD,
    'When the first Edge Server exports the internal certificate with an empty password',
  ],
  'export and deletion': [
    ...HELD,
    'When the first Edge Server exports the internal certificate and deletes its private key',
  ],
  'import with the snap-in': [
    ...HELD,
    'When the first Edge Server exports the internal certificate with its private key',
    'And the exported file is imported on the first Edge Server with the snap-in, among the trusted roots',
  ],
  'own certificate': [...HELD, 'When a separate certificate is assigned on the second Edge Server'],
  'other pool': [
    ...HELD,
    'And the first Edge Server has exported the internal certificate with its private key',
    'When the exported file is imported on the first Edge Server of the second pool with its password',
    'Then the internal certificate is not offered for assignment on the first Edge Server of the second pool: subject-mismatch',
  ],
  'export for the other servers': [
    ...HELD,
    'And the first Edge Server has exported the internal certificate with its private key',
    'When the exported file is imported on the second Edge Server with its password',
  ],
  'external certificates of the second pool': [
    'When the external certificates are assigned on the first Edge Server of the second pool',
  ],
  'response with the snap-in': [
    'Given the first Edge Server has made a request, and the response has been carried back to it',
    'When the response is imported on the first Edge Server with the snap-in',
  ],
  'cancelled wizard': [
    'Given the operator is logged on to the first Edge Server as the Edge administrator',
    'When the operator opens Step 3 of the Deployment Wizard and cancels it',
    'Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" without a check mark',
  ],
  'permission of domain users': [
    'Given only "Domain Users" may enroll for the template "WebServer"',
    ...submitted('the Lync administrator', 'with its template'),
  ],
  'permission of administrators': [
    'Given only "Administrators" may enroll for the template "WebServer"',
    ...submitted('the Lync administrator', 'with its template'),
  ],
  'check mark': [
    ...HELD,
    'When the internal certificate is assigned on the first Edge Server',
    'Then Step 3 of the Deployment Wizard on the first Edge Server says "Run again" with a green check mark',
  ],
  'validity of the first template': [
    'Given the issuing authority gives no certificate more than 5 years',
    ...submitted('the Lync administrator', 'for the template "WebServer"'),
  ],
  'validity of the second template': [
    'Given the issuing authority gives no certificate more than 5 years',
    ...submitted('the Lync administrator', 'for the template "WebServerManual"'),
    'And the certificate manager issues the request',
  ],
  'request without the right to request': [
    'Given only "Enterprise Admins" may request certificates from the issuing authority',
    ...submitted('the Lync administrator', 'with its template'),
  ],
  'template of version 3 on the site': [
    'Given the template of the internal certificate is of version 3',
    'When the operator is logged on to the internal server as the Lync administrator',
    'And the operator asks the site for a new request over https',
    'Then the site offers the template of the internal certificate',
  ],
  'request to a public authority': [...REQUEST, 'And the request is sent to a public authority'],
  'unreachable revocation list': [
    'Given every pool has been set up',
    'And on the internal server, the host of the revocation list is out of reach',
    'When the judge looks at the deployment',
    'Then replication to the first Edge Server fails with event 1',
  ],
  'import with the command': [
    ...HELD,
    'And the first Edge Server has exported the internal certificate with its private key',
    'And the operator is logged on to the second Edge Server as the Edge administrator',
    'When the operator types the command:\n        """\n        Import-CsCertificate -Path "{exported file}" -Password "{password}" -PrivateKeyExportable $True\n        """',
    'Then the judge finds nothing',
  ],
  'export on the internal server': [
    'When the operator is logged on to the internal server as the Lync administrator',
    'And the operator exports the certificate of the issuing authority with its certification path',
  ],
  'export for a group on the internal server': [
    'Given the Front End Server holds the internal certificate with an exportable private key',
    'And the Front End Server has exported the internal certificate for the group "Domain Users"',
  ],
  'certificates of the internal server': [
    'When the operator is logged on to the internal server as the Lync administrator',
    'And the operator types the command:\n        """\n        certutil -store My\n        """',
  ],
  'site by its name': ['Given every pool has been set up', 'When the judge looks at the site "Redmond"'],
  'second site by its name': ['Given every pool has been set up', 'When the judge looks at the site "Dublin"'],
  'late certificate': [
    'When 3300 days pass',
    'And the first Edge Server obtains its internal certificate with an exportable key',
  ],
};

const IMPORTED = (server: string): readonly string[] => [
  'Given every pool has been set up',
  `And the chain has been imported on ${server} as the document says`,
  'When the judge looks at the deployment',
  'Then replication to the first Edge Server is up to date',
  'Then the judge finds nothing',
];

const SERVERS = ['the first Edge Server', 'the second Edge Server', 'the third Edge Server'];
const WINDOWS = [...SERVERS, 'the first Edge Server of the second pool', 'the internal server'];

/** The scenarios of a feature file: to start a run takes as long as some scenarios. */
const TOGETHER = 12;

/** The texts of features with these scenarios. */
export function tour(): readonly string[] {
  const windows = WINDOWS.map((server) => [`Windows of ${server}`, IMPORTED(server)] as const);
  const scenarios = [...Object.entries(SCENARIOS), ...windows].map(
    ([name, steps]) => `  Example: ${name}\n${steps.map((step) => `    ${step}\n`).join('')}`,
  );
  const starts = scenarios.flatMap((_, index) => (index % TOGETHER === 0 ? [index] : []));
  return starts.map((start) => `Feature: Tour\n\n${scenarios.slice(start, start + TOGETHER).join('\n')}`);
}
