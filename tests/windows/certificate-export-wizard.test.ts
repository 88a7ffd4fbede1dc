import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, isAt, windowOn } from '../../src/operator/console';
import { move, walk } from '../../src/operator/moves';
import { PASSWORD } from '../../src/operator/named-values';
import { beginExport } from '../../src/operator/tasks/certificate-export';
import { internalEntries } from '../../src/products/lync-server-2013/assignment';
import { edge } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { Refusal } from '../../src/refusal';
import { fileExists, readFile } from '../../src/windows/file-system';
import { controlNamed } from '../../src/windows/window';
import { readPkcs7 } from '../../src/x509/pkcs7';
import { readPkcs12 } from '../../src/x509/pkcs12/pkcs12';
import { holding, on, pool } from '../support/one-server';
import { expectShown } from '../support/screen';

/** The controls on the pages of the Certificate Export Wizard (04952-225 to 04952-245). */

const there = edge(holding, on);
const [entry] = internalEntries(there.deployment, on, pool);
if (!entry) throw new Error('there is a certificate');

const KEY = 'Export Private Key';
const YES = 'Yes, export the private key';
const NO = 'No, do not export the private key';
const FORMAT = 'Export File Format';
const DER = 'DER encoded binary X.509 (.CER)';
const PEM = 'Base-64 encoded X.509 (.CER)';
const PKCS7 = 'Cryptographic Message Syntax Standard - PKCS #7 Certificates (.P7B)';
const PFX = 'Personal Information Exchange - PKCS #12 (.PFX)';
const SECURITY = 'Security';
const PATH = 'Include all certificates in the certification path if possible';
const DELETE = 'Delete the private key if the export is successful';
const EXTENDED = 'Export all extended properties';
const SUMMARY = 'Completing the Certificate Export Wizard';

describe('The Certificate Export Wizard', () => {
  test('leaves the private key where it is unless told otherwise', () => {
    expectShown(beginExport(there, pool), { [YES]: 'off', [NO]: 'on' });
    const told = move(beginExport(there, pool), { page: KEY, control: YES, value: 'chosen' });
    expectShown(told, { [YES]: 'on', [NO]: 'off' });
  });

  test('shows a private key that may not be exported greyed out', () => {
    const machine = there.deployment.machines.get(on);
    if (!machine) throw new Error('there is a machine');
    const keys = machine.keys.map((key) => ({ ...key, exportable: false }));
    const machines = there.deployment.machines.with(on, { ...machine, keys });
    const console = beginExport({ ...there, deployment: { ...there.deployment, machines } }, pool);
    expectShown(console, { [YES]: 'not available', [NO]: 'on' });
  });

  test('offers the formats without a private key, DER first', () => {
    const formats = formatsWithout();
    expectShown(formats, { [DER]: 'on', [PEM]: 'off', [PKCS7]: 'off', [PFX]: 'not available' });
    expectShown(formats, { [PATH]: 'not available', [DELETE]: 'not available', [EXTENDED]: 'not available' });
    const pkcs7 = move(formats, { page: FORMAT, control: PKCS7, value: 'chosen' });
    expectShown(pkcs7, { [DER]: 'off', [PKCS7]: 'on', [PATH]: 'off', [DELETE]: 'not available' });
  });

  test('offers PKCS #12 alone with a private key', () => {
    const formats = formatsWith();
    expectShown(formats, { [DER]: 'not available', [PEM]: 'not available', [PKCS7]: 'not available', [PFX]: 'on' });
    expectShown(formats, { [PATH]: 'on', [DELETE]: 'off', [EXTENDED]: 'off' });
  });

  test('hides what is typed as a password', () => {
    const page = move(formatsWith(), { page: FORMAT, control: 'Next', value: 'pressed' });
    const fields = windowOn(page).controls.filter(({ kind }) => kind === 'field');
    expect(fields.map(({ secret }) => secret)).to.deep.equal([true, true]);
    expect(controlNamed(windowOn(page), 'Type and confirm password (mandatory)')?.label).to.equal('Confirm password');
  });

  test('asks for a file, which can be browsed to', () => {
    const file = walk(formatsWithout(), [
      [FORMAT, 'Next', 'pressed'],
      ['File to Export', 'Browse', 'pressed'],
      ['Save As', 'File name', 'C:\\a'],
      ['Save As', 'Save', 'pressed'],
    ]);
    expectShown(file, { 'File name': 'C:\\a' });
    const left = walk(file, [
      ['File to Export', 'Browse', 'pressed'],
      ['Save As', 'Cancel', 'pressed'],
    ]);
    expect(windowOn(left).page).to.equal('File to Export');
  });

  test('goes no further without a file name', () => {
    const file = move(formatsWithout(), { page: FORMAT, control: 'Next', value: 'pressed' });
    expect(() => move(file, { page: 'File to Export', control: 'Next', value: 'pressed' })).to.throw(
      Refusal,
      /invalid-path/,
    );
  });

  test('sums the export up, with the extension that belongs to the format', () => {
    const lines = (path: string, keys: string, all: string, format: string): string =>
      [
        `File Name: C:\\${path}`,
        `Export Keys: ${keys}`,
        `Include all certificates in the certification path: ${all}`,
        `File Format: ${format}`,
      ].join('; ');
    expectShown(summed(without(DER), 'a'), { Summary: lines('a.cer', 'No', 'No', DER) });
    expectShown(summed(without(PEM), 'a'), { Summary: lines('a.cer', 'No', 'No', PEM) });
    expectShown(summed(without(PKCS7), 'a'), { Summary: lines('a.p7b', 'No', 'No', PKCS7) });
    expectShown(summed(formatsWith(), 'a'), { Summary: lines('a.pfx', 'Yes', 'Yes', PFX) });
    expectShown(summed(without(DER), 'a.b'), { Summary: lines('a.b', 'No', 'No', DER) });
  });

  test('writes what was chosen', () => {
    const path = move(without(PKCS7), { page: FORMAT, control: PATH, value: 'ticked' });
    expect(readPkcs7(written(path))).to.have.lengthOf(3);
    const named = move(formatsWith(), { page: FORMAT, control: EXTENDED, value: 'ticked' });
    expect(readPkcs12(written(named), PASSWORD).certificates[0]?.friendlyName).to.equal(entry.friendlyName);
  });

  test('does nothing when it is cancelled', () => {
    const left = move(summed(without(DER), 'a.cer'), { page: SUMMARY, control: 'Cancel', value: 'pressed' });
    expect(isAt(left, 'Console1')).to.equal(true);
    expect(fileExists(left.deployment, on, 'C:\\a.cer')).to.equal(false);
  });

  test('remembers nothing of the export before', () => {
    const done = exported(without(PKCS7), 'a.p7b');
    expect(isAt(done, 'Console1')).to.equal(true);
    const again = walk(done, [
      ['Console1', 'All Tasks', 'pressed'],
      ['Console1', 'Export', 'pressed'],
      ['Certificate Export Wizard', 'Next', 'pressed'],
      [KEY, 'Next', 'pressed'],
    ]);
    expectShown(again, { [DER]: 'on', [PKCS7]: 'off' });
    const file = move(again, { page: FORMAT, control: 'Next', value: 'pressed' });
    expectShown(file, { 'File name': '' });
  });
});

function formatsIn(console: Console, choice: string): Console {
  return walk(console, [
    [KEY, choice, 'chosen'],
    [KEY, 'Next', 'pressed'],
  ]);
}

function formatsWith(): Console {
  return formatsIn(beginExport(there, pool), YES);
}

function formatsWithout(): Console {
  return formatsIn(beginExport(there, pool), NO);
}

function without(format: string): Console {
  return move(formatsWithout(), { page: FORMAT, control: format, value: 'chosen' });
}

/** The last page of the wizard, for a file on drive C:. */
function summed(formats: Console, file: string): Console {
  const next = move(formats, { page: FORMAT, control: 'Next', value: 'pressed' });
  const named = isAt(next, SECURITY)
    ? walk(next, [
        [SECURITY, 'Password', 'ticked'],
        [SECURITY, 'Password', PASSWORD],
        [SECURITY, 'Confirm password', PASSWORD],
        [SECURITY, 'Next', 'pressed'],
      ])
    : next;
  return walk(named, [
    ['File to Export', 'File name', `C:\\${file}`],
    ['File to Export', 'Next', 'pressed'],
  ]);
}

function exported(formats: Console, file: string): Console {
  return walk(summed(formats, file), [
    [SUMMARY, 'Finish', 'pressed'],
    ['The export was successful.', 'OK', 'pressed'],
  ]);
}

function written(formats: Console): Uint8Array {
  return readFile(exported(formats, 'a.b').deployment, on, 'C:\\a.b');
}
