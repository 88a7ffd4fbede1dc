import type { CertificationAuthority, RequestRow } from '../adcs/authority';
import { type Fact, labelled, type Value } from '../fact';
import type { StoreEntry, Stores } from '../windows/certificate-store';
import { STORE_TITLES } from '../windows/certificate-store';
import type { Disk, Machine, PrivateKey } from '../windows/machine';
import type { Deployment } from '../world/deployment';
import type { Server } from '../world/topology';
import { contentKind } from '../x509/content-kind';
import { formatName } from '../x509/names/distinguished-name';
import { contentFact, dispositionFact, evidenceFact } from './evidence-facts';
import type { Change, ChangeRecord } from './records';

/** What differs between two deployments, per machine and per authority. */
export function changesBetween(before: Deployment, after: Deployment): readonly ChangeRecord[] {
  const machines = [...after.machines.values()].map((machine) => {
    const fqdn = machine.fqdn;
    const changes = [
      ...machineChanges(before.machines.get(fqdn), machine),
      ...serverChanges(after, before.servers.get(fqdn), after.servers.get(fqdn)),
    ];
    return record(fqdn, changes);
  });
  const media = after.media.map((medium, index) =>
    record(`removable medium ${medium.drive}`, diskChanges(before.media[index]?.disk, medium.disk)),
  );
  const authorities = [...after.authorities.values()].map((authority) =>
    record(authority.name, authorityChanges(before.authorities.get(authority.name), authority)),
  );
  return [...machines, ...media, ...authorities].filter(({ changes }) => changes.length > 0);
}

function record(on: string, changes: readonly Change[]): ChangeRecord {
  return { kind: 'change', on, changes };
}

function machineChanges(before: Machine | undefined, after: Machine): readonly Change[] {
  if (!before || before === after) return [];
  return [
    ...diskChanges(before.disk, after.disk),
    ...storeChanges(before.stores, after.stores),
    ...keyChanges(before.keys, after.keys),
    ...(before.clockOffset === after.clockOffset ? [] : [clockChange(after)]),
  ];
}

function diskChanges(before: Disk | undefined, after: Disk): readonly Change[] {
  if (!before || before.files === after.files) return [];
  const written = [...after.files].flatMap(([key, file]): Change[] => {
    const present = before.files.get(key);
    if (present?.bytes === file.bytes) return [];
    const sign = present ? 'changed' : 'added';
    return [
      {
        sign,
        what: 'file',
        where: file.path,
        detail: evidenceFact('change.file', {
          content: contentFact(contentKind(file.bytes)),
          bytes: file.bytes.length,
        }),
      },
    ];
  });
  const deleted = [...before.files].flatMap(([key, file]): Change[] =>
    after.files.has(key)
      ? []
      : [{ sign: 'removed', what: 'file', where: file.path, detail: contentFact(contentKind(file.bytes)) }],
  );
  return [...written, ...deleted];
}

function storeChanges(before: Stores, after: Stores): readonly Change[] {
  if (before === after) return [];
  const locations = ['LocalMachine', 'CurrentUser'] as const;
  const names = ['My', 'Root', 'CA', 'REQUEST'] as const;
  return locations.flatMap((location) =>
    names.flatMap((name) => {
      const store = labelled(STORE_TITLES[name]);
      const where = location === 'CurrentUser' ? evidenceFact('change.user-store', { store }) : store;
      return entryChanges(before[location][name], after[location][name], where);
    }),
  );
}

function entryChanges(before: readonly StoreEntry[], after: readonly StoreEntry[], where: Value): readonly Change[] {
  if (before === after) return [];
  const find = (entries: readonly StoreEntry[], entry: StoreEntry): StoreEntry | undefined =>
    entries.find((e) => e.certificate.thumbprint === entry.certificate.thumbprint);
  const now = after.flatMap((entry): Change[] => {
    const present = find(before, entry);
    if (present === entry) return [];
    return [{ sign: present ? 'changed' : 'added', what: 'certificate', where, detail: entryDetail(entry) }];
  });
  const gone = before.filter((entry) => !find(after, entry));
  return [
    ...now,
    ...gone.map((e): Change => ({ sign: 'removed', what: 'certificate', where, detail: entryDetail(e) })),
  ];
}

function entryDetail({ certificate, friendlyName, keyContainer }: StoreEntry): Fact {
  const key = evidenceFact(keyContainer ? 'change.with-private-key' : 'change.without-private-key');
  const entry = { subject: formatName(certificate.subject), thumbprint: certificate.thumbprint, key };
  return friendlyName
    ? evidenceFact('change.named-certificate', { ...entry, name: friendlyName })
    : evidenceFact('change.certificate', entry);
}

function keyChanges(before: readonly PrivateKey[], after: readonly PrivateKey[]): readonly Change[] {
  const change = (sign: Change['sign'], key: PrivateKey, detail = keyDetail(key)): Change => {
    const where = evidenceFact('change.key-location', { location: key.location, provider: key.provider });
    return { sign, what: 'private-key', where, detail };
  };
  const old = after.map((key) => before.find((one) => one.container === key.container));
  return [
    ...after.flatMap((key, index): Change[] => {
      const was = old[index];
      if (!was) return [change('added', key)];
      if (was === key) return [];
      const readers =
        key.readers === was.readers ? undefined : evidenceFact('change.key-readers', { readers: key.readers });
      return [change('changed', key, readers)];
    }),
    ...before.filter((key) => !old.includes(key)).map((key) => change('removed', key)),
  ];
}

function keyDetail({ exportable, keyPair: { bits } }: PrivateKey): Fact {
  return evidenceFact(exportable ? 'change.exportable-key' : 'change.not-exportable-key', { bits });
}

function serverChanges({ product }: Deployment, before?: Server, after?: Server): readonly Change[] {
  if (!before || !after || before === after) return [];
  const assignments = product.uses.flatMap(({ name, title }): Change[] => {
    const [was, is] = [before.assigned[name], after.assigned[name]];
    if (was === is) return [];
    const sign = was ? (is ? 'changed' : 'removed') : 'added';
    const detail = evidenceFact('change.assignment', { thumbprint: is ?? was ?? '' });
    return [{ sign, what: 'assignment', where: labelled(title), detail }];
  });
  return [...product.serverChanges(before, after), ...assignments];
}

function authorityChanges(
  before: CertificationAuthority | undefined,
  after: CertificationAuthority,
): readonly Change[] {
  if (!before || before === after) return [];
  const rows = after.requests.flatMap((row): Change[] => {
    const present = before.requests.find((r) => r.id === row.id);
    if (present === row) return [];
    return [
      {
        sign: present ? 'changed' : 'added',
        what: 'request',
        where: evidenceFact('change.request-database'),
        detail: rowDetail(row),
      },
    ];
  });
  const renewed = after.generations.length - before.generations.length;
  return renewed > 0
    ? [
        ...rows,
        {
          sign: 'added',
          what: 'authority',
          where: after.name,
          detail: evidenceFact('change.new-authority-certificate'),
        },
      ]
    : rows;
}

function rowDetail({ id, requester, template, disposition }: RequestRow): Fact {
  const row = { id, requester, disposition: dispositionFact(disposition.kind) };
  return template ? evidenceFact('change.template-request', { ...row, template }) : evidenceFact('change.request', row);
}

function clockChange(machine: Machine): Change {
  const hours = Math.round(machine.clockOffset / 36_000) / 100;
  return {
    sign: 'changed',
    what: 'machine',
    where: evidenceFact('change.clock'),
    detail: evidenceFact('change.clock-offset', { hours }),
  };
}
