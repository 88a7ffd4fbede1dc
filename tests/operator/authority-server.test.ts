import test, { describe } from 'node:test';
import { expect } from 'chai';
import { currentGeneration } from '../../src/adcs/authority';
import { publicationAt } from '../../src/adcs/publication';
import { revocationList } from '../../src/adcs/revocation-list';
import { DAY } from '../../src/determinism';
import { type Console, consoleOn, logOn } from '../../src/operator/console';
import { outcomeOn } from '../../src/operator/outcome';
import { typeCommand } from '../../src/operator/prompt';
import { machineOf, withMachine } from '../../src/windows/machine';
import { carryList, publishList } from '../../src/world/authority-service';
import { authorityNamed, type Deployment, issuingAuthority, withAuthority } from '../../src/world/deployment';
import { revocationStatus } from '../../src/world/revocation';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';
import { execute, withPrograms } from '../support/programs';

/** The server of the issuing authority: its registry, its service, its revocation lists, and those above it. */

const START = deploymentOf(environmentOf({}), {});
const HOST = issuingAuthority(START).host ?? '';
const ROOT = START.environment.pki.authorities[0]?.name ?? '';
const { now } = START.determinism;
const at = (deployment: Deployment, account = 'CONTOSO\\lyncadmin', on = HOST): Console =>
  logOn(consoleOn(deployment), { on, account });
const THERE = at(START);

const outputOf = (console: Console): string => console.typed.at(-1)?.output ?? '';
const typed = (console: Console, ...lines: readonly string[]): Console => lines.reduce(typeCommand, console);

function refused(line: string, console: Console = THERE): string {
  const refusal = outcomeOn(console, (there) => typeCommand(there, line)).refused;
  return refusal?.code ?? 'done';
}

describe('The registry of an authority', () => {
  test('is written by certutil, and read by the service when it starts', () => {
    const written = typed(THERE, 'certutil -setreg CA\\ValidityPeriodUnits 5');
    expect(outputOf(written).split('\n')).to.include.members([
      '  ValidityPeriodUnits REG_DWORD = 2',
      '  ValidityPeriodUnits REG_DWORD = 5',
      'CertUtil: -setreg command completed successfully.',
    ]);
    const count = ({ deployment }: Console): number => issuingAuthority(deployment).settings.validity.count;
    expect(count(written)).to.equal(2);
    expect(outputOf(typed(written, 'certutil -getreg ca\\validityperiodunits'))).to.match(/REG_DWORD = 5/);
    expect(outputOf(typed(written, 'certutil -getreg CA\\ValidityPeriod'))).to.match(/REG_SZ = Years/);
    expect(count(typed(written, 'net stop certsvc && net start certsvc'))).to.equal(5);
  });

  test('accepts known values of administrators only', () => {
    expect(refused('certutil -setreg CA\\ValidityPeriodUnits five')).to.equal('invalid-registry-value');
    expect(refused('certutil -setreg CA\\NoSuchValue 1')).to.equal('unknown-registry-value');
    expect(refused('certutil -getreg CA\\NoSuchValue')).to.equal('unknown-registry-value');
    expect(outputOf(typed(THERE, 'certutil -getreg CA\\CSP\\AlternateSignatureAlgorithm'))).to.match(/REG_DWORD = 0/);
    const user = at(START, 'CONTOSO\\user01');
    for (const line of ['certutil -setreg CA\\ValidityPeriodUnits 5', 'certutil -crl', 'net stop certsvc'])
      expect(refused(line, user), line).to.equal('not-an-administrator');
    const elsewhere = at(START, 'CONTOSO\\lyncadmin', START.environment.internalServer.fqdn);
    for (const line of ['certutil -getreg CA\\ValidityPeriod', 'certutil -CATemplates', 'net start certsvc'])
      expect(refused(line, elsewhere), line).to.equal('no-authority-here');
  });

  test('does not contain the templates, which are listed with the access of the account', () => {
    expect(outputOf(typed(THERE, 'certutil -CATemplates'))).to.match(/^WebServer: Web Server\n/);
    expect(outputOf(typed(at(START, 'CONTOSO\\user01'), 'certutil -CATemplates'))).to.match(
      /^WebServer: Web Server -- Access is denied\.\n/,
    );
  });
});

/** The deployment whose root published its list by hand that many days ago. */
function rootListOf(days: number, deployment: Deployment = START): Deployment {
  const list = { published: now - days * DAY, distributed: now - days * DAY };
  return withAuthority(deployment, { ...authorityNamed(deployment, ROOT), handPublished: list });
}

/** The last event after the service was stopped and started: its number, and the name of its error. */
function started(deployment: Deployment): string {
  const { events, service } = issuingAuthority(
    typed(at(deployment), 'net stop certsvc && net start certsvc').deployment,
  );
  const event = events.at(-1);
  const symbol = /(\w+)\)\.?$/.exec(event?.message ?? '')?.[1] ?? '';
  return `${event?.id} ${symbol} ${service.stoppedAt === null ? 'runs' : 'stopped'}`.replace('  ', ' ');
}

describe('The service of an authority', () => {
  test('starts if its certificate can be verified, and says why it does not', () => {
    expect(started(START)).to.equal('26 runs');
    expect(started(rootListOf(7))).to.equal('26 runs');
    expect(started(rootListOf(8))).to.equal('100 CRYPT_E_REVOCATION_OFFLINE stopped');
    const machine = machineOf(START, HOST);
    const withStores = (stores: Partial<(typeof machine.stores)['LocalMachine']>): Deployment =>
      withMachine(START, {
        ...machine,
        stores: { ...machine.stores, LocalMachine: { ...machine.stores.LocalMachine, ...stores } },
      });
    expect(started(withStores({ Root: [] }))).to.match(/^100 CERT_E_(?:UNTRUSTEDROOT|CHAINING) stopped$/);
    const late = { ...START, determinism: { ...START.determinism, now: now + 9.5 * 365 * DAY } };
    expect(started(late)).to.equal('100 CERT_E_EXPIRED stopped');
    const blocked = { ...machine.connection, unreachableHosts: ['pki.contoso.com'] };
    expect(started(withMachine(START, { ...machine, connection: blocked }))).to.equal(
      '100 CRYPT_E_REVOCATION_OFFLINE stopped',
    );
  });

  test('has an exit code in words, and answers to net only', () => {
    expect(outputOf(typed(at(rootListOf(8)), 'net stop certsvc', 'net start certsvc'))).to.match(
      /could not be started\.\n.*did not start: Could not load or verify the current CA certificate/,
    );
    expect(outputOf(typed(THERE, 'net stop certsvc'))).to.match(/was stopped successfully/);
    for (const line of ['net stop w32time', 'net pause certsvc', 'net stop certsvc now', 'net'])
      expect(refused(line), line).to.equal('unknown-command');
  });

  test('publishes an overdue list when it starts, and none while it is stopped', () => {
    const stopped = typed(THERE, 'net stop certsvc').deployment;
    const later = { ...stopped, determinism: { ...stopped.determinism, now: now + 30 * DAY } };
    const listAt = (deployment: Deployment): number => {
      const authority = issuingAuthority(deployment);
      return publicationAt(authority, currentGeneration(authority), deployment.determinism.now).at;
    };
    expect(now - listAt(later)).to.be.within(0, 7 * DAY);
    expect(refused('certutil -crl', at(later))).to.equal('authority-stopped');
    expect(listAt(typed(at(later), 'net start certsvc').deployment)).to.equal(now + 30 * DAY);
    expect(listAt(typed(THERE, 'net stop certsvc && net start certsvc').deployment)).to.equal(listAt(START));
    expect(listAt(typed(THERE, 'certutil -crl').deployment)).to.equal(now);
  });
});

/** The number in the CRL of an authority, as OpenSSL reads it. */
function listNumber(deployment: Deployment, name = issuingAuthority(deployment).name): number {
  const { der } = revocationList(authorityNamed(deployment, name), deployment.determinism.now);
  const pem = `-----BEGIN X509 CRL-----\n${Buffer.from(der).toString('base64')}\n-----END X509 CRL-----\n`;
  const { stdout, all } = execute('openssl', ['crl', '-noout', '-crlnumber'], pem);
  const [, number] = /^crlNumber=0x([0-9A-F]+)$/m.exec(stdout) ?? [];
  if (number === undefined) throw new Error(all);
  return Number.parseInt(number, 16);
}

describe('The number of a CRL', () => {
  test('grows with every list that certutil publishes, and that is carried by hand', (t) => {
    withPrograms(t, ['openssl'], () => {
      const [once, twice] = [typed(THERE, 'certutil -crl'), typed(THERE, 'certutil -crl', 'certutil -crl')];
      const number = listNumber(START);
      expect([once, twice].map(({ deployment }) => listNumber(deployment))).to.deep.equal([number + 1, number + 2]);
      const published = publishList(START, authorityNamed(START, ROOT));
      const carried = carryList(published, authorityNamed(published, ROOT));
      expect(listNumber(carried, ROOT)).to.equal(listNumber(START, ROOT) + 1);
    });
  });
});

describe('The list of an offline authority', () => {
  test('is used until it has run out, and again after it was published and carried', () => {
    const own = currentGeneration(issuingAuthority(START)).certificate;
    const status = (deployment: Deployment): string => revocationStatus(deployment, machineOf(deployment, HOST), own);
    const outdated = rootListOf(8);
    expect([status(START), status(rootListOf(7)), status(outdated)]).to.deep.equal(['good', 'good', 'unreachable']);
    const published = publishList(outdated, authorityNamed(outdated, ROOT));
    expect(status(published)).to.equal('unreachable');
    expect(status(carryList(published, authorityNamed(published, ROOT)))).to.equal('good');
    expect(carryList(START, authorityNamed(START, ROOT))).to.equal(START);
  });
});
