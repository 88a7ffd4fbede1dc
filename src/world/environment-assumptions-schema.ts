/** The shape of `assumptions` in `rehearsal.yaml`: one switch for each row of `ASSUMPTIONS`, with its default. */
import { description, type GenericSchema, optional, pipe } from 'valibot';

import { ASSUMPTIONS, type Assumptions } from './environment-assumptions';
import { choice, section, whole, yesNo } from './environment-fields';

const switches = {
  mmcImportLinksKey: optional(yesNo(), false),
  mmcChosenStoreTakesChain: optional(yesNo(), true),
  importWizardPutsChainIn: optional(choice(['by-type', 'my']), 'by-type'),
  importWizardMarksExportable: optional(yesNo(), false),
  responseWithoutKey: optional(choice(['import', 'refuse']), 'import'),
  newRequestClearsEarlier: optional(yesNo(), false),
  assignListFiltersNames: optional(yesNo(), true),
  greenCheckNeedsExternalUses: optional(yesNo(), true),
  wizardLaunchedOnCancel: optional(yesNo(), true),
  exportPasswordRequired: optional(yesNo(), true),
  deletedKeyLeavesCertificate: optional(yesNo(), true),
  clockSkewMinutes: optional(whole(0, 1440), 10),
  validityEndsWithIssuer: optional(yesNo(), true),
} satisfies Record<keyof Assumptions, GenericSchema>;

export const assumptionsSchema = section(describedByTable());

/** The switches, each with the words of its row, so that editors show them. */
function describedByTable(): typeof switches {
  const described = ASSUMPTIONS.map(({ name, about }) => [name, pipe(switches[name], description(about))]);
  return Object.fromEntries(described);
}
