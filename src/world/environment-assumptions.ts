/**
 * Where no document says how the real products behave, the rehearsal assumes something, and says so: one switch in
 * the environment file, one row here. The runbook prints the rows, so that a reader knows what was taken for true.
 */

export interface Assumptions {
  readonly mmcImportLinksKey: boolean;
  readonly mmcChosenStoreTakesChain: boolean;
  readonly importWizardPutsChainIn: 'by-type' | 'my';
  readonly importWizardMarksExportable: boolean;
  readonly responseWithoutKey: 'import' | 'refuse';
  readonly newRequestClearsEarlier: boolean;
  readonly assignListFiltersNames: boolean;
  readonly greenCheckNeedsExternalUses: boolean;
  readonly wizardLaunchedOnCancel: boolean;
  readonly exportPasswordRequired: boolean;
  readonly deletedKeyLeavesCertificate: boolean;
  readonly clockSkewMinutes: number;
  readonly validityEndsWithIssuer: boolean;
}

export interface AssumptionEntry {
  readonly name: keyof Assumptions;
  /** what the switch decides, in one line */
  readonly about: string;
  /** what the documents say, or do not say */
  readonly source: string;
}

export const ASSUMPTIONS: readonly AssumptionEntry[] = [
  {
    name: 'mmcImportLinksKey',
    about: 'a bare .cer imported with the Certificates snap-in is joined to a matching private key of the machine',
    source:
      'disputed: certificate vendors say it is not (certutil -repairstore is), CryptFindCertificateKeyProvInfo could',
  },
  {
    name: 'mmcChosenStoreTakesChain',
    about: 'a .pfx imported into a chosen store puts its authority certificates into that store too, not by type',
    source: 'not documented; a .p7b imported into a chosen store is seen to do so',
  },
  {
    name: 'importWizardPutsChainIn',
    about: 'where Import Certificate of the Certificate Wizard puts the authority certificates of a .p7b or .pfx',
    source: 'not documented: Import-CsCertificate is described for the server certificate only',
  },
  {
    name: 'importWizardMarksExportable',
    about: 'a private key that Import Certificate of the Certificate Wizard brings in may be exported again',
    source: 'the wizard shows no box for it; the flag is decided anew at each import (PFXImportCertStore)',
  },
  {
    name: 'responseWithoutKey',
    about: 'what Import Certificate does with a response whose private key is not on this server',
    source: '04952-220 describes the state that follows; the text of the wizard is not documented',
  },
  {
    name: 'newRequestClearsEarlier',
    about: 'a second request on a server removes the first pending one, so that its response finds no key',
    source: 'not documented; a response is matched by public key, so both should be accepted',
  },
  {
    name: 'assignListFiltersNames',
    about: 'the list of certificates to assign leaves out those whose subject and alternative names miss the pool name',
    source: 'hinted only: the page for the external edge interface says to verify the names before assigning',
  },
  {
    name: 'greenCheckNeedsExternalUses',
    about: 'Step 3 shows its check mark only when the external uses have a certificate as well as the internal one',
    source: '04952-178 and 04952-204 want every required certificate assigned and do not list them',
  },
  {
    name: 'wizardLaunchedOnCancel',
    about: 'Step 3 says "Run again" also after a wizard that was cancelled',
    source: '04952-178 speaks of the first run, not of its end',
  },
  {
    name: 'exportPasswordRequired',
    about: 'the Certificate Export Wizard does not go on without a password for the private key',
    source: '04952-237 makes it optional; the page for the external edge interface asks for one',
  },
  {
    name: 'deletedKeyLeavesCertificate',
    about: 'deleting the private key after export leaves the certificate in the store, without its key',
    source: '04952-235 says that certificate and key have to be imported again, not what remains',
  },
  {
    name: 'clockSkewMinutes',
    about: 'how many minutes before the moment of issue a certificate begins to be valid',
    source: 'ClockSkewMinutes of Active Directory Certificate Services, 10 unless changed; not in the procedure',
  },
  {
    name: 'validityEndsWithIssuer',
    about: 'a certificate never outlives the authority that issued it: its end is cut to the end of the issuer',
    source: 'usual behaviour of Active Directory Certificate Services; not in the procedure',
  },
];
