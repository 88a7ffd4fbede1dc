/** The shape of `assumptions` in `rehearsal.yaml`: one switch for each row of `ASSUMPTIONS`, with its default. */
import type { z } from 'zod';

import { ASSUMPTIONS, type Assumptions } from './environment-assumptions';
import { choice, section, whole, yesNo } from './environment-fields';

const switches = {
  mmcImportLinksKey: yesNo().default(false),
  mmcChosenStoreTakesChain: yesNo().default(true),
  importWizardPutsChainIn: choice(['by-type', 'my']).default('by-type'),
  importWizardMarksExportable: yesNo().default(false),
  responseWithoutKey: choice(['import', 'refuse']).default('import'),
  newRequestClearsEarlier: yesNo().default(false),
  assignListFiltersNames: yesNo().default(true),
  greenCheckNeedsExternalUses: yesNo().default(true),
  wizardLaunchedOnCancel: yesNo().default(true),
  exportPasswordRequired: yesNo().default(true),
  deletedKeyLeavesCertificate: yesNo().default(true),
  clockSkewMinutes: whole(0, 1440).default(10),
  validityEndsWithIssuer: yesNo().default(true),
} satisfies Record<keyof Assumptions, z.ZodType>;

export const assumptionsSchema = section(describedByTable());

/** The switches, each with the words of its row, so that editors show them. */
function describedByTable(): typeof switches {
  const described = ASSUMPTIONS.map(({ name, about }) => [name, switches[name].describe(about)]);
  return Object.fromEntries(described);
}
