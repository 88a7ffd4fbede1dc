import { requireAdministrator } from '../../windows/administrators';
import { openCertificateFile, placeCertificates } from '../../windows/certificate-file';
import { addToStore, removeFromStore, type StoreName } from '../../windows/certificate-store';
import { readFile } from '../../windows/file-system';
import { machineOf, withMachine, withoutKey } from '../../windows/machine';
import { operatorRefusal } from '../operator-refusals';
import { certificateObject, certificatePath, certificatesAt, type StoredAt } from './certificate-provider';
import type { Cmdlet, CmdletCall, CmdletResult, Parameter } from './cmdlet';
import { propertyOf, textOfValue } from './objects';

/** The cmdlets of Windows PowerShell for certificates, on the drive `Cert:` and with files. */

const PROVIDER = 'Microsoft: about_Certificate_Provider';
const PKI = 'Microsoft: PKI module, reference';

const PATH: Parameter = { name: 'Path', type: 'String', list: true, position: 0 };
const ITEM: Parameter = { name: 'InputObject', type: 'Object', pipeline: true };
const STORE: Parameter = { name: 'CertStoreLocation', type: 'String', position: 1, mandatory: true };

export const CERTIFICATE_CMDLETS: readonly Cmdlet[] = [
  {
    name: 'Get-ChildItem',
    aliases: ['dir', 'ls', 'gci'],
    source: PROVIDER,
    parameters: [PATH, { name: 'Recurse', type: 'SwitchParameter' }],
    run: listed,
  },
  {
    name: 'Move-Item',
    aliases: ['mi'],
    source: PROVIDER,
    parameters: [PATH, ITEM, { name: 'Destination', type: 'String', position: 1, mandatory: true }],
    asks: true,
    run: moved,
  },
  {
    name: 'Remove-Item',
    aliases: ['del', 'rm', 'ri'],
    source: PROVIDER,
    parameters: [PATH, ITEM, { name: 'DeleteKey', type: 'SwitchParameter' }],
    asks: true,
    run: removed,
  },
  {
    name: 'Import-Certificate',
    source: PKI,
    parameters: [{ name: 'FilePath', type: 'String', aliases: ['FullName'], position: 0, mandatory: true }, STORE],
    asks: true,
    run: (call) => imported(call, { exportable: false }),
  },
  {
    name: 'Import-PfxCertificate',
    source: PKI,
    parameters: [
      { name: 'FilePath', type: 'String', aliases: ['FullName'], position: 0, mandatory: true },
      STORE,
      { name: 'Exportable', type: 'SwitchParameter' },
      { name: 'Password', type: 'SecureString' },
    ],
    asks: true,
    run: (call) =>
      imported(call, {
        exportable: call.bound.flag('Exportable'),
        password: textOfValue(call.bound.objects('Password')[0]?.properties.secret ?? ''),
      }),
  },
  {
    name: 'ConvertTo-SecureString',
    source: 'Microsoft: Microsoft.PowerShell.Security, reference',
    parameters: [
      { name: 'String', type: 'String', position: 0, mandatory: true },
      { name: 'AsPlainText', type: 'SwitchParameter', mandatory: true },
      { name: 'Force', type: 'SwitchParameter', mandatory: true },
    ],
    run: ({ deployment, bound }) => ({
      deployment,
      objects: [{ properties: { secret: bound.text('String') }, view: { as: 'table', properties: ['Length'] } }],
    }),
  },
];

function listed({ deployment, logon, bound }: CmdletCall): CmdletResult {
  const machine = machineOf(deployment, logon.on);
  const paths = bound.has('Path') ? bound.texts('Path') : ['Cert:\\LocalMachine'];
  const found = paths.flatMap((path) => certificatesAt(deployment, logon, path));
  return { deployment, objects: found.map((stored) => certificateObject(machine, stored)) };
}

/** The certificates that a path or the pipeline names. */
function named({ deployment, logon, bound }: CmdletCall): readonly StoredAt[] {
  const piped = bound.objects('InputObject').map((object) => textOfValue(propertyOf(object, 'PSPath')));
  return [...bound.texts('Path'), ...piped].flatMap((path) => certificatesAt(deployment, logon, path));
}

/** Moves certificates to another store of the same location, with the links to their keys. */
function moved(call: CmdletCall): CmdletResult {
  const { deployment, logon, bound } = call;
  const to = certificatePath(logon.on, bound.text('Destination'));
  const next = named(call).reduce((d, { location, store, entry }) => {
    if (location === 'LocalMachine') requireAdministrator(d, logon);
    const machine = machineOf(d, logon.on);
    const target = storeFor(logon.on, to.store, bound.text('Destination'));
    if (to.location !== location)
      throw operatorRefusal('path-not-found.cert', logon.on, { path: bound.text('Destination') });
    const without = removeFromStore(machine.stores, location, store, (one) => one === entry);
    return withMachine(d, { ...machine, stores: addToStore(without, location, target, entry) });
  }, deployment);
  return { deployment: next };
}

function removed(call: CmdletCall): CmdletResult {
  const { deployment, logon, bound } = call;
  const next = named(call).reduce((d, { location, store, entry }) => {
    if (location === 'LocalMachine') requireAdministrator(d, logon);
    const machine = machineOf(d, logon.on);
    const key = machine.keys.find((one) => one.location === location && one.container === entry.keyContainer);
    const cleared = key && bound.flag('DeleteKey') ? withoutKey(machine, key) : machine;
    const stores = removeFromStore(cleared.stores, location, store, (one) => one === entry);
    return withMachine(d, { ...cleared, stores });
  }, deployment);
  return { deployment: next };
}

/** Both put the server's certificate into the store; authorities of a .pfx go to the stores of their type. */
function imported(
  { deployment, logon, bound }: CmdletCall,
  choice: { readonly exportable: boolean; readonly password?: string },
): CmdletResult {
  const { location, store } = certificatePath(logon.on, bound.text('CertStoreLocation'));
  if (location === 'LocalMachine') requireAdministrator(deployment, logon);
  const machine = machineOf(deployment, logon.on);
  const bytes = readFile(deployment, logon.on, bound.text('FilePath'));
  const file = openCertificateFile(bytes, choice.password, machine, logon.account);
  const target = storeFor(logon.on, store, bound.text('CertStoreLocation'));
  const next = placeCertificates(machine, file, {
    location,
    store: target,
    exportable: choice.exportable,
    linkMatching: false,
    chosenTakesAuthorities: file.kind !== 'pkcs12',
  });
  const first = next.stores[location][target].find(
    ({ certificate }) => certificate.thumbprint === file.certificates[0]?.certificate.thumbprint,
  );
  const objects = first ? [certificateObject(next, { location, store: target, entry: first })] : [];
  return { deployment: withMachine(deployment, next), objects };
}

function storeFor(on: string, store: StoreName | undefined, path: string): StoreName {
  if (store) return store;
  throw operatorRefusal('path-not-found.cert', on, { path });
}
