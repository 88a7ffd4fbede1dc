import { optional } from 'valibot';
import type { WindowsAssumptions } from '../../windows/machine';
import { choice, yesNo } from '../../world/environment-file/environment-fields';
import type { Assumption } from '../../world/environment-file/environment-part';

/** The uncertain behaviours of Lync Server that an environment can set. */
export interface LyncAssumptions extends WindowsAssumptions {
  readonly importWizardPutsChainIn: 'by-type' | 'my';
  readonly importWizardMarksExportable: boolean;
  readonly responseWithoutKey: 'import' | 'refuse';
  readonly newRequestClearsEarlier: boolean;
  readonly assignListFiltersNames: boolean;
  readonly greenCheckNeedsExternalUses: boolean;
  readonly wizardLaunchedOnCancel: boolean;
  readonly setCertificateRefusesNames: boolean;
  readonly importParameterMeans: 'exportable' | 'readable';
  readonly refusedFrontEndEvent: 1015 | 1017;
  readonly slowRevocationEvent: 1017 | 33019;
}

export const LYNC_ASSUMPTIONS = {
  importWizardPutsChainIn: {
    schema: optional(choice(['by-type', 'my']), 'by-type'),
    about: 'where Import Certificate of the Certificate Wizard puts the authority certificates of a .p7b or .pfx',
    source: 'not documented: Import-CsCertificate is described for the server certificate only',
  },
  importWizardMarksExportable: {
    schema: optional(yesNo(), false),
    about: 'a private key that Import Certificate of the Certificate Wizard brings in may be exported again',
    source: 'the wizard shows no box for it; the flag is decided at each import (PFXImportCertStore)',
  },
  responseWithoutKey: {
    schema: optional(choice(['import', 'refuse']), 'import'),
    about: 'what Import Certificate does with a response whose private key is not on this server',
    source: '04952-220 describes the state that follows; the text of the wizard is not documented',
  },
  newRequestClearsEarlier: {
    schema: optional(yesNo(), false),
    about: 'a second request on a server removes the first pending one, so that its response finds no key',
    source: 'not documented; a response is matched by public key, so both should be accepted',
  },
  assignListFiltersNames: {
    schema: optional(yesNo(), true),
    about: 'the list of certificates to assign leaves out those whose subject and alternative names miss the pool name',
    source: 'hinted only: the page for the external edge interface says to verify the names before assigning',
  },
  greenCheckNeedsExternalUses: {
    schema: optional(yesNo(), true),
    about: 'Step 3 shows its check mark only when the external uses have a certificate as well as the internal one',
    source: '04952-178 and 04952-204 want every required certificate assigned and do not list them',
  },
  wizardLaunchedOnCancel: {
    schema: optional(yesNo(), true),
    about: 'Step 3 says "Run again" also after a wizard that was cancelled',
    source: '04952-178 speaks of the first run, not of its end',
  },
  setCertificateRefusesNames: {
    schema: optional(yesNo(), false),
    about: 'Set-CsCertificate refuses a certificate whose names are not those that the use needs',
    source:
      'not documented; certificates with another subject were assigned, and replication failed with event 1015 (Central Management store replication failures)',
  },
  importParameterMeans: {
    schema: optional(choice(['exportable', 'readable']), 'exportable'),
    about:
      'what -PrivateKeyExportable of Import-CsCertificate does: the key may be exported again, or is only readable',
    source:
      'the reference page says that Network Service can read the key; the name of the parameter says that it can be exported',
  },
  refusedFrontEndEvent: {
    schema: optional(choice([1015, 1017]), 1017),
    about: 'the event of a Front End Server whose certificate an Edge Server refuses',
    source: 'not documented: event 32042, which reports name, belongs to LS User Services on a Front End (KB 2901554)',
  },
  slowRevocationEvent: {
    schema: optional(choice([1017, 33019]), 33019),
    about: 'the event of a Front End Server that waits for a revocation list which it cannot reach',
    source: 'one report names 33019 and not the service that logs it: blog.masteringmsuc.com 2012-05',
  },
} satisfies Record<Exclude<keyof LyncAssumptions, keyof WindowsAssumptions>, Assumption>;

/** The assumptions of a world whose environment is of Lync Server; another one is a bug. */
export function assumptionsOf({ assumptions }: { readonly assumptions: WindowsAssumptions }): LyncAssumptions {
  if (!hasLyncAssumptions(assumptions)) throw new Error('the environment has no assumptions of Lync Server');
  return assumptions;
}

function hasLyncAssumptions(assumptions: WindowsAssumptions): assumptions is LyncAssumptions {
  return Object.keys(LYNC_ASSUMPTIONS).every((name) => Object.hasOwn(assumptions, name));
}
