import test, { describe } from 'node:test';
import { expect } from 'chai';
import { Refusal } from '../../src/refusal';
import { deleteFile, EMPTY_DISK, fileExists, readFile, withFolder, writeFile } from '../../src/windows/file-system';
import { type Machine, machineOf, type Network, withMachine } from '../../src/windows/machine';
import { begun, on } from '../support/one-server';

/** Targets of paths: drives, folders, removable media, shares (04952-240, 04952-241). */

const shares = [
  { name: 'Certificates$', folder: 'C:\\shared' },
  { name: 'Other', folder: 'C:\\other' },
];
const disk = withFolder(withFolder(EMPTY_DISK, 'C:\\shared\\deep\\'), 'C:\\other');
const other = begun.deployment.environment.internalServer.fqdn;
const network = [on, other].reduce<Network>(
  (all, fqdn): Network => withMachine(all, { ...machineOf(all, fqdn), disk, shares } satisfies Machine),
  {
    ...begun.deployment,
    media: ['E:', 'F:', 'G:'].map((drive) => ({
      drive,
      pluggedInto: drive === 'G:' ? null : on,
      disk: withFolder({ files: new Map(), folders: new Set() }, `${drive}\\deep`),
    })),
  },
);
const bytes = Uint8Array.of(1, 2, 3);
const [name = ''] = other.split('.');

describe('A path', () => {
  test('leads to a file whatever the case of its letters', () => {
    const written = writeFile(network, on, 'C:\\Shared\\A.cer', bytes);
    expect(readFile(written, on, 'c:\\shared\\a.CER')).to.equal(bytes);
    expect(fileExists(written, on, 'C:\\shared\\a.cer')).to.equal(true);
    expect(fileExists(written, other, 'C:\\shared\\a.cer')).to.equal(false);
    expect(fileExists(deleteFile(written, on, 'C:\\SHARED\\A.CER'), on, 'C:\\shared\\a.cer')).to.equal(false);
    expect(fileExists(network, on, 'C:\\shared\\a.cer')).to.equal(false);
  });

  test('needs a drive and a name, without what Windows reserves', () => {
    for (const path of ['', 'a.cer', '\\a.cer', 'C:', 'C:\\', 'C:\\\\a.cer', 'C:a.cer', 'CC:\\a.cer', '1:\\a.cer'])
      expectRefused(() => fileExists(network, on, path), 'invalid-path');
    for (const sign of '<>"|?*')
      expectRefused(() => fileExists(network, on, `C:\\shared\\a${sign}.cer`), 'invalid-path');
  });

  test('is written only into a folder that exists', () => {
    for (const path of ['C:\\a.cer', 'C:\\shared\\a.cer', 'C:\\shared\\deep\\a.cer', 'C:\\other\\a.cer'])
      expect(fileExists(writeFile(network, on, path, bytes), on, path), path).to.equal(true);
    expectRefused(() => writeFile(network, on, 'C:\\deep\\a.cer', bytes), 'path-not-found');
    expectRefused(() => readFile(network, on, 'C:\\deep\\a.cer'), 'file-not-found');
    expectRefused(() => deleteFile(network, on, 'C:\\deep\\a.cer'), 'file-not-found');
  });

  test('leads to the medium of its drive letter, and to the one plugged in here', () => {
    const written = writeFile(network, on, 'f:\\deep\\a.cer', bytes);
    expect(readFile(written, on, 'F:\\deep\\a.cer')).to.equal(bytes);
    const holding = written.media.filter((medium) => medium.disk.files.size > 0);
    expect(holding.map(({ drive }) => drive)).to.deep.equal(['F:']);
    expect(fileExists(writeFile(network, on, 'E:\\a.cer', bytes), on, 'E:\\a.cer')).to.equal(true);
    for (const [server, path] of [
      [other, 'E:\\a.cer'],
      [on, 'G:\\a.cer'],
      [on, 'Q:\\a.cer'],
    ] as const)
      expectRefused(() => fileExists(network, server, path), 'path-not-found');
  });

  test('leads to a share by the full name of the server or its first label', () => {
    const path = `\\\\${other}\\certificates$\\deep\\a.cer`;
    const written = writeFile(network, on, path, bytes);
    expect(readFile(written, on, path.toUpperCase())).to.equal(bytes);
    expect(readFile(written, on, `\\\\${name}\\Certificates$\\deep\\a.cer`)).to.equal(bytes);
    expect(readFile(written, other, 'C:\\shared\\deep\\a.cer')).to.equal(bytes);
    const second = writeFile(network, on, `\\\\${name}\\OTHER\\a.cer`, bytes);
    expect(readFile(second, other, 'C:\\other\\a.cer')).to.equal(bytes);
  });

  test('that leads to no share is refused', () => {
    for (const path of [`\\\\nowhere\\Other\\a.cer`, `\\\\${name}\\None\\a.cer`, `\\\\${name}\\Other`, `\\\\${name}`])
      expectRefused(() => fileExists(network, on, path), 'network-path-not-found');
  });
});

function expectRefused(attempt: () => unknown, code: string): void {
  expect(attempt, code)
    .to.throw(Refusal, /^(?!.*\{\w+\})/s) // every name in the message has its value
    .with.property('code', code);
}
