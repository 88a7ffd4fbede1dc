/**
 * Where no document says how the real products behave, the rehearsal assumes something, and says so: one switch in
 * the environment file, one row here or in the product's table. The runbook prints the rows, so that a reader knows what
 * is assumed.
 */
import { description, optional, pipe } from 'valibot';
import type { WindowsAssumptions } from '../../windows/machine';
import { section, whole, yesNo } from './environment-fields';
import type { AssumptionTable, EnvironmentPart } from './environment-part';

/** The assumptions of every environment; a product adds others. */
export interface Assumptions extends WindowsAssumptions {
  readonly clockSkewMinutes: number;
  readonly validityEndsWithIssuer: boolean;
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
