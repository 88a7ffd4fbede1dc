import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import test, { describe } from 'node:test';
import { expect } from 'chai';
import { consoleOn, isAt, windowOn } from '../../../src/operator/console';
import { typeCommand } from '../../../src/operator/prompt';
import { committedSource } from '../../../src/package/rehearsal-keys';
import { openCertificateWizard } from '../../../src/products/lync-server-2013/tasks/request';
import { edge } from '../../../src/products/lync-server-2013/tasks/whole-procedure';
import { buildDeployment } from '../../../src/world/build-deployment';
import { EnvironmentError } from '../../../src/world/environment-file/environment-error';
import { readEnvironment } from '../../../src/world/environment-file/read-environment';
import { ROOT } from '../../support/root';
import { CONTOSO } from '../../world/environment-texts';
import { TWO_EDITIONS } from './second-edition';

const SECOND = `product: two-editions\nedition: second\n${CONTOSO.slice(0, CONTOSO.indexOf('\nassumptions:'))}\n`;
const START = 'Start-CsWindowsService';

describe('An edition of a product, as data', () => {
  test('the environment file names it; the default edition is the first one', () => {
    expect(read(SECOND).edition).to.equal('second');
    expect(() => read(SECOND.replace('edition: second', 'edition: third'))).to.throw(EnvironmentError, '2013, second');
    expect(consoleIn(SECOND.replace('edition: second\n', '')).deployment.product.name).to.equal('Lync Server 2013');
    expect(consoleIn(SECOND).deployment.product.name).to.equal('Second Edition');
  });

  test('its Windows versions and defaults are those of the environment file', () => {
    const old = SECOND.replace(/windows: .*/, 'windows: 2008 R2');
    expect(() => read(old)).to.throw(EnvironmentError, '2012, 2012 R2');
    expect(read(old.replace('edition: second\n', '')).internalServer.windows).to.equal('2008 R2');
    expect(read(SECOND).assumptions).to.include({ responseWithoutKey: 'refuse', importWizardPutsChainIn: 'by-type' });
    expect(read(SECOND.replace(/^ {2}friendlyName:.*$/m, '')).certificate.friendlyName).to.equal(
      'Edge of the second edition',
    );
  });

  test('its names are those on the console, and the tasks of the product find their pages', () => {
    const started = edge(consoleIn(SECOND), firstServer(SECOND));
    expect(typeCommand(started, START).typed.map(({ shell }) => shell)).to.deep.equal([
      'Second Edition Management Shell',
    ]);
    const tasks = openCertificateWizard(started);
    expect(windowOn(tasks).page).to.equal('Certificate Tasks');
    expect(isAt(tasks, 'Available Certificate Tasks')).to.equal(true);
  });

  test('its names are those in the runbook', () => {
    const folder = mkdtempSync(join(tmpdir(), 'edition-'));
    const texts = pagesOf(folder);
    expect(texts).to.include('Second Edition Management Shell').and.include('Certificate Tasks');
    expect(texts).to.include('Second Edition - Deployment Wizard').and.not.include('Lync Server Management Shell');
    rmSync(folder, { recursive: true });
  });
});

function read(text: string) {
  return readEnvironment(text, 'rehearsal.yaml', [TWO_EDITIONS]);
}

function consoleIn(text: string) {
  return consoleOn(buildDeployment(read(text), committedSource(), TWO_EDITIONS));
}

function firstServer(text: string): string {
  return read(text).sites[0]?.pools[0]?.servers[0]?.fqdn ?? '';
}

/** The pages of a run of the assignment in the second edition. */
function pagesOf(folder: string): string {
  const environmentFile = join(folder, 'rehearsal.yaml');
  writeFileSync(environmentFile, SECOND);
  const messages = join(folder, 'messages.ndjson');
  const config = {
    require: ['dist/steps/**/*.js', 'dist/tests/products/lync-server-2013/offer-two-editions.js'],
    paths: ['features/internal-edge/09-assign-the-certificate.feature'],
    format: [`message:${messages}`],
    worldParameters: { environmentFile },
  };
  writeFileSync(join(folder, 'cucumber.json'), JSON.stringify({ default: config }));
  const cucumber = [
    join(ROOT, 'node_modules/.bin/cucumber-js'),
    '--config',
    relative(ROOT, join(folder, 'cucumber.json')),
  ];
  execFileSync(process.execPath, cucumber, { cwd: ROOT });
  const rehearse = [join(ROOT, 'dist/src/cli/main.js'), 'render', messages, '--out', folder];
  execFileSync(process.execPath, rehearse, { cwd: ROOT });
  const runbook = join(folder, 'runbook');
  const pages = readdirSync(runbook, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  return pages.map((name) => readFileSync(join(runbook, name), 'utf8')).join('\n');
}
