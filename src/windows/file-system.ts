import { type Disk, type Machine, machineOf, type Network, type StoredFile, withMachine } from './machine';
import { windowsRefusal } from './windows-refusals';

/**
 * Files as a program on one machine sees them: local drives, connected removable media, and shares of other machines
 * (`\\server\share\file`). A folder must exist before a file can be saved in it.
 */

/** An empty disk. */
export const EMPTY_DISK: Disk = { files: new Map(), folders: new Set(['c:']) };

/** The target of a path: the disk of a machine, or a removable medium. */
type Place<N> = { readonly disk: Disk; readonly path: string; readonly put: (disk: Disk) => N };

/** The bytes of the file. Refusals: `file-not-found`, `path-not-found`, `network-path-not-found`. */
export function readFile(network: Network, on: string, path: string): Uint8Array {
  const place = locate(network, on, path);
  const file = place.disk.files.get(place.path.toLowerCase());
  if (file) return file.bytes;
  throw windowsRefusal('file-not-found', on, { path });
}

/** Whether the file exists. */
export function fileExists(network: Network, on: string, path: string): boolean {
  const place = locate(network, on, path);
  return place.disk.files.has(place.path.toLowerCase());
}

/** Saves the file and replaces an existing one. Refusal `path-not-found` if the folder does not exist. */
export function writeFile<N extends Network>(network: N, on: string, path: string, bytes: Uint8Array): N {
  const place = locate(network, on, path);
  const folder = folderOf(place.path);
  if (!place.disk.folders.has(folder.toLowerCase()))
    throw windowsRefusal('path-not-found.folder', on, { path, folder });
  const files = new Map(place.disk.files).set(place.path.toLowerCase(), { path: place.path, bytes });
  return place.put({ ...place.disk, files });
}

/** Deletes the file. */
export function deleteFile<N extends Network>(network: N, on: string, path: string): N {
  readFile(network, on, path);
  const place = locate(network, on, path);
  const files = new Map(place.disk.files);
  files.delete(place.path.toLowerCase());
  return place.put({ ...place.disk, files });
}

/**
 * The files whose names match the pattern, which may have `*` for any characters; `below`: also in the folders below.
 * Refusals: those of the path.
 */
export function listFiles(network: Network, on: string, pattern: string, below: boolean): readonly StoredFile[] {
  const folder = folderOf(pattern);
  const name = pattern.slice(folder.length + 1) || '*';
  const place = locate(network, on, `${folder}\\${name.replaceAll('*', '_')}`);
  const start = `${folderOf(place.path)}\\`.toLowerCase();
  const matches = new RegExp(`^${name.split('*').map(escaped).join('[^\\\\]*')}$`, 'i');
  return [...place.disk.files.values()].filter(({ path }) => {
    const rest = path.slice(start.length);
    const file = path.slice(path.lastIndexOf('\\') + 1);
    return path.toLowerCase().startsWith(start) && (below || !rest.includes('\\')) && matches.test(file);
  });
}

function escaped(text: string): string {
  return text.replace(/[$()+.[\\\]^{|}]/g, '\\$&');
}

/** Adds a folder and its parent folders to the disk. */
export function withFolder(disk: Disk, folder: string): Disk {
  const parts = folder.replace(/\\+$/, '').split('\\');
  const above = parts.map((_, index) =>
    parts
      .slice(0, index + 1)
      .join('\\')
      .toLowerCase(),
  );
  return { ...disk, folders: new Set([...disk.folders, ...above]) };
}

/** The folder part of a path, without the closing backslash: `C:\certs` for `C:\certs\a.cer`. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('\\')));
}

function locate<N extends Network>(network: N, on: string, path: string): Place<N> {
  if (path.startsWith('\\\\')) return onShare(network, on, path);
  if (!/^[a-z]:\\[^\\]/i.test(path) || /[<>"|?*]/.test(path.slice(2))) {
    throw windowsRefusal('invalid-path', on, { path });
  }
  return onDrive(network, on, path);
}

function onDrive<N extends Network>(network: N, on: string, path: string): Place<N> {
  const machine = machineOf(network, on);
  const drive = path.slice(0, 2).toLowerCase();
  if (machine.disk.folders.has(drive)) return onMachine(network, machine, path);
  const medium = network.media.find((m) => m.pluggedInto === on && m.drive.toLowerCase() === drive);
  if (!medium) throw windowsRefusal('path-not-found.drive', on, { path, drive: path.slice(0, 2) });
  const put = (disk: Disk): N => ({ ...network, media: network.media.map((m) => (m === medium ? { ...m, disk } : m)) });
  return { disk: medium.disk, path, put };
}

function onShare<N extends Network>(network: N, on: string, path: string): Place<N> {
  const [server = '', shareName = '', ...rest] = path.slice(2).split('\\');
  const machine = [...network.machines.values()].find((m) => isNamed(m, server));
  const share = machine?.shares.find((s) => s.name.toLowerCase() === shareName.toLowerCase());
  if (!machine) throw windowsRefusal('network-path-not-found.server', on, { path, server });
  if (!share || rest.length === 0) {
    throw windowsRefusal('network-path-not-found.share', on, { path, server: machine.fqdn, share: shareName });
  }
  return onMachine(network, machine, [share.folder, ...rest].join('\\'));
}

function onMachine<N extends Network>(network: N, machine: Machine, path: string): Place<N> {
  return { disk: machine.disk, path, put: (disk) => withMachine(network, { ...machine, disk }) };
}

function isNamed(machine: Machine, name: string): boolean {
  const wanted = name.toLowerCase();
  return machine.fqdn.toLowerCase() === wanted || machine.fqdn.toLowerCase().split('.')[0] === wanted;
}
