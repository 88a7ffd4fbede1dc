/**
 * Where no document says how the real products behave, the rehearsal assumes something, and says so: one switch in
 * the environment file, one row here or in the product's table. The runbook prints the rows, so that a reader knows what
 * is assumed.
 */
import { description, optional, pipe } from 'valibot';
import type { WindowsAssumptions } from '../../windows/machine';
import { choice, section, whole, yesNo } from './environment-fields';
import type { AssumptionTable, EnvironmentPart } from './environment-part';

/** The assumptions of every environment; a product adds others. */
export interface Assumptions extends WindowsAssumptions {
  readonly clockSkewMinutes: number;
  readonly validityEndsWithIssuer: boolean;
  readonly enrollDenialLeavesRow: boolean;
  readonly certsrvTemplateVersion: 2 | 3;
  readonly certsrvTypeNeedsBrowser: boolean;
  readonly publicAuthorityCopiesName: boolean;
}

const IMPORT = {
  mmcImportLinksKey: {
    schema: optional(yesNo(), false),
    about: 'a bare .cer imported with the Certificates snap-in is joined to a matching private key of the machine',
    source:
      'disputed: certificate vendors say it is not (certutil -repairstore is), CryptFindCertificateKeyProvInfo could',
  },
  mmcChosenStoreTakesChain: {
    schema: optional(yesNo(), true),
    about: 'a .pfx imported into a chosen store puts its authority certificates into that store too, not by type',
    source: 'not documented; a .p7b imported into a chosen store is seen to do so',
  },
} satisfies AssumptionTable;

const EXPORT_AND_AUTHORITY = {
  exportPasswordRequired: {
    schema: optional(yesNo(), true),
    about: 'the Certificate Export Wizard does not go on without a password for the private key',
    source: '04952-237 makes it optional; the page for the external interface asks for one',
  },
  deletedKeyLeavesCertificate: {
    schema: optional(yesNo(), true),
    about: 'deleting the private key after export leaves the certificate in the store, without its key',
    source: '04952-235 says that certificate and key have to be imported again, not what remains',
  },
  exportWritesRc2: {
    schema: optional(yesNo(), true),
    about: 'the certificates in an exported .pfx are encrypted with RC2 of 40 bits, the private key with Triple DES',
    source: 'seen in files of Windows (bcgit/bc-csharp discussion 372), not documented; OpenSSL 3 needs -legacy',
  },
  clockSkewMinutes: {
    schema: optional(whole(0, 1440), 10),
    about: 'how many minutes before the moment of issue a certificate begins to be valid',
    source: 'ClockSkewMinutes of Active Directory Certificate Services, 10 unless changed; not in the procedure',
  },
  validityEndsWithIssuer: {
    schema: optional(yesNo(), true),
    about: 'a certificate never outlives the authority that issued it: its end is cut to the end of the issuer',
    source: 'usual behaviour of Active Directory Certificate Services; not in the procedure',
  },
  enrollDenialLeavesRow: {
    schema: optional(yesNo(), false),
    about:
      'an account without the right Request Certificates gets a row in the database and the words of the policy module',
    source: 'not documented: 0x80094011 is a matter of the CA permissions, which come before the policy module',
  },
  certsrvTemplateVersion: {
    schema: optional(choice([2, 3]), 3),
    about: 'the highest version of the templates that the certsrv pages list',
    source: 'disputed: reports miss version 4 only, KB 2015796 misses version 3 on Windows Server 2008',
  },
  certsrvTypeNeedsBrowser: {
    schema: optional(yesNo(), true),
    about: 'certsrv sends certificates with the type text/html to a client whose User-Agent names no browser',
    source: 'seen by the authors of two clients of certsrv; not documented',
  },
  publicAuthorityCopiesName: {
    schema: optional(yesNo(), true),
    about: 'a public authority writes the common name into the alternative names of a request that has none',
    source: 'the Baseline Requirements demand alternative names in the certificate and do not say who adds them',
  },
} satisfies AssumptionTable;

/** Every assumption of environments of a product, by name, in the order in which the runbook prints them. */
export function assumptionsWith(part: EnvironmentPart): AssumptionTable {
  const table: AssumptionTable = { ...IMPORT, ...part.assumptions, ...EXPORT_AND_AUTHORITY };
  const rows = Object.entries(part.defaults.assumptions ?? {}).map(([name, value]) => {
    const row = table[name];
    if (!row) throw new Error(`there is no assumption "${name}"; have ${Object.keys(table).join(', ')}`);
    return [name, { ...row, schema: optional(row.schema, value) }] as const;
  });
  return { ...table, ...Object.fromEntries(rows) };
}

/** The shape of `assumptions` in the file: a switch for each row, with the words of the row, so that editors show them. */
export function assumptionsSchema(part: EnvironmentPart) {
  return section(switches(assumptionsWith(part)));
}

type Shared = typeof IMPORT & typeof EXPORT_AND_AUTHORITY;
type Switches = { readonly [K in keyof Shared]: Shared[K]['schema'] };

function switches(table: AssumptionTable): Switches {
  const rows = Object.entries(table).map(([name, { schema, about }]) => [name, pipe(schema, description(about))]);
  return Object.fromEntries(rows);
}
