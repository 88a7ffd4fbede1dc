import { consoleOn } from '../../../operator/console';
import { atServer, internalAuthority } from '../../../operator/logons';
import { typeCommand } from '../../../operator/prompt';
import { answeredBy } from '../../../operator/tasks/authority';
import { importFile, ROOTS } from '../../../operator/tasks/certification-path';
import { deleteFile, folderOf, withFolder, writeFile } from '../../../windows/file-system';
import { machineOf, withMachine } from '../../../windows/machine';
import { accountFor, type Deployment } from '../../../world/deployment';
import type { AssignmentStep, FileStep, GivenFile, ProductFiles } from '../../../world/product-files';
import { assignCertificate } from '../assign-certificate';
import { NOT_ASSIGNABLE_REASONS } from '../assignment';
import { assumptionsOf } from '../assumptions';
import { importWithWizard } from './certificate';

/** The steps of the document that take files. Each operates the real windows, with the file at its place. */

const WIZARD_PAGE = 'Import Certificate';

const STEPS: readonly FileStep<Deployment>[] = [
  {
    takes: 'chain',
    procedure: 'Import the certification chain on every Edge Server',
    page: 'File to Import',
    source: '04952-173',
    endings: ['.p7b', '.p7c'],
    perform: (world, file) => {
      const { chain } = world.environment.files;
      return at(world, file, chain, (placed) => importFile(console(placed, file), chain, ROOTS, { byType: true }));
    },
  },
  {
    takes: 'response',
    procedure: 'Import the certificate on the server that made the request',
    page: WIZARD_PAGE,
    source: '04952-206',
    endings: ['.cer', '.crt'],
    perform: (world, file) => {
      const { response } = world.environment.files;
      return at(world, file, response, (placed) => importWithWizard(console(placed, file), response));
    },
  },
  {
    takes: 'key-pair',
    procedure: 'Import the exported certificate on the other servers of the pool',
    page: WIZARD_PAGE,
    source: '04952-207',
    endings: ['.pfx', '.p12'],
    perform: (world, file) => {
      const { exported } = world.environment.files;
      const password = file.password ?? '';
      return at(world, file, exported, (placed) => importWithWizard(console(placed, file), exported, password));
    },
  },
  {
    takes: 'request',
    procedure: 'Submit the request to the authority',
    page: 'Submit a Certificate Request or Renewal Request',
    source: '04952-200',
    endings: ['.req', '.csr'],
    perform: (world, { bytes }) => {
      const { fqdn } = world.environment.internalServer;
      const placed = consoleOn(written(world, fqdn, world.environment.files.request, bytes));
      return answeredBy(placed, internalAuthority(placed)).deployment;
    },
  },
  {
    takes: 'policy',
    procedure: 'Create the certificate request',
    page: 'certreq -new',
    source: 'Microsoft: certreq',
    endings: ['.inf'],
    perform: (world, file) => {
      const policy = 'C:\\rehearse\\policy.inf';
      const { request } = world.environment.files;
      const opened = written(world, file.server, request, new Uint8Array(0));
      return at(opened, file, policy, (placed) =>
        typeCommand(console(placed, file), `certreq -new ${policy} "${request}"`),
      );
    },
  },
];

const ASSIGNMENT: AssignmentStep<Deployment> = {
  procedure: 'Assign the internal certificate on every Edge Server',
  page: 'Certificate Store',
  source: '04952-251',
  perform: (world, server, thumbprint) => {
    const logon = { on: server, account: accountFor(world, 'edge-administrator') };
    return assignCertificate(world, logon, { uses: ['Internal'], thumbprint, unconfirmed: true });
  },
  reasons: (world) => {
    const { assignListFiltersNames, setCertificateRefusesNames } = assumptionsOf(world);
    const namesCount = assignListFiltersNames || setCertificateRefusesNames;
    return NOT_ASSIGNABLE_REASONS.filter((reason) => namesCount || reason !== 'subject-mismatch');
  },
};

export const FILE_STEPS: ProductFiles<Deployment> = { steps: STEPS, assignment: ASSIGNMENT };

function console(world: Deployment, { server }: GivenFile) {
  return atServer(consoleOn(world), server);
}

/** Puts the file at the path of the server, uses it, and deletes it again. */
function at(
  world: Deployment,
  { server, bytes }: GivenFile,
  path: string,
  use: (placed: Deployment) => { readonly deployment: Deployment },
): Deployment {
  return deleteFile(use(written(world, server, path, bytes)).deployment, server, path);
}

function written(world: Deployment, on: string, path: string, bytes: Uint8Array): Deployment {
  const machine = machineOf(world, on);
  const disk = withFolder(machine.disk, folderOf(path));
  return writeFile(withMachine(world, { ...machine, disk }), on, path, bytes);
}
