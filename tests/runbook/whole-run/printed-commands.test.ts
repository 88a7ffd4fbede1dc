import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, logOn } from '../../../src/operator/console';
import { administratorOf, inside } from '../../../src/operator/logons';
import { PASSWORD } from '../../../src/operator/named-values';
import { OPERATOR_REFUSALS } from '../../../src/operator/operator-refusals';
import { outcomeOn } from '../../../src/operator/outcome';
import { typeCommand } from '../../../src/operator/prompt';
import { LYNC_REFUSALS } from '../../../src/products/lync-server-2013/lync-refusals';
import { LYNC_SERVER_2013 } from '../../../src/products/lync-server-2013/product';
import { assignExternal } from '../../../src/products/lync-server-2013/tasks/external';
import { setUp } from '../../../src/products/lync-server-2013/tasks/set-up';
import { writeFile } from '../../../src/windows/file-system';
import { machineOf } from '../../../src/windows/machine';
import { WINDOWS_REFUSALS } from '../../../src/windows/windows-refusals';
import { issuingAuthority } from '../../../src/world/deployment';
import { certificatePem } from '../../../src/x509/certificate';
import { failures } from '../../support/ledger';
import { begun, on, pool } from '../../support/one-server';
import { fullRun } from './full-run';
import { commandsOn, mentionedIn } from './printed-commands';

/** Whatever a page, a finding or the ledger of failures tells a reader to type is a command of the simulation. */

/** The codes of refusals that say: the simulation does not know this. */
const UNKNOWN = [
  'unknown-command',
  'unknown-option',
  'unknown-store',
  'unknown-modifier',
  'unknown-registry-value',
  'unknown-parameter',
  'ambiguous-parameter',
  'ambiguous-parameter-set',
  'unexpected-argument',
  'invalid-argument',
  'missing-argument',
  'missing-parameter',
  'input-not-accepted',
  'not-simulated',
  'parameter-not-simulated',
  'use-not-simulated',
];

const CERTIFICATE = 'C:\\certs\\certificate.cer';

/** A pool that was set up, with its certificate in a file, an exported file, and a fault of each kind that is checked. */
const ready = withFiles(assignExternal(setUp(begun, pool), on));

function withFiles(console: Console): Console {
  const [entry] = machineOf(console.deployment, on).stores.LocalMachine.My;
  const pem = Buffer.from(entry ? certificatePem(entry.certificate) : '');
  const written = [on, inside(console).on, issuingAuthority(console.deployment).host ?? ''].reduce(
    (d, fqdn) => writeFile(d, fqdn, CERTIFICATE, pem),
    console.deployment,
  );
  return { ...console, deployment: writeFile(written, on, 'C:\\certs\\left.pfx', pem) };
}

/** Where a reader may type: on an Edge Server, on the internal server, and on that of the authority. */
const places = [on, inside(ready).on, issuingAuthority(ready.deployment).host ?? ''].map((fqdn) =>
  fqdn === on ? administratorOf(ready.deployment, fqdn) : { on: fqdn, account: inside(ready).account },
);

/** The codes with which the places refuse the line; '' where it is executed. */
function codesOf(line: string): readonly string[] {
  const typed = line.replaceAll('certificate.cer', CERTIFICATE).replace('********', `"${PASSWORD}"`);
  return places.map((logon) => {
    const { refused } = outcomeOn(ready, (console) => typeCommand(logOn(console, logon), typed));
    return refused?.code ?? '';
  });
}

const isKnown = (line: string): boolean => codesOf(line).some((code) => !UNKNOWN.includes(code));
const isExecuted = (line: string): boolean => codesOf(line).includes('');

const { pages } = LYNC_SERVER_2013.findings;
const checks = Object.values(pages).map(({ check }) => check);

describe('What is printed to be typed', () => {
  for (const [language, isPage] of [
    ['English', (path: string) => !path.startsWith('zh-TW/')],
    ['Chinese', (path: string) => path.startsWith('zh-TW/')],
  ] as const) {
    test(`is known to the simulation, on each page in ${language}`, () => {
      const files = [...fullRun().files].filter(([path]) => isPage(path));
      const lines = [...new Set(files.flatMap(([, html]) => commandsOn(html)))];
      expect(lines.length).to.be.greaterThan(60);
      expect(lines.filter((line) => !isKnown(line))).to.deep.equal([]);
    });
  }

  test('is executed somewhere, if it checks for a finding', () => {
    expect(checks.length).to.be.greaterThan(20);
    expect(checks.filter((line) => !isExecuted(line))).to.deep.equal([]);
  });

  test('is known by its name, where a sentence mentions it', () => {
    const texts = [
      ...Object.values(pages).flatMap(({ fix, check }) => [fix, check]),
      ...failures().flatMap(({ symptom, cause, fix }) => [symptom, cause, fix]),
      ...Object.values({ ...OPERATOR_REFUSALS, ...WINDOWS_REFUSALS, ...LYNC_REFUSALS }).map(({ remedy }) => remedy),
    ];
    const mentioned = [...new Set(texts.flatMap(mentionedIn))];
    expect(mentioned).to.include.members(['certutil -repairstore', 'Get-CsCertificate', 'Start-CsWindowsService']);
    expect(mentioned.filter((name) => !isNamed(name))).to.deep.equal([]);
  });
});

describe('A command that the simulation does not know', () => {
  for (const line of [
    'Get-CsNonsense',
    'Get-CsCertificate -Nonsense',
    'certutil -nonsense',
    'Get-CsCertificate | Invoke-Nonsense',
    'Set-CsCertificate -Path C:\\a.pfx -Identity Global -Type Internal',
  ]) {
    test(`is found: ${line}`, () => {
      expect(isKnown(line)).to.equal(false);
    });
  }

  test('is found in a sentence', () => {
    expect(mentionedIn('run certutil -nonsense, then Get-CsNonsense')).to.deep.equal([
      'Get-CsNonsense',
      'certutil -nonsense',
    ]);
    expect(['certutil -nonsense', 'Get-CsNonsense'].some(isNamed)).to.equal(false);
  });
});

/** Whether the command of this name exists: alone it lacks operands or parameters, and is not unknown. */
function isNamed(name: string): boolean {
  const [program = '', ...rest] = name.split(' ');
  const verb = rest.at(-1) ?? '';
  const codes = codesOf(/^cert/i.test(program) ? `${program} ${verb} a b` : name);
  const more = codesOf(/^cert/i.test(program) ? `${program} ${verb} a` : name);
  return [...codes, ...more].some((code) => code !== 'unknown-command');
}
