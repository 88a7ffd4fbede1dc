import { defineParameterType } from '@cucumber/cucumber';
import type { LyncAssumptions } from '../../../src/products/lync-server-2013/assumptions';
import type { Deployment } from '../../../src/world/deployment';
import { expressionsOf } from '../../support/phrases/product-phrases';
import { AUTHORITY_ASSUMPTIONS } from './authority-assumptions';

/** What is assumed before a scenario begins, by the phrases of the features. */

const ASSUMED: Readonly<Record<string, (deployment: Deployment) => Deployment>> = {
  ...AUTHORITY_ASSUMPTIONS,
  ...assumptions({
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
    'a certificate is deleted with its private key': { deletedKeyLeavesCertificate: false },
    'the certificates of a .pfx are encrypted with RC2': { exportWritesRc2: true },
    'the certificates of a .pfx are encrypted with Triple DES': { exportWritesRc2: false },
    'the check mark is for the internal certificate alone': { greenCheckNeedsExternalUses: false },
    'the check mark is for every use': { greenCheckNeedsExternalUses: true },
    'opening Step 3 counts as running it': { wizardLaunchedOnCancel: true },
    'opening Step 3 does not count as running it': { wizardLaunchedOnCancel: false },
    'the imported private key may be exported again': {
      importWizardMarksExportable: true,
      importParameterMeans: 'exportable',
    },
    'the imported private key may not be exported again': { importWizardMarksExportable: false },
    'Set-CsCertificate refuses other names': { setCertificateRefusesNames: true },
    'Set-CsCertificate takes other names': { setCertificateRefusesNames: false },
    'Import-CsCertificate lets the key be exported': { importParameterMeans: 'exportable' },
    'Import-CsCertificate lets the key be read only': { importParameterMeans: 'readable' },
    'event 1017 follows from a refused Front End Server': { refusedFrontEndEvent: 1017 },
    'event 1015 follows from a refused Front End Server': { refusedFrontEndEvent: 1015 },
    'event 33019 follows from an unreachable revocation list': { slowRevocationEvent: 33019 },
    'event 1017 follows from an unreachable revocation list': { slowRevocationEvent: 1017 },
  }),
};

defineParameterType({
  name: 'assumption',
  regexp: expressionsOf(Object.keys(ASSUMED)),
  transformer: (phrase: string) => ASSUMED[phrase],
});

function assumptions(
  table: Readonly<Record<string, Partial<LyncAssumptions>>>,
): Readonly<Record<string, (deployment: Deployment) => Deployment>> {
  const changes = Object.entries(table).map(([phrase, assumed]) => {
    const change = (d: Deployment): Deployment => ({ ...d, assumptions: { ...d.assumptions, ...assumed } });
    return [phrase, change] as const;
  });
  return Object.fromEntries(changes);
}
