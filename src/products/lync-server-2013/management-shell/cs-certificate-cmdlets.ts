import { operatorRefusal } from '../../../operator/operator-refusals';
import type { Cmdlet, CmdletCall, CmdletResult } from '../../../operator/powershell/cmdlet';
import { type PsObject, propertyOf, textOfValue } from '../../../operator/powershell/objects';
import { assignedEntry } from '../../../world/topology';
import { formatName } from '../../../x509/names/distinguished-name';
import { assignCertificate } from '../assign-certificate';
import { USES, type UseName } from '../certificate-use';
import { importCertificate } from '../import-certificate';
import { lyncServerOf } from '../topology';
import { unassignCertificate } from '../unassign-certificate';
import { withLog } from './command-log';
import {
  FORCE,
  IDENTITY,
  NETPORT,
  REPORT,
  ROLLING,
  refuseRollWithoutDate,
  reportIn,
  TYPE,
  usesIn,
} from './cs-parameters';

/** The cmdlets of Lync Server for certificates that this server has. */
export const CERTIFICATE_CMDLETS: readonly Cmdlet[] = [
  {
    name: 'Import-CsCertificate',
    source: 'Microsoft: Import-CsCertificate',
    defaultSet: 'Local',
    asks: true,
    parameters: [
      { name: 'Path', type: 'String', mandatory: true },
      { name: 'Password', type: 'String' },
      { name: 'PrivateKeyExportable', type: 'Boolean', sets: ['Local'] },
      { ...IDENTITY, mandatory: true, position: 2, sets: ['CMS'] },
      { ...TYPE, mandatory: true, sets: ['CMS'] },
      ...ROLLING,
      FORCE,
      REPORT,
    ],
    run: imported,
  },
  {
    name: 'Set-CsCertificate',
    source: 'Microsoft: Set-CsCertificate',
    asks: true,
    parameters: [
      { name: 'Reference', type: 'Object', mandatory: true, pipeline: true, sets: ['CertificateReference'] },
      { name: 'Thumbprint', type: 'String', mandatory: true, sets: ['Thumbprint'] },
      { name: 'Path', type: 'String', mandatory: true, simulated: false, sets: ['Path'] },
      { name: 'Password', type: 'String', simulated: false, sets: ['Path'] },
      TYPE,
      { ...NETPORT, sets: ['CertificateReference', 'Thumbprint'] },
      IDENTITY,
      ...ROLLING,
      FORCE,
      REPORT,
    ],
    run: assigned,
  },
  {
    name: 'Remove-CsCertificate',
    source: 'Microsoft: Remove-CsCertificate',
    asks: true,
    parameters: [
      TYPE,
      NETPORT,
      FORCE,
      REPORT,
      { ...IDENTITY, position: 2 },
      { name: 'Previous', type: 'SwitchParameter', simulated: false },
    ],
    run: removed,
  },
  {
    name: 'Get-CsCertificate',
    source: 'Microsoft: Get-CsCertificate',
    parameters: [TYPE, NETPORT, { ...IDENTITY, position: 2 }, { ...REPORT, simulated: false }],
    run: ({ deployment, logon, bound }) => ({
      deployment,
      objects: assignedObjects({ deployment, logon, bound }, bound.has('Type') ? usesIn(bound, logon) : USES),
    }),
  },
  {
    name: 'Test-CsCertificateConfiguration',
    source: 'Microsoft: Test-CsCertificateConfiguration',
    asks: true,
    parameters: [FORCE, { ...REPORT, simulated: false }],
    run: (call) => ({
      deployment: call.deployment,
      objects: assignedObjects(call, USES).map(({ properties: { Thumbprint = '', Use = '' } }): PsObject => {
        return { properties: { Thumbprint, Use }, view: { as: 'table' } };
      }),
    }),
  },
];

function imported({ deployment, logon, bound }: CmdletCall): CmdletResult {
  refuseRollWithoutDate(bound, logon);
  const next = importCertificate(deployment, logon, {
    path: bound.text('Path'),
    password: bound.has('Password') ? bound.text('Password') : undefined,
    exportable: bound.flag('PrivateKeyExportable'),
    ...reportIn(bound),
  });
  return withLog(next, logon);
}

/** -Type may be left out for a reference, which names its own use; otherwise the uses must be named. */
function assigned({ deployment, logon, bound }: CmdletCall): CmdletResult {
  refuseRollWithoutDate(bound, logon);
  const references = bound.objects('Reference').map((object) => textOfValue(propertyOf(object, 'Thumbprint')));
  const thumbprints = bound.has('Thumbprint') ? [bound.text('Thumbprint')] : [...new Set(references)];
  const uses = usesIn(bound, logon);
  if (uses.length === 0)
    throw operatorRefusal('missing-parameter', logon.on, { cmdlet: 'Set-CsCertificate', parameters: ['Type'] });
  const next = thumbprints.reduce(
    (d, thumbprint) =>
      assignCertificate(d, logon, {
        uses,
        thumbprint: thumbprint.replace(/\s/g, '').toUpperCase(),
        ...(bound.has('Confirm') ? { unconfirmed: true } : {}),
        ...reportIn(bound),
      }),
    deployment,
  );
  return thumbprints.length === 0 ? { deployment } : withLog(next, logon);
}

/** Without -Force, the cmdlet asks for confirmation for a certificate that is in use. */
function removed({ deployment, logon, bound }: CmdletCall): CmdletResult {
  const named = usesIn(bound, logon);
  const { assigned: held } = lyncServerOf(deployment, logon.on);
  const uses = named.length > 0 ? named : USES.filter((use) => held[use] !== undefined);
  const inUse = uses.some((use) => held[use] !== undefined);
  if (inUse && !bound.flag('Force'))
    throw operatorRefusal('confirmation-needed', logon.on, { cmdlet: 'Remove-CsCertificate' });
  const { report } = reportIn(bound);
  return withLog(unassignCertificate(deployment, logon, uses, report), logon);
}

/** The assigned certificates as objects, one for each use. */
function assignedObjects({ deployment, logon }: CmdletCall, uses: readonly UseName[]): readonly PsObject[] {
  const server = lyncServerOf(deployment, logon.on);
  return uses.flatMap((use): readonly PsObject[] => {
    const entry = assignedEntry(deployment, server, use);
    if (!entry) return [];
    const { certificate } = entry;
    return [
      {
        properties: {
          Issuer: formatName(certificate.issuer),
          NotAfter: { at: certificate.notAfter },
          NotBefore: { at: certificate.notBefore },
          SerialNumber: certificate.serialNumber.toUpperCase(),
          Subject: formatName(certificate.subject),
          AlternativeNames: certificate.subjectAlternativeNames,
          Thumbprint: certificate.thumbprint,
          EffectiveDate: null,
          PreviousThumbprint: null,
          Use: use,
        },
        view: { as: 'list' },
      },
    ];
  });
}
