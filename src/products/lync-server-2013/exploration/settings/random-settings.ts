import fc from 'fast-check';
import type { WindowsVersion } from '../../../../windows/versions';
import { PLAIN_ASSUMPTIONS, plainSetting, type Setting } from './setting';

/** Random settings. The first value of each list is plain; values shrink to it. */

const VERSIONS: readonly WindowsVersion[] = ['2012 R2', '2012', '2008 R2', '2016', '2019', '2022'];
/** Small pools occur more often than large ones, because they take less time. */
const SIZES = [1, 2, 3, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8];
const SIZES_ELSEWHERE = [1, 2, 3];

/** Include the end of a month, a leap day, and the last day before dates have four-digit years (RFC 5280 §4.1.2.5). */
const CLOCKS = [
  '2013-11-07T09:00:00Z',
  '2014-02-28T23:59:59Z',
  '2016-02-29T12:00:00Z',
  '2019-12-31T23:55:00Z',
  '2049-12-31T23:55:00Z',
];

/** Half of them are plain except for the number of servers, so that bugs that need many runs of one setting are found too. */
export function randomSettings(): fc.Arbitrary<Setting> {
  return fc.oneof(fc.constantFrom(...SIZES.slice(0, 6)).map(plainSetting), anySetting());
}

function anySetting(): fc.Arbitrary<Setting> {
  const version = fc.constantFrom(...VERSIONS);
  const pool = (sizes: readonly number[]) =>
    fc
      .tuple(fc.constantFrom(...sizes), fc.array(version, { minLength: 8, maxLength: 8 }))
      .map(([size, versions]) => versions.slice(0, size));
  return fc.record({
    pools: fc
      .tuple(pool(SIZES), fc.array(pool(SIZES_ELSEWHERE), { maxLength: 2 }))
      .map(([explored, others]) => [explored, ...others]),
    tiers: fc.constantFrom(2, 1, 3),
    answers: fc.constantFrom('at once', 'at once', 'by hand', 'standalone'),
    windows: version,
    clock: fc.constantFrom(...CLOCKS),
    transfer: fc.constantFrom('share', 'share', 'removable-media'),
    assumptions: assumptions(),
  });
}

function assumptions(): fc.Arbitrary<Setting['assumptions']> {
  const changed = fc.record(
    {
      mmcImportLinksKey: fc.constant(true),
      mmcChosenStoreTakesChain: fc.constant(false),
      importWizardPutsChainIn: fc.constant('my' as const),
      importWizardMarksExportable: fc.constant(true),
      responseWithoutKey: fc.constant('refuse' as const),
      newRequestClearsEarlier: fc.constant(true),
      assignListFiltersNames: fc.constant(false),
      greenCheckNeedsExternalUses: fc.constant(true),
      wizardLaunchedOnCancel: fc.constant(false),
      exportPasswordRequired: fc.constant(false),
      deletedKeyLeavesCertificate: fc.constant(false),
      clockSkewMinutes: fc.constantFrom(0, 60),
      validityEndsWithIssuer: fc.constant(false),
    },
    { requiredKeys: [] },
  );
  return changed.map((some) => ({ ...PLAIN_ASSUMPTIONS, ...some }));
}
