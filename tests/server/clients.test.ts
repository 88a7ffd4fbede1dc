import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { readCertificate } from '../../src/x509/certificate';
import { execute, withPrograms } from '../support/programs';
import { curl, manage, requestId, type Served, serve, stopServers, submit } from './served';

/** Real clients against the site: what they send, and what they search for in the answers. */

const TEMPLATE = 'WebServer';
const APPROVED = 'WebServerManual';

describe('rehearse serve', () => {
  let server: Served;
  let request = '';

  before(async () => {
    server = await serve('--password', 'Rehearse!1');
    const key = join(server.folder, 'key.pem');
    const subject = ['-subj', '/CN=edgepool.contoso.com', '-addext', 'subjectAltName=DNS:edgepool.contoso.com'];
    request = execute('openssl', ['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, ...subject]).stdout;
  });
  after(stopServers);

  const file = (name: string): string => join(server.folder, name);

  function download(path: string, name: string, ...args: readonly string[]): string {
    const shown = ['--output', file(name), '--write-out', '%{http_code} %{content_type}'];
    const said = curl(server, path, '--user-agent', 'Mozilla/5.0', ...shown, ...args);
    return said.stdout;
  }

  it('issues a certificate that OpenSSL verifies with the path, and with the revocation list at its address', (t) => {
    withPrograms(t, ['curl', 'openssl'], () => {
      const id = requestId(submit(server, request, TEMPLATE));
      expect(download(`certnew.cer?ReqID=${id}&Enc=b64`, 'leaf.pem')).to.equal('200 application/pkix-cert');
      expect(download('certnew.p7b?ReqID=CACert&Renewal=0&Enc=b64', 'path.p7b')).to.equal(
        '200 application/x-pkcs7-certificates',
      );
      const path = execute('openssl', ['pkcs7', '-print_certs', '-in', file('path.p7b')]).stdout;
      writeFileSync(file('path.pem'), path);
      const trust = ['-no-CAfile', '-no-CApath', '-trusted', server.rootCertificate, '-untrusted', file('path.pem')];
      const name = ['-verify_hostname', 'edgepool.contoso.com', '-purpose', 'sslserver'];
      const verify = ['openssl', 'verify', '-crl_check', '-crl_download', ...trust, ...name, file('leaf.pem')];
      const verified = execute('env', [`http_proxy=${server.http}`, ...verify]);
      expect([verified.status, verified.stdout]).to.deep.equal([0, `${file('leaf.pem')}: OK\n`]);
    });
  });

  for (const scheme of ['--basic', '--ntlm']) {
    it(`knows the account by ${scheme.slice(2)}, in each form of its name, and refuses a wrong password`, (t) => {
      withPrograms(t, ['curl'], () => {
        const status = (user: string): string =>
          curl(server, '', scheme, '--user', user, '--output', file('page'), '--write-out', '%{http_code}').stdout;
        const names = ['CONTOSO\\lyncadmin', 'contoso\\LyncAdmin', 'lyncadmin@contoso.com', 'lyncadmin'];
        expect(names.map((name) => status(`${name}:Rehearse!1`))).to.deep.equal(['200', '200', '200', '200']);
        const wrong = ['lyncadmin:rehearse!1', 'lyncadmin:', 'nobody:Rehearse!1', 'FABRIKAM\\lyncadmin:Rehearse!1'];
        expect(wrong.map(status)).to.deep.equal(['401', '401', '401', '401']);
        expect(readFileSync(file('page'), 'utf8')).to.contain('401 - Unauthorized: Access is denied');
      });
    });
  }

  it('offers the three schemes without credentials, and never redirects', (t) => {
    withPrograms(t, ['curl'], () => {
      const { stdout } = execute('curl', ['-sS', '-i', '--cacert', server.rootCertificate, `${server.url}/`]);
      expect(stdout).to.match(/^HTTP\/1\.1 401 Unauthorized\r\n/);
      const offered = [...stdout.matchAll(/^www-authenticate: (\w+)/gim)].map(([, scheme]) => scheme);
      expect(offered).to.deep.equal(['Negotiate', 'NTLM', 'Basic']);
      expect(curl(server, '', '-o', file('page'), '-w', '%{http_code}').stdout).to.equal('200');
    });
  });

  it('lets a request wait until a certificate manager issues it', async (t) => {
    if (execute('curl', ['--version']).status !== 0) return withPrograms(t, ['curl'], () => undefined);
    const waiting = submit(server, request, APPROVED);
    expect(waiting.stdout).to.contain('Certificate Pending').and.not.contain('certnew.cer?ReqID=');
    const id = requestId(waiting);
    expect(waiting.stdout).to.contain(`' nReqId = ${id}\n`);
    const poll = () => curl(server, 'certfnsh.asp', '--data', `Mode=chkpnd&ReqID=${id}&SaveCert=yes`).stdout;
    expect(poll()).to.contain('still pending');
    expect(download(`certnew.cer?ReqID=${id}&Enc=b64`, 'none.cer')).to.equal('200 text/html');
    expect(/Disposition message:[^\t]+\t\t([^\r\n]+)/.exec(readFileSync(file('none.cer'), 'utf8'))?.[1]).to.equal(
      'Taken Under Submission',
    );
    expect((await manage(server, `/requests/${id}/issue`, {})).body.disposition).to.equal('issued');
    expect(poll()).to.contain(`certnew.cer?ReqID=${id}&amp;Enc=b64`);
    expect(download(`certnew.cer?reqid=${id}&enc=BIN`, 'leaf.cer')).to.equal('200 application/pkix-cert');
    expect(readCertificate(readFileSync(file('leaf.cer'))).serialNumber).to.match(new RegExp(`${id.toString(16)}$`));
  });

  it('says why a request is denied, with status 200', async (t) => {
    if (execute('curl', ['--version']).status !== 0) return withPrograms(t, ['curl'], () => undefined);
    const message = (page: string): string => /The disposition message is "(.*)"/.exec(page)?.[1] ?? page;
    const answer = (...args: Parameters<typeof submit>) => submit(...args, '--write-out', '\n%{http_code}').stdout;
    const unsupported = answer(server, request, 'Nope');
    expect(message(unsupported)).to.match(/^Denied by Policy Module {2}0x80094800, .*: Nope\.$/);
    expect(unsupported.endsWith('\n200')).to.equal(true);
    expect(message(answer(server, 'no request', TEMPLATE))).to.match(/^Error Parsing Request /);
    const stranger = submit(server, request, TEMPLATE, '--user', 'user01:Rehearse!1').stdout;
    expect(message(stranger)).to.contain('0x80094012');
    const id = requestId(submit(server, request, APPROVED));
    expect((await manage(server, `/requests/${id}/deny`, {})).body.disposition).to.equal('denied');
    const page = curl(server, `certnew.cer?ReqID=${id}&Enc=b64`).stdout;
    expect(page).to.match(/LastStatus:[^\t]+\t\t.*0x80094014/);
    expect(curl(server, 'certnew.cer?ReqID=99999&Enc=b64').stdout).to.match(/LastStatus:[^\t]+\t\t.*0x80094004/);
  });

  it('takes a request on one line, without its label, and with plus signs that became spaces', (t) => {
    withPrograms(t, ['curl'], () => {
      const body = request.replace(/-----[^-]+-----|\n/g, '');
      const forms = [
        request.replaceAll('\n', '\r\n'),
        request.replaceAll('CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'),
        `-----BEGIN CERTIFICATE REQUEST-----${body}-----END CERTIFICATE REQUEST-----`,
        body,
        body.replaceAll('+', ' '),
      ];
      expect(forms.map((form) => requestId(submit(server, form, TEMPLATE)) > 0)).to.deep.equal(forms.map(() => true));
      // an unescaped form, with a sequence that is no escape
      const raw = `Mode=newreq&CertAttrib=CertificateTemplate:${TEMPLATE}&TargetStoreFlags=%!s(int=0)&CertRequest=${body}`;
      expect(requestId(curl(server, 'certfnsh.asp', '--data-raw', raw))).to.be.greaterThan(0);
    });
  });

  it('lists the waiting requests of the browser that sent them', (t) => {
    withPrograms(t, ['curl'], () => {
      const jar = ['--cookie-jar', file('cookies'), '--cookie', file('cookies')];
      const id = requestId(submit(server, request, APPROVED, ...jar));
      expect(curl(server, 'certckpn.asp', ...jar).stdout).to.contain(`name="ReqID" value="${id}"`);
      expect(curl(server, 'certckpn.asp').stdout).to.contain('You have no pending certificate requests.');
    });
  });

  it('gives the certificate of each renewal, and signs with the newest', async (t) => {
    if (execute('curl', ['--version']).status !== 0) return withPrograms(t, ['curl'], () => undefined);
    const renewals = (): string | undefined => /var nRenewals=(\d+);/.exec(curl(server, 'certcarc.asp').stdout)?.[1];
    expect(renewals()).to.equal('0');
    expect((await manage(server, '/renew', { key: 'new' })).body).to.deep.equal({ certificates: 2 });
    expect(renewals()).to.equal('1');
    const authority = (renewal: string) => {
      download(`certnew.cer?ReqID=CACert&Renewal=${renewal}&Enc=bin`, 'authority.cer');
      return readCertificate(readFileSync(file('authority.cer')));
    };
    const [old, current] = [authority('0'), authority('1')];
    expect(authority('-1').thumbprint).to.equal(current.thumbprint);
    expect(old.subjectKeyId).to.not.equal(current.subjectKeyId);
    const id = requestId(submit(server, request, TEMPLATE));
    download(`certnew.cer?ReqID=${id}&Enc=bin`, 'leaf.cer');
    const leaf = readCertificate(readFileSync(file('leaf.cer')));
    expect(leaf.authorityKeyId).to.equal(current.subjectKeyId);
    expect(leaf.crlDistributionPoints[0]).to.match(/\(1\)\.crl$/);
    const { pathname } = new URL(leaf.authorityInformationAccess[0] ?? '');
    const issuer = execute('curl', ['-sS', '-o', file('issuer.cer'), `${server.http}${pathname}`]);
    expect(issuer.all).to.equal('');
    expect(readCertificate(readFileSync(file('issuer.cer'))).thumbprint).to.equal(current.thumbprint);
  });

  it('sends certificates as pages to a client that is no browser', (t) => {
    withPrograms(t, ['curl'], () => {
      const type = (agent: string) =>
        download('certnew.cer?ReqID=CACert&Renewal=0&Enc=bin', agent.slice(0, 4), '--user-agent', agent);
      expect(type('Mozilla/4.0 (compatible; MSIE 7.0)')).to.equal('200 application/pkix-cert');
      expect(type('curl/7.88.1')).to.equal('200 text/html');
      expect(readFileSync(file('curl')).equals(readFileSync(file('Mozi')))).to.equal(true);
    });
  });

  it('lists a revoked certificate', async (t) => {
    if (execute('curl', ['--version']).status !== 0) return withPrograms(t, ['curl'], () => undefined);
    const id = requestId(submit(server, request, TEMPLATE));
    const { body } = await manage(server, `/requests/${id}/revoke`, { reason: 4 });
    expect(body.disposition).to.equal('revoked');
    download('certcrl.crl?Type=base&Enc=bin', 'list.crl');
    const text = execute('openssl', ['crl', '-inform', 'DER', '-noout', '-text', '-in', file('list.crl')]).stdout;
    expect(text).to.contain(`Serial Number: ${body.serialNumber?.toUpperCase()}`).and.to.contain('Superseded');
  });
});
