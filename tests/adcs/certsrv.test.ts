import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { approve, deny, revoke } from '../../src/adcs/certificate-manager';
import { respond } from '../../src/adcs/certsrv/site';
import type { Reply, Site, WebRequest } from '../../src/adcs/certsrv/web';
import { renew } from '../../src/adcs/hierarchy';
import type { CertificateTemplate } from '../../src/adcs/template';
import { takeKey } from '../../src/determinism';
import { issuingAuthority } from '../../src/world/deployment';
import { certificatePem, readCertificate } from '../../src/x509/certificate';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { readPkcs7 } from '../../src/x509/pkcs7';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';
import { execute, withPrograms } from '../support/programs';
import { inTemporaryFolder } from '../support/rehearse';

/** Tokens that clients of the real web site search for are in the expected places. */

const START = deploymentOf(environmentOf({}), {});
const SITE: Site = { authority: issuingAuthority(START), determinism: START.determinism };
const REQUESTER = { account: 'CONTOSO\\lyncadmin', groups: ['RTCUniversalServerAdmins'] };
const MANAGER = { account: 'CONTOSO\\certmanager', groups: [] };

function ask(site: Site, target: string, more: Partial<WebRequest> = {}): Reply {
  return respond(site, {
    scheme: 'https',
    method: 'GET',
    target: `/certsrv/${target}`,
    form: {},
    requester: REQUESTER,
    ...more,
  });
}

function post(site: Site, form: Readonly<Record<string, string>>): Reply {
  return ask(site, 'certfnsh.asp', { method: 'POST', form });
}

const text = ({ response }: Reply): string => Buffer.from(response.body).toString('utf8');

function request(): string {
  const [pem] = takeKey(START.determinism, 2048);
  const subject = distinguishedName('CN=edgepool.contoso.com');
  return requestPem(createRequest({ subject, keyPair: keyPair(pem), subjectAlternativeNames: [] }));
}

const submitted = (template: string): Reply =>
  post(SITE, {
    Mode: 'newreq',
    CertRequest: request(),
    CertAttrib: `CertificateTemplate:${template}\r\n`,
    SaveCert: 'yes',
  });

test('an issued certificate is found by its links and downloaded in both encodings', () => {
  const issued = submitted('WebServer');
  const id = /certnew\.cer\?ReqID=(\d+)&/.exec(text(issued))?.[1];
  expect(text(issued))
    .to.match(/Certificate Issued/)
    .and.match(/function handleGetCert\(\) \{\nlocation="certnew\.cer\?ReqID=\d+&"/);
  expect(text(issued)).not.to.match(/pending|denied|rejected/);
  const [binary, base64] = ['bin', 'b64'].map((enc) => ask(issued, `certnew.cer?ReqID=${id}&Enc=${enc}`).response);
  expect(binary?.contentType).to.equal('application/pkix-cert');
  expect(readCertificate(binary?.body ?? Buffer.alloc(0))).to.deep.equal(
    readCertificate(base64?.body ?? Buffer.alloc(0)),
  );
  const chain = ask(issued, `certnew.p7b?ReqID=${id}&Enc=bin`).response;
  expect(chain.contentType).to.equal('application/x-pkcs7-certificates');
  expect(readPkcs7(chain.body).map(({ isCa }) => isCa)).to.deep.equal([false, true, true]);
});

test('a certificate is offered in the encoding that is chosen on the page, and by hidden links in both', () => {
  const html = text(submitted('WebServer'));
  const links = [...html.matchAll(/<A Href="([^"]+)">([^<]+)<\/A>/g)].map(([, target, label]) => `${label}: ${target}`);
  const visible = links.filter((one) => one.startsWith('Download'));
  expect(visible.map((one) => one.replace(/ReqID=\d+/, 'ReqID=N'))).to.deep.equal([
    'Download certificate: certnew.cer?ReqID=N&amp;Enc=bin',
    'Download certificate chain: certnew.p7b?ReqID=N&amp;Enc=bin',
  ]);
  expect(html).to.match(/id="rbDerEnc" checked><label for="rbDerEnc">DER encoded</);
  expect(html).to.match(/id="rbB64Enc"><label for="rbB64Enc">Base 64 encoded</);
  expect(links.find((one) => one.includes('b64') && !one.includes('p7b'))).to.match(
    /certnew\.cer\?ReqID=\d+&amp;Enc=b64$/,
  );
});

test('a requester without the right to request is told so without a request id', () => {
  const { authority } = SITE;
  const closed = { ...authority, permissions: { ...authority.permissions, requestCertificates: ['Nobody'] } };
  const html = text(post({ ...SITE, authority: closed }, { Mode: 'newreq', CertRequest: request() }));
  expect(html)
    .to.match(/Certificate Request Denied/)
    .and.not.match(/Your Request Id|Policy Module/);
  expect(html).to.include('0x80094011 (-2146877423 CERTSRV_E_ENROLL_DENIED)');
});

test('the pages list templates that take the subject from the request, up to the version that is assumed', () => {
  const listed = (change: Partial<CertificateTemplate>, certsrvTemplateVersion: 2 | 3 = 3): boolean => {
    const templates = SITE.authority.templates.map((one) => (one.name === 'WebServer' ? { ...one, ...change } : one));
    const authority = { ...SITE.authority, templates, certsrvTemplateVersion };
    return text(ask({ ...SITE, authority }, 'certrqxt.asp')).includes('E;WebServer;');
  };
  expect([listed({ version: 3 }), listed({ version: 4 }), listed({ version: 3 }, 2)]).to.deep.equal([
    true,
    false,
    false,
  ]);
  expect([listed({ subjectFrom: 'directory' }), listed({ published: false })]).to.deep.equal([false, false]);
});

test('the type of a certificate depends on whether the client is a browser, if that is assumed', () => {
  const type = (userAgent: string | undefined, target: string, certsrvTypeNeedsBrowser = true): string => {
    const site = { ...SITE, authority: { ...SITE.authority, certsrvTypeNeedsBrowser } };
    return ask(site, target, userAgent === undefined ? {} : { userAgent }).response.contentType;
  };
  const certificate = 'certnew.cer?ReqID=CACert&Enc=bin';
  const browsers = ['Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko', undefined];
  for (const browser of browsers) expect(type(browser, certificate)).to.equal('application/pkix-cert');
  for (const program of ['curl/7.88.1', '']) {
    expect(type(program, certificate)).to.equal('text/html');
    expect(type(program, 'certnew.p7b?ReqID=CACert&Enc=b64')).to.equal('text/html');
    expect(type(program, 'certcrl.crl?Type=base')).to.equal('application/pkix-crl');
    expect(type(program, certificate, false)).to.equal('application/pkix-cert');
  }
});

test('while the service is stopped, the pages say so', () => {
  const authority = { ...SITE.authority, service: { stoppedAt: SITE.determinism.now, unscheduledLists: [] } };
  expect(text(ask({ ...SITE, authority }, ''))).to.match(/Service has not been started\..*0x800706ba/);
});

test('a pending request says its id, is still pending when asked, then issued or denied', () => {
  const pending = submitted('WebServerManual');
  const id = Number(/Your Request Id is (\d+)/.exec(text(pending))?.[1]);
  expect(text(pending))
    .to.match(/Certificate Pending/)
    .and.not.match(/certnew\.cer\?ReqID=/);
  expect(text(post(pending, { Mode: 'chkpnd', ReqID: String(id) }))).to.match(/still pending/);
  expect(text(ask(pending, `certnew.cer?ReqID=${id}&Enc=b64`))).to.match(
    /Disposition message:[^\t]+\t\tTaken Under Submission\r\n/,
  );
  const denied = { ...pending, authority: deny(pending.authority, MANAGER, id) };
  expect(text(post(denied, { mode: 'chkpnd', reqid: String(id) }))).to.match(/Certificate Request Denied/);
  expect(text(ask(denied, `certnew.cer?ReqID=${id}&Enc=b64`))).to.match(
    /0x80094014 \(-2146877420 CERTSRV_E_ADMIN_DENIED_REQUEST\)/,
  );
  const issued = { ...pending, ...approve(pending.authority, MANAGER, id, pending.determinism) };
  expect(text(post(issued, { Mode: 'chkpnd', ReqID: String(id) }))).to.match(/Certificate Issued/);
});

test('denials say the policy module’s code, an unknown id says that the property is empty', () => {
  expect(text(submitted('NoSuchTemplate'))).to.match(
    /The disposition message is "Denied by Policy Module {2}0x80094800, The request was for a certificate template that is not supported.*: NoSuchTemplate\."/,
  );
  expect(text(post(SITE, { CertRequest: 'nonsense', CertAttrib: 'CertificateTemplate:WebServer' }))).to.match(
    /Error Parsing Request/,
  );
  expect(text(ask(SITE, 'certnew.cer?ReqID=99&Enc=bin'))).to.match(
    /0x80094004 \(-2146877436 CERTSRV_E_PROPERTY_EMPTY\)/,
  );
});

test('the authority’s certificate and path: the newest by default, older ones by their renewal', () => {
  const { authority } = renew(SITE.authority, [...START.authorities.values()][0], START.determinism);
  const renewed = { ...SITE, authority };
  expect(text(ask(renewed, 'certcarc.asp'))).to.match(/var nRenewals=1;/);
  const thumbprint = (target: string): string => readCertificate(ask(renewed, target).response.body).thumbprint;
  const [original, current] = authority.generations.map(({ certificate }) => certificate.thumbprint);
  expect(thumbprint('certnew.cer?ReqID=CACert&Renewal=0&Enc=bin')).to.equal(original);
  for (const query of ['Renewal=1&Enc=bin', 'Renewal=-1&Enc=b64', 'ENC=bin']) {
    expect(thumbprint(`certnew.cer?ReqID=CACert&${query}`), query).to.equal(current);
  }
  const armoured = ask(renewed, 'certnew.p7b?ReqID=CACert&Renewal=1&Enc=b64').response;
  expect(Buffer.from(armoured.body).toString()).to.match(/^-----BEGIN CERTIFICATE-----\r\n/);
  expect(readPkcs7(armoured.body).map((c) => c.thumbprint)).to.deep.equal([
    current,
    authority.superiors[0]?.thumbprint,
  ]);
});

test('the authority has a CRL for each of its keys: OpenSSL finds what an older key signed on its own list only', (t) => {
  const issued = submitted('WebServer');
  const id = Number(/ReqID=(\d+)&/.exec(text(issued))?.[1]);
  const leaf = ask(issued, `certnew.cer?ReqID=${id}&Enc=b64`).response.body;
  const { authority: renewed } = renew(issued.authority, [...START.authorities.values()][0], START.determinism);
  const authority = revoke(renewed, MANAGER, id, { now: START.determinism.now, reason: 4 });
  const verified = (folder: string, list: string): string => {
    const files = { leaf, list: ask({ ...issued, authority }, `certcrl.crl?Type=base&${list}&Enc=b64`).response.body };
    for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), body);
    const [root, issuing] = [...START.authorities.values()].map(({ generations }) => generations[0]?.certificate);
    for (const [name, one] of Object.entries({ root, issuing }))
      if (one) writeFileSync(join(folder, name), certificatePem(one));
    const path = ['-no-CAfile', '-no-CApath', '-trusted', join(folder, 'root'), '-untrusted', join(folder, 'issuing')];
    const at = ['-attime', String(START.determinism.now / 1000)];
    return execute('openssl', [
      'verify',
      ...path,
      ...at,
      '-crl_check',
      '-CRLfile',
      join(folder, 'list'),
      join(folder, 'leaf'),
    ]).all;
  };
  withPrograms(t, ['openssl'], () =>
    inTemporaryFolder((folder) => {
      expect(verified(folder, 'Renewal=0')).to.match(/certificate revoked/);
      expect(verified(folder, 'Renewal=1')).to.match(/unable to get certificate CRL/);
    }),
  );
});

test('every value on a page is escaped', () => {
  const name = '<img src=x onerror="alert(1)">';
  const denied = submitted(name);
  const id = denied.authority.requests.at(-1)?.id ?? 0;
  const pages = [
    denied,
    ask({ ...SITE, authority: denied.authority }, `certnew.cer?ReqID=${id}&Enc=b64`),
    ask(SITE, `${name}.asp`),
    post(SITE, { Mode: name }),
    post(SITE, { Mode: 'chkpnd', ReqID: name }),
    ask({ ...SITE, authority: { ...SITE.authority, name } }, 'certcarc.asp'),
  ];
  for (const page of pages) expect(text(page)).not.to.contain('<img');
  expect(text(denied)).to.contain('&lt;img');
});

test('a server that does not know the version of a template denies a request for it', () => {
  const changed = SITE.authority.templates.map((one) =>
    one.name === 'WebServer' ? { ...one, version: 4 as const } : one,
  );
  const authority = { ...SITE.authority, templates: changed };
  const form = { Mode: 'newreq', CertRequest: request(), CertAttrib: 'CertificateTemplate:WebServer\r\n' };
  for (const [highestTemplateVersion, heading] of [
    [3, 'Certificate Request Denied'],
    [4, 'Certificate Issued'],
  ] as const)
    expect(text(post({ ...SITE, authority, highestTemplateVersion }, form))).to.include(heading);
});
