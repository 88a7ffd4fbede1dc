const PEM = (label, body) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
const LONG =
  'MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\nRTESMBAGA1UEChMJQmFsdGltb3JlMRMwEQYDVQQLEwpDeWJlclRydXN0MSIwIAYD\nVQQDExlCYWx0aW1vcmUgQ3liZXJUcnVzdCBSb290MB4XDTAwMDUxMjE4NDYwMFoX';
const base64 = (text) => Buffer.from(text, 'utf8').toString('base64');

const account = 'CONTOSO\\edgeadmin';
const button = (label, available = true) => ({ kind: 'button', label, available });

const summary = (on) => ({
  kind: 'window',
  on,
  account,
  shots: [
    {
      title: 'Certificate Request',
      page: 'Request Summary',
      controls: [
        { kind: 'text', label: 'Computer', value: on === 'edge03' ? 'another' : 'the same', available: true },
        button('Back'),
        button('Next'),
      ],
      used: [{ control: 'Next', gesture: 'press' }],
    },
  ],
});

const change = (on) => ({
  kind: 'change',
  on,
  changes: [{ sign: 'changed', what: 'wizard', where: 'Step 3', detail: 'the button reads "Run again"' }],
});

const certificate = {
  kind: 'certificate',
  subject: 'CN=edge.contoso.com, O=康泰索 <script>alert(1)</script>, C=TW',
  issuer: 'CN=Contoso Issuing CA, DC=contoso, DC=com',
  serialNumber: '61000000050f1a2b3c',
  notBefore: '2013-11-07T09:00:00Z',
  notAfter: '2015-11-07T09:00:00Z',
  thumbprint: '9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B',
  keyAlgorithm: 'RSA',
  keyBits: 2048,
  signatureAlgorithm: 'sha256RSA',
  subjectAlternativeNames: ['edge.contoso.com', 'edge01.contoso.com'],
  extendedKeyUsage: ['Server Authentication (1.3.6.1.5.5.7.3.1)'],
  isCa: false,
  template: 'WebServer',
  pem: PEM('CERTIFICATE', LONG),
};

const file = (on, path, contains, text) => ({
  kind: 'file',
  on,
  path,
  contains,
  sha256: `${base64(text).length}`.padStart(64, '0'),
  base64: base64(text),
});

const HOSTILE = '<script>alert(1)</script>"\'&';

const untrusted = {
  code: 'root-not-trusted',
  severity: 'error',
  pool: 'edge.contoso.com',
  server: 'edge02.contoso.com',
  detail: `no path from "CN=edge.contoso.com" to a root in Trusted Root Certification Authorities: ${HOSTILE}`,
  remedy: 'import the chain file into the store of the computer, not of the user',
  source: '04952-208 04952-215; RFC 5280 section 6',
};

const expiring = {
  code: 'certificate-expires-soon',
  severity: 'warning',
  pool: 'edge.contoso.com',
  detail: 'the internal certificate 9F86D081 ends on 2013-11-21, in 14 days',
  remedy: 'request the next certificate now and assign it on every server',
  source: 'Microsoft Learn: Edge certificate planning',
};

const unexplained = {
  code: 'not-in-the-list',
  severity: 'info',
  pool: 'edge.contoso.com',
  server: 'edge01.contoso.com',
  detail: '3 certificates that nothing uses',
  remedy: 'delete them after the next backup',
  source: '04952-247',
};

exports.RECORDS = {
  judged: [
    { kind: 'findings', findings: [unexplained, expiring] },
    { kind: 'findings', findings: [untrusted, expiring, { ...untrusted, server: 'edge01.contoso.com' }] },
  ],
  shownOnce: { kind: 'findings', findings: [{ ...expiring, severity: 'error', pool: 'another.contoso.com' }] },
  nothingFound: { kind: 'findings', findings: [] },
  texts: {
    kind: 'texts',
    texts: {
      'what.file': 'file',
      'what.machine': 'machine',
      'what.private-key': 'private key',
      'what.request': 'request',
      'what.wizard': 'wizard',
      'refusal.key-too-short.detail': 'the template "{template}" asks for {needed} bits; found {found}',
      'refusal.key-too-short.remedy': 'make the request again with {needed} bits',
    },
  },
  codes: {
    kind: 'finding-codes',
    codes: [
      {
        code: 'root-not-trusted',
        title: 'The root authority is not trusted <on the server>',
        severity: 'error',
        symptom: 'users outside cannot sign in; event 14428 in the log "Lync Server"',
        cause: 'the chain file was imported for the user who was signed in',
        check: 'certutil -store root | findstr /c:"Contoso Root CA" & echo %errorlevel%',
        fix: 'import it again in the snap-in for the computer account',
        source: 'RFC 5280 section 6.1; 04952-208',
        certainty: 'documented',
      },
      {
        code: 'certificate-expires-soon',
        title: 'A certificate ends within 30 days',
        severity: 'warning',
        symptom: 'none until the day, then every connection is refused',
        cause: 'nobody renewed it',
        check: 'Get-CsCertificate | Where-Object { $_.NotAfter -lt (Get-Date).AddDays(30) }',
        fix: 'request and assign the next one',
        source: 'Microsoft Learn: Get-CsCertificate',
        certainty: 'reported',
      },
      {
        code: 'key-shared',
        title: 'Two pools share one private key',
        severity: 'info',
        symptom: 'none',
        cause: 'the file was imported on a server of another pool',
        check: 'compare the thumbprints of both pools',
        fix: 'request a certificate for each pool',
        source: 'no source',
        certainty: 'assumed',
      },
    ],
  },
  run: {
    kind: 'run',
    startedAt: '2013-11-07T09:00:00.000Z',
    environment: 'Contoso "north" & 台北',
    environmentFile: 'environments/contoso.yaml',
    versions: { 'certificate-rehearsal': '0.1.0' },
    topology: {
      internalServer: 'fe01',
      pools: [{ fqdn: 'edge.contoso.com', servers: ['edge01', 'edge02', 'edge03'] }],
    },
    assumptions: [
      {
        name: 'importedKeyExportable',
        value: 'false',
        about: 'Whether the wizard marks an imported key as exportable.',
      },
    ],
  },
  machines: { kind: 'machines', on: ['fe01', 'edge02'] },
  poolChange: {
    ...change('edge01'),
    changes: [{ sign: 'added', what: 'machine', where: 'the pool', detail: 'three Edge Servers' }],
  },
  deploymentWizard: {
    kind: 'window',
    on: 'edge01',
    account,
    shots: [
      {
        title: 'Lync Server 2013 – Deployment Wizard',
        page: 'Deploy',
        controls: [
          { kind: 'text', label: 'Step 1', value: 'Complete', available: true },
          {
            kind: 'tree',
            label: 'Console Root',
            value: 'Console Root > Certificates (Local Computer) > Personal',
            available: true,
            options: [
              'Console Root',
              'Console Root > Certificates (Local Computer)',
              'Console Root > Certificates (Local Computer) > Personal',
              'Console Root > Certificates (Local Computer) > Trusted Root Certification Authorities',
            ],
          },
          { kind: 'list', label: 'Servers', value: '', options: ['edge01', 'edge02'], available: true },
          { kind: 'link', label: 'Prerequisites', available: true },
          button('Run'),
          button('Exit', false),
        ],
        used: [
          { control: 'Run', gesture: 'press' },
          { control: 'Shortcut menu', gesture: 'choose', value: 'All Tasks' },
        ],
      },
    ],
  },
  nameAndSecurity: {
    kind: 'window',
    on: 'edge01',
    account,
    shots: [
      {
        title: 'Certificate Request',
        page: 'Delayed or Immediate Requests',
        controls: [
          {
            kind: 'radio',
            label: 'Send the request immediately to an online certification authority',
            value: false,
            available: false,
          },
          { kind: 'radio', label: 'Prepare the request now, but send it later', value: true, available: true },
          button('Back'),
          button('Next'),
          button('Cancel'),
        ],
        used: [
          { control: 'Prepare the request now, but send it later', gesture: 'choose' },
          { control: 'Next', gesture: 'press' },
        ],
      },
      {
        title: 'Certificate Request',
        page: 'Name and Security Settings',
        controls: [
          { kind: 'field', label: 'Friendly name', value: '內部邊緣憑證 "<i>', available: true },
          { kind: 'list', label: 'Bit length', value: '2048', options: ['1024', '2048', '4096'], available: true },
          { kind: 'checkbox', label: 'Mark certificate private key as exportable', value: true, available: true },
          { kind: 'field', label: 'Password', value: '', available: true },
          button('Back'),
          button('Next'),
          button('Cancel'),
        ],
        used: [
          { control: 'Friendly name:', gesture: 'type', value: '內部邊緣憑證 "<i>' },
          { control: 'Bit length', gesture: 'select', value: '2048' },
          { control: 'Mark certificate private key as exportable', gesture: 'tick' },
          { control: 'Next', gesture: 'press' },
        ],
      },
    ],
  },
  everyServer: [...['edge01', 'edge02', 'edge03'].map(summary), ...['edge03', 'edge01', 'edge02'].map(change)],
  requestChange: {
    kind: 'change',
    on: 'edge01',
    changes: [
      { sign: 'added', what: 'file', where: 'C:\\cert_internal_edge.req', detail: 'a certificate request' },
      { sign: 'added', what: 'private-key', where: 'Certificate Enrollment Requests', detail: 'RSA 2048, exportable' },
      { sign: 'removed', what: 'request', where: 'Certificate Enrollment Requests', detail: 'an older one' },
    ],
  },
  command: {
    kind: 'command',
    shell: 'Lync Server Management Shell',
    on: 'edge01',
    text: 'Request-CsCertificate -New -Type Internal -Output "C:\\cert_internal_edge.req" -PrivateKeyExportable $true',
    typed: false,
  },
  typedCommand: {
    kind: 'command',
    shell: 'Command Prompt',
    on: 'edge01',
    text: 'certutil -store my',
    typed: true,
    output: 'CertUtil: <command> completed',
  },
  request: {
    kind: 'request',
    subject: 'CN=edge.contoso.com, O=康泰索',
    keyAlgorithm: 'RSA',
    keyBits: 2048,
    signatureAlgorithm: 'sha256RSA',
    subjectAlternativeNames: ['edge.contoso.com'],
    pem: PEM('CERTIFICATE REQUEST', LONG),
  },
  certificate,
  requestFile: file('edge01.contoso.com', 'C:\\cert_internal_edge.req', 'request', PEM('CERTIFICATE REQUEST', LONG)),
  certificateFile: file('edge01.contoso.com', 'C:\\..\\..\\憑證"<>|.cer', 'certificate', PEM('CERTIFICATE', LONG)),
  sameFile: file('edge02.contoso.com', 'D:\\copy.cer', 'certificate', PEM('CERTIFICATE', LONG)),
  issued: {
    kind: 'disposition',
    authority: 'Contoso Issuing CA',
    requestId: 7,
    disposition: 'issued',
    message: 'Issued',
  },
  denied: {
    kind: 'disposition',
    authority: 'Contoso Issuing CA',
    requestId: 8,
    disposition: 'denied',
    hresult: 'CERTSRV_E_KEY_LENGTH 0x80094811',
    message: 'Denied by Policy Module <br>',
  },
  refusal: {
    kind: 'refusal',
    code: 'key-too-short',
    on: 'Contoso Issuing CA',
    detail: { code: 'refusal.key-too-short.detail', parameters: { template: 'WebServer', needed: 2048, found: 1024 } },
    remedy: { code: 'refusal.key-too-short.remedy', parameters: { needed: 2048 } },
    hresult: 'CERTSRV_E_KEY_LENGTH 0x80094811',
  },
  notApplicable: { kind: 'not-applicable', reason: 'the environment has one Edge Server & no pool' },
};
