import assert from 'node:assert';
import { describe, it } from 'node:test';

import { expect } from 'chai';
import { environmentJsonSchema } from '../../scripts/environment-json-schema';
import { LYNC_ENVIRONMENT } from '../../src/products/lync-server-2013/environment';
import { PRODUCTS } from '../../src/products/products';
import { assumptionsWith } from '../../src/world/environment-file/environment-assumptions';
import { EnvironmentError } from '../../src/world/environment-file/environment-error';
import { readEnvironment } from '../../src/world/environment-file/read-environment';
import { RULE_CASES } from './environment-rule-cases';
import { SHAPE_CASES } from './environment-shape-cases';
import { SYNTAX_CASES } from './environment-syntax-cases';
import { TEXT_CASES } from './environment-text-cases';
import { CONTOSO, edited, mistakesIn, SHIPPED, shipped } from './environment-texts';

describe('the shipped environments', () => {
  for (const name of SHIPPED) {
    it(`${name} is read, and names its schema`, () => {
      expect(mistakesIn(shipped(name))).to.deep.equal([]);
      expect(shipped(name).split('\n')[0]).to.equal('# yaml-language-server: $schema=./rehearsal.schema.json');
    });
  }

  it('Contoso has two tiers, a pool of three and a single server, and is ASCII', () => {
    const { pki, sites } = readEnvironment(CONTOSO, 'contoso.yaml', PRODUCTS);
    expect(pki.authorities.map(({ host }) => host)).to.deep.equal([undefined, 'ca01.contoso.com']);
    expect(pki.templates.map(({ name, managerApproval }) => [name, managerApproval])).to.deep.equal([
      ['WebServer', false],
      ['WebServerManual', true],
      ['WebServer4096', false],
    ]);
    expect(sites.map(({ pools }) => pools.map(({ servers }) => servers.length))).to.deep.equal([[3], [1]]);
    expect([...CONTOSO].filter((character) => character > '~')).to.deep.equal([]);
  });

  it('Contoso shows every assumption with its default, and the table has a row for each', () => {
    const { assumptions } = readEnvironment(CONTOSO, 'contoso.yaml', PRODUCTS);
    const withoutThem = CONTOSO.slice(0, CONTOSO.indexOf('\nassumptions:'));
    expect(readEnvironment(withoutThem, 'contoso.yaml', PRODUCTS).assumptions).to.deep.equal(assumptions);
    expect(Object.keys(assumptionsWith(LYNC_ENVIRONMENT))).to.deep.equal(Object.keys(assumptions));
  });

  it('Chinese names and paths come through unchanged', () => {
    const { files, organization } = readEnvironment(
      shipped('three-tier-zh-TW.yaml'),
      'three-tier-zh-TW.yaml',
      PRODUCTS,
    );
    expect(files.request).to.equal('C:\\憑證\\內部邊緣.req');
    expect(organization.name).to.equal('康拓索股份有限公司');
  });

  it('rehearsal.schema.json is what scripts/make-environment-schema.ts writes', () => {
    expect(JSON.parse(shipped('rehearsal.schema.json'))).to.deep.equal(JSON.parse(environmentJsonSchema()));
  });
});

describe('defaults and forms', () => {
  it('a standalone authority keeps every request waiting, unless it is told not to', () => {
    const text = shipped('standalone-ca.yaml');
    expect(readEnvironment(text, 'x', PRODUCTS).pki.managerApproval).to.equal(true);
    const told = text.replace('  kind: standalone\n', '  kind: standalone\n  managerApproval: false\n');
    expect(readEnvironment(told, 'x', PRODUCTS).pki.managerApproval).to.equal(false);
  });

  it('a single server needs no transfer, and gets removable media', () => {
    const { transfer, files } = readEnvironment(shipped('single-server.yaml'), 'x', PRODUCTS);
    expect(transfer).to.deep.equal({ kind: 'removable-media', drive: 'E:' });
    expect(files.chain).to.equal('C:\\Certificates\\chain.p7b');
  });

  it('a template is displayed by its name when nothing else is said', () => {
    const text = CONTOSO.replace('      displayName: Web Server 4096\n', '');
    expect(readEnvironment(text, 'x', PRODUCTS).pki.templates[2]?.displayName).to.equal('WebServer4096');
  });

  it('accounts of the domain are authenticated users, those of the machine are not', () => {
    const { accounts } = readEnvironment(CONTOSO, 'x', PRODUCTS);
    const authenticated = accounts.filter(({ groups }) => groups.includes('Authenticated Users'));
    expect(authenticated.map(({ role }) => role)).to.not.include('edge-administrator');
    expect(authenticated).to.have.length(3);
  });

  for (const windows of ['2012', '"2012"', "'2012'"]) {
    it(`windows: ${windows} is Windows Server 2012`, () => {
      const { internalServer } = readEnvironment(
        CONTOSO.replace('windows: 2012 R2', `windows: ${windows}`),
        'x',
        PRODUCTS,
      );
      expect(internalServer.windows).to.equal('2012');
    });
  }

  for (const [title, text] of [
    ['a leap day', CONTOSO.replace('clock: 2013-11-07', 'clock: 2012-02-29')],
    ['Norway', CONTOSO.replace('country: US', 'country: NO')],
    ['a byte order mark', `\ufeff${CONTOSO}`],
    ['Windows line ends', CONTOSO.replaceAll('\n', '\r\n')],
    ['another drive', CONTOSO.replace('chain: C:', 'chain: D:')],
    [
      'an account with a right of its own',
      CONTOSO.replace('enroll: [Domain Admins, ', () => 'enroll: [CONTOSO\\lyncadmin, '),
    ],
    [
      'an anchor and its alias',
      CONTOSO.replace('read: [', 'read: &all [').replace('read: [Authenticated Users]', 'read: *all'),
    ],
  ] as const) {
    it(`${title} is fine`, () => {
      expect(text).to.not.equal(CONTOSO);
      expect(mistakesIn(text)).to.deep.equal([]);
    });
  }
});

describe('one mistake, at its place', () => {
  for (const edit of [...SHAPE_CASES, ...TEXT_CASES, ...RULE_CASES, ...SYNTAX_CASES]) {
    it(edit.title, () => {
      const { path, found, accepted } = edit;
      const { text, line, column } = edited(edit);
      expect(mistakesIn(text)).to.deep.equal([{ file: 'rehearsal.yaml', line, column, path, found, accepted }]);
    });
  }
});

describe('mistakes together', () => {
  it('are all reported, in the order of the file, one line each', () => {
    const kindLine = CONTOSO.split('\n').indexOf('  kind: enterprise') + 1;
    const text = CONTOSO.replace('country: US', 'country: us')
      .replace('kind: enterprise', 'kind: entreprise')
      .replace('keySize: 4096', 'keySize: 1024')
      .replace('      host: ca01.contoso.com\n', '')
      .replace('requireSsl: true', 'requireSSL: true')
      .replace('role: ordinary-user', 'role: edge-administrator')
      .replace('fqdn: edge02.contoso.com', 'fqdn: edge01.contoso.com')
      .replace('chain: C:\\Certificates\\chain', 'chain: C:/Certificates/chain');
    assert.throws(
      () => readEnvironment(text, 'rehearsal.yaml', PRODUCTS),
      (error) => {
        assert(error instanceof EnvironmentError);
        expect(error.errors.map(({ path }) => path)).to.deep.equal([
          'organization.country',
          'pki.kind',
          'pki.authorities[0].keySize',
          'pki.authorities[1].host',
          'pki.certsrv.requireSSL',
          'accounts',
          'accounts[3].role',
          'sites[0].pools[0].servers[1].fqdn',
          'files.chain',
        ]);
        expect(error.message.split('\n')).to.have.length(9);
        expect(error.message.split('\n')[1]).to.equal(
          `rehearsal.yaml:${kindLine}:9 pki.kind: found "entreprise", accepted: enterprise, standalone, public (did you mean enterprise?)`,
        );
        return true;
      },
    );
  });

  it('of unknown keys in one mapping: each of them, also what every object of the language has', () => {
    const text = CONTOSO.replace('\norganization:\n', '\norganization:\n  toString: x\n  constructor: x\n  citty: x\n');
    const keys = 'name, unit, city, state, country';
    expect(mistakesIn(text).map(({ path, found, accepted }) => [path, found, accepted])).to.deep.equal([
      ['organization.toString', '"toString"', keys],
      ['organization.constructor', '"constructor"', keys],
      ['organization.citty', '"citty"', `${keys} (did you mean city?)`],
    ]);
  });

  it('of an empty file: one, of a mapping without keys: each key that is needed', () => {
    expect(mistakesIn('').map(({ line, column, found }) => [line, column, found])).to.deep.equal([[1, 1, 'nothing']]);
    expect(mistakesIn('name: x\n')[0]?.accepted).to.equal('a mapping with the keys name, unit, city, state, country');
    expect(mistakesIn('name: x\n').map(({ path }) => path)).to.deep.equal([
      'organization',
      'domain',
      'netbios',
      'pki',
      'accounts',
      'internalServer',
      'frontEndPool',
      'sites',
    ]);
  });
});
