import { defineParameterType } from '@cucumber/cucumber';
import { exportedFile, PASSWORD } from '../../../src/operator/named-values';
import { cutShort, lost } from '../../../src/operator/tasks/repair';
import type { LyncAssumptions } from '../../../src/products/lync-server-2013/assumptions';
import { readFile, writeFile } from '../../../src/windows/file-system';
import { type Deployment, firstPool } from '../../../src/world/deployment';
import { readPkcs12 } from '../../../src/x509/pkcs12/pkcs12';
import { writePkcs12 } from '../../../src/x509/pkcs12/write-pkcs12';
import { AUTHORITY_FAULTS, TEMPLATE_FAULTS } from './faults/authority-faults';
import type { Fault } from './faults/fault';
import { KEY_FAULTS } from './faults/key-faults';
import { MACHINE_FAULTS } from './faults/machine-faults';
import { STORE_FAULTS } from './faults/store-faults';

/** Circumstances before a scenario begins, by the phrases of the features. */

const FAULTS: Readonly<Record<string, Fault>> = { ...MACHINE_FAULTS, ...KEY_FAULTS, ...STORE_FAULTS };

const ASSUMED: Readonly<Record<string, (deployment: Deployment) => Deployment>> = assumptions({
  'the snap-in joins a certificate to its private key': { mmcImportLinksKey: true },
  'the snap-in leaves a certificate without its private key': { mmcImportLinksKey: false },
  'a second request clears the first': { newRequestClearsEarlier: true },
  'a second request leaves the first': { newRequestClearsEarlier: false },
  'a response without its private key is refused': { responseWithoutKey: 'refuse' },
  'a response without its private key is imported': { responseWithoutKey: 'import' },
  'the wizard puts the certificates of authorities by their type': { importWizardPutsChainIn: 'by-type' },
  'names are looked at before the assignment': { assignListFiltersNames: true },
  'names are not looked at before the assignment': { assignListFiltersNames: false },
  'a private key may be exported without a password': { exportPasswordRequired: false },
  'a private key is exported with a password only': { exportPasswordRequired: true },
  'a certificate stays when its private key is deleted': { deletedKeyLeavesCertificate: true },
  'a certificate goes with its private key': { deletedKeyLeavesCertificate: false },
  'the check mark is for the internal certificate alone': { greenCheckNeedsExternalUses: false },
  'the check mark is for every use': { greenCheckNeedsExternalUses: true },
  'opening Step 3 is enough for it to count as run': { wizardLaunchedOnCancel: true },
  'opening Step 3 is not enough for it to count as run': { wizardLaunchedOnCancel: false },
  'the imported private key may be exported again': { importWizardMarksExportable: true },
  'the imported private key may not be exported again': { importWizardMarksExportable: false },
});

/** Faults of a file, by the phrases of the features. */
const FILE_FAULTS: Readonly<Record<string, (deployment: Deployment) => Deployment>> = {
  'the exported file is protected as later versions of Windows do': (deployment) => {
    const [path, on] = [exportedFile(deployment, firstPool(deployment)), firstPool(deployment).servers[0] ?? ''];
    const content = readPkcs12(readFile(deployment, on, path), PASSWORD);
    const salt = (length: number): Uint8Array => new Uint8Array(length).fill(7);
    const bytes = writePkcs12(content, { password: PASSWORD, profile: 'AES256-SHA256', salt });
    return writeFile(deployment, on, path, bytes);
  },
  'the response has been cut short on its way': cutShort,
  'the request file has been lost on the internal server': (deployment) => lost(deployment, 'request'),
  'the response file has been lost on the internal server': (deployment) => lost(deployment, 'response'),
  'the response has been saved over the request': (deployment) => {
    const [on = ''] = firstPool(deployment).servers;
    const { request, response } = deployment.environment.files;
    return writeFile(deployment, on, request, readFile(deployment, on, response));
  },
};

for (const [name, table] of Object.entries({
  fault: FAULTS,
  authorityFault: AUTHORITY_FAULTS,
  templateFault: TEMPLATE_FAULTS,
  assumption: ASSUMED,
  fileFault: FILE_FAULTS,
})) {
  defineParameterType({
    name,
    regexp: oneOf(table),
    transformer: (phrase: string) => table[phrase],
  });
}

function oneOf(phrases: Readonly<Record<string, unknown>>): RegExp {
  return new RegExp(
    Object.keys(phrases)
      .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
  );
}

function assumptions(
  table: Readonly<Record<string, Partial<LyncAssumptions>>>,
): Readonly<Record<string, (deployment: Deployment) => Deployment>> {
  const changes = Object.entries(table).map(([phrase, assumed]) => {
    const change = (d: Deployment): Deployment => ({ ...d, assumptions: { ...d.assumptions, ...assumed } });
    return [phrase, change] as const;
  });
  return Object.fromEntries(changes);
}
