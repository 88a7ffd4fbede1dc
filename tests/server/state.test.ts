import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { readCertificate } from '../../src/x509/certificate';
import { execute } from '../support/programs';
import { rehearse } from '../support/rehearse';
import { ask, manage, requestFor, type Served, serve, stopServers, submitted } from './served';

/** What survives the end of the server's process. */

describe('rehearse serve --state', () => {
  let folder = '';
  let file = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rehearse-test-'));
    file = join(folder, 'requests.db');
  });
  after(async () => {
    await stopServers();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = () => serve('--state', file, '--password', 'Rehearse!1');

  async function certificateOf(server: Served, id: number) {
    const { body } = await ask(server, `certnew.cer?ReqID=${id}&Enc=bin`);
    return readCertificate(body);
  }

  it('keeps every answered request when the process is killed between many requests', async () => {
    const request = requestFor('edgepool.contoso.com');
    const first = await start();
    const answered = new Map<number, string>();
    const [, waiting] = [
      await submitted(first, request, 'WebServer'),
      await submitted(first, request, 'WebServerManual'),
    ];
    const clients = Array.from({ length: 8 }, async () => {
      for (;;) {
        const id = await submitted(first, request, 'WebServer').catch(() => undefined);
        if (id === undefined) return;
        const known = await certificateOf(first, id).catch(() => undefined);
        if (!known) return;
        answered.set(id, known.thumbprint);
        if (answered.size === 40) first.process.kill('SIGKILL');
      }
    });
    await Promise.all(clients);
    expect(await first.stop()).to.equal(null);
    expect(answered.size).to.be.at.least(40);

    const second = await start();
    for (const [id, thumbprint] of answered) {
      expect((await certificateOf(second, id)).thumbprint).to.equal(thumbprint);
    }
    const { body } = await manage(second, `/requests/${waiting}`);
    expect(body.disposition).to.equal('under submission');
    const next = await submitted(second, request, 'WebServer');
    expect(next).to.be.greaterThan(Math.max(...answered.keys()));
    const serials = [...answered.keys(), next].map(async (id) => (await certificateOf(second, id)).serialNumber);
    expect(new Set(await Promise.all(serials)).size).to.equal(answered.size + 1);
    await second.stop();
  });

  it('continues with the authority as it was: its root, its renewals, and its revocations', async () => {
    const request = requestFor('edgepool.contoso.com');
    const first = await start();
    const id = await submitted(first, request, 'WebServer');
    const root = execute('openssl', ['x509', '-noout', '-fingerprint', '-in', first.rootCertificate]).stdout;
    await manage(first, '/renew', { key: 'new' });
    await manage(first, `/requests/${id}/revoke`, { reason: 1 });
    const renewed = await ask(first, 'certnew.cer?ReqID=CACert&Enc=bin');
    const temporary = () => readdirSync(first.folder).filter((name) => name.startsWith('rehearse-serve-'));
    expect(temporary()).to.have.length(1);
    const ended = once(first.process, 'exit');
    first.process.kill('SIGTERM');
    await ended;
    expect(temporary()).to.deep.equal([]);
    expect(await first.stop()).to.equal(0);
    const second = await start();
    expect(execute('openssl', ['x509', '-noout', '-fingerprint', '-in', second.rootCertificate]).stdout).to.equal(root);
    expect((await ask(second, 'certnew.cer?ReqID=CACert&Enc=bin')).body.equals(renewed.body)).to.equal(true);
    expect((await manage(second, `/requests/${id}`)).body.disposition).to.equal('revoked');
    const list = await ask(second, 'certcrl.crl?Type=base&Renewal=0&Enc=bin');
    writeFileSync(join(folder, 'list.crl'), list.body);
    const text = execute('openssl', [
      'crl',
      '-inform',
      'DER',
      '-noout',
      '-text',
      '-in',
      join(folder, 'list.crl'),
    ]).stdout;
    const { serialNumber } = (await manage(second, `/requests/${id}`)).body;
    expect(text).to.contain(`Serial Number: ${serialNumber?.toUpperCase()}`);
    await second.stop();
  });

  it('refuses a database that is in use, one of another environment, and a file that is none', async () => {
    const server = await start();
    const used = rehearse(['serve', '--state', file]);
    expect([used.status, used.stdout]).to.deep.equal([2, '']);
    expect(used.stderr).to.contain(`is used by process ${server.process.pid}; end it, or give another --state`);
    await server.stop();
    const other = rehearse(['serve', '--state', file, '--environment', 'environments/single-server.yaml']);
    expect(other.stderr).to.contain('belongs to another environment file');
    const text = join(folder, 'text');
    writeFileSync(text, 'this is no database '.repeat(1000));
    const none = rehearse(['serve', '--state', text]);
    expect([none.status, none.stderr.split('\n').length]).to.deep.equal([2, 2]);
    expect(none.stderr).to.contain('is not a request database');
  });
});
