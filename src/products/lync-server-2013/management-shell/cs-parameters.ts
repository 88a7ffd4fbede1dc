import type { Bound, Parameter } from '../../../operator/powershell/cmdlet';
import type { Logon } from '../../../windows/program';
import { USES, type UseName, useTitled } from '../certificate-use';
import { lyncRefusal } from '../lync-refusals';

/** Parameters that several cmdlets of Lync Server have, as their reference pages describe them. */

/** The values of Microsoft.Rtc.Management.Deployment.CertType that the reference pages list. */
const CERTIFICATE_TYPES: readonly string[] = [
  ...USES,
  'External',
  'WebServicesInternal',
  'WebServicesExternal',
  'OAuthTokenIssuer',
  'iPhoneAPNService',
  'iPadAPNService',
  'MPNService',
  'PICWebService',
  'ProvisionService',
  'SMPDNSWebService',
  'TenantAdmin',
  'UpgradeEngineService',
  'WsFedTokenTransfer',
  'LogRetentionService',
];

export const TYPE: Parameter = { name: 'Type', type: 'String', list: true, values: CERTIFICATE_TYPES };
export const REPORT: Parameter = { name: 'Report', type: 'String' };
/** "Suppresses the display of any non-fatal error message": there is none here. */
export const FORCE: Parameter = { name: 'Force', type: 'SwitchParameter' };
/** for the release before this one */
export const NETPORT: Parameter = { name: 'NetportId', type: 'String', simulated: false };
export const IDENTITY: Parameter = { name: 'Identity', type: 'String', simulated: false };

/** -EffectiveDate and -Roll: a certificate that takes over on a date. Only its conditions are simulated. */
export const ROLLING: readonly Parameter[] = [
  { name: 'EffectiveDate', type: 'DateTime', aliases: ['EffectiveTime'], simulated: false },
  { name: 'Roll', type: 'SwitchParameter' },
];

/** The report of a call, if one is wanted. */
export function reportIn(bound: Bound): { readonly report?: string } {
  return bound.has('Report') ? { report: bound.text('Report') } : {};
}

/** The uses that -Type names. Refusal `use-not-simulated`. */
export function usesIn(bound: Bound, logon: Logon): readonly UseName[] {
  return bound.texts('Type').map((type) => {
    const use = useTitled(type);
    if (use) return use;
    throw lyncRefusal('use-not-simulated', logon.on, { use: type, uses: USES });
  });
}

/** Refusal `roll-without-date`: -Roll needs -EffectiveDate (Microsoft, "Set-CsCertificate", "Import-CsCertificate"). */
export function refuseRollWithoutDate(bound: Bound, logon: Logon): void {
  if (bound.flag('Roll')) throw lyncRefusal('roll-without-date', logon.on);
}
