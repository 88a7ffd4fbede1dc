import { currentGeneration, pathOf } from '../../../src/adcs/authority';
import { DAY } from '../../../src/determinism';
import { PROTOCOL_CODES } from '../../../src/judge/codes/protocol-codes';
import { logOn } from '../../../src/operator/console';
import { administratorOf } from '../../../src/operator/logons';
import { typeCommand } from '../../../src/operator/prompt';
import { renewIssuingAuthority } from '../../../src/operator/tasks/authority';
import { moveIntermediates, putExportAway, repairLink } from '../../../src/operator/tasks/repair';
import { FAULTS } from '../../../src/products/lync-server-2013/faults/faults';
import { shareExternal } from '../../../src/products/lync-server-2013/tasks/external';
import { ownCertificate, renewInternal } from '../../../src/products/lync-server-2013/tasks/renewal';
import { createRequest } from '../../../src/products/lync-server-2013/tasks/request';
import { edge, spreadFrom } from '../../../src/products/lync-server-2013/tasks/whole-procedure';
import { removeFromStore } from '../../../src/windows/certificate-store';
import { carryList, publishList } from '../../../src/world/authority-service';
import {
  authorityNamed,
  type Deployment,
  issuingAuthority,
  PUBLIC_AUTHORITY,
  withAuthority,
} from '../../../src/world/deployment';
import { OID } from '../../../src/x509/der/object-identifiers';
import { sequence, tagged, taggedBytes, utf8String } from '../../../src/x509/der/write-der';
import { keyPair } from '../../../src/x509/keys/key-pair';
import { distinguishedName } from '../../../src/x509/names/distinguished-name';
import { signCertificate } from '../../../src/x509/sign-certificate';
import { certifiedAnew, certifiedPublicly, held, missing, renewed as renewedAuthority } from '../authority-changes';
import { damaged, revoked, shortKey } from '../certificate-situations';
import {
  all,
  assigning,
  type Change,
  clockAhead,
  contentOf,
  holding,
  keyInUse,
  later,
  on,
  presenting,
  seeing,
  startedBefore,
  using,
  without,
} from '../changes';
import { authority, ecKey, presentingWith, unsupportedSignature } from '../extension-situations';
import { linked, linkedToAnotherKey } from '../key-situations';
import {
  assignedAgain,
  chainImported,
  exportedAndAssigned,
  frontRenewed,
  renewed,
  replaced,
  restarted,
  rootOf,
  working,
} from '../mending';
import { FIRST, FRONT, POOL_SERVERS, SECOND, YEAR } from '../situation';

/** For each code, or each cause of a code, a state in which the judge finds it, and its remedy, carried out. */

export interface Remedy {
  readonly broken: Change;
  readonly remedy: Change;
  /** the number of days that the judge looks ahead */
  readonly ahead?: number;
}

/** Remedies that are no operation on a deployment, with the reason. */
export const NOT_EXECUTABLE: Readonly<Record<string, string>> = {
  'shorter-at-renewal/policy': 'it is advice for planning: nothing makes a public authority issue for longer',
};

const everything = (): boolean => true;
const fault = (name: string, ...servers: readonly string[]): Change => {
  const change = FAULTS.server[name];
  if (!change) throw new Error(`no fault "${name}"`);
  return (deployment) => servers.reduce((d, fqdn) => change(d, fqdn), deployment);
};
const unlinked = on(SECOND, (machine) => linked(machine, null));
const withoutKeys = (fqdn: string): Change => on(fqdn, (machine) => ({ ...machine, keys: [] }));
const typed = (command: string, ...servers: readonly string[]): Change =>
  working((console) =>
    servers.reduce((c, fqdn) => typeCommand(logOn(c, administratorOf(c.deployment, fqdn)), command), console),
  );
/** The command in the remedy of a page. */
const fixOf = (code: keyof typeof PROTOCOL_CODES): string => /reg add [^;]*/.exec(PROTOCOL_CODES[code].fix)?.[0] ?? '';
const clockSet = (fqdn: string): Change => clockAhead(fqdn, 0);
const keysNotExportable: Change = all(
  ...POOL_SERVERS.map((fqdn) =>
    on(fqdn, (machine) => ({ ...machine, keys: machine.keys.map((key) => ({ ...key, exportable: false })) })),
  ),
);
const linkRepaired = working((console, pool) => repairLink(edge(console, SECOND), pool));

/** A certificate of the second server from an authority of the same name with a short key. */
const shortAuthority = seeing((d) => {
  const pair = keyPair(d.determinism.source.key(1024, 0));
  const { certificate } = issuerOf(d);
  const short = signCertificate({ ...contentOf(certificate, pair), publicKey: pair }, currentGeneration(rootOf(d)));
  return all(
    ...[...POOL_SERVERS, FRONT].map((fqdn) => holding(fqdn, 'CA', [short])),
    presenting(SECOND, {}, { certificate: short, keyPair: pair }),
  );
});

function issuerOf(deployment: Deployment) {
  return currentGeneration(issuingAuthority(deployment));
}

const authorityRevoked = seeing((d) => {
  const root = rootOf(d);
  const { certificate } = issuerOf(d);
  const [row] = issuingAuthority(d).requests;
  if (!row) throw new Error('the authority has no request');
  const { now } = d.determinism;
  const disposition = { kind: 'revoked', certificate, at: now - 1, reason: 2 } as const;
  return all(
    (one) => withAuthority(one, { ...root, requests: [...root.requests, { ...row, disposition }] }),
    (one) => publishedAndCarried(one),
  );
});

const publishedAndCarried: Change = (d) => {
  const published = publishList(d, rootOf(d));
  return carryList(published, rootOf(published));
};
const listOutdated: Change = (d) => FAULTS.file['the revocation list of the root has run out']?.(d) ?? d;
const external: Change = working((console, pool) => shareExternal(console, pool));
const publicPath: Change = seeing((d) => {
  const path = pathOf(authorityNamed(d, PUBLIC_AUTHORITY)).filter(({ selfSigned }) => !selfSigned);
  return all(...POOL_SERVERS.map((fqdn) => holding(fqdn, 'CA', path)));
});
const renewedAuthorityEverywhere: Change = all((d) => renewIssuingAuthority(d), chainImported, frontRenewed, renewed);

export const REMEDIES: Readonly<Record<string, Remedy>> = {
  'no-internal-certificate': {
    broken: all(without(SECOND, 'My', everything), assigning(SECOND, null)),
    remedy: exportedAndAssigned,
  },
  'not-assigned': { broken: assigning(SECOND, null), remedy: exportedAndAssigned },
  'certificate-differs': {
    broken: all(
      working((console, pool) => ownCertificate(console, pool, SECOND)),
      restarted,
    ),
    remedy: exportedAndAssigned,
  },
  'restart-needed': { broken: startedBefore(SECOND), remedy: restarted },
  'clock-skew': { broken: clockAhead(SECOND, 2 * (DAY / 24)), remedy: all(clockSet(SECOND), restarted) },
  'private-key-missing': { broken: unlinked, remedy: linkRepaired },
  'private-key-deleted': { broken: withoutKeys(SECOND), remedy: exportedAndAssigned },
  'key-mismatch': { broken: linkedToAnotherKey, remedy: linkRepaired },
  'key-in-user-profile': {
    broken: on(SECOND, (machine) => ({
      ...machine,
      keys: machine.keys.map((key) => ({ ...key, location: 'CurrentUser' as const })),
    })),
    remedy: exportedAndAssigned,
  },
  'key-not-readable': {
    broken: fault('the services may not read the private key', ...POOL_SERVERS),
    remedy: assignedAgain,
  },
  'key-not-exportable': { broken: keysNotExportable, remedy: renewed },
  'unsupported-key-provider': {
    broken: fault('the private key is in a key storage provider', SECOND),
    remedy: renewed,
  },
  'pfx-left-behind': {
    broken: working((console, pool) => spreadFrom(console, pool)),
    remedy: working((console, pool) => putExportAway(console, pool)),
  },
  'no-common-tls-version/strong-cryptography': {
    broken: fault('TLS 1.0 is disabled', ...POOL_SERVERS),
    remedy: typed(fixOf('no-common-tls-version'), FRONT),
  },
  'no-common-tls-version/disabled': {
    broken: all(
      fault('TLS 1.0 is disabled', ...POOL_SERVERS),
      fault('Windows Server 2008 R2 is installed', ...POOL_SERVERS),
      fault('SchUseStrongCrypto is 1', FRONT),
    ),
    remedy: typed(
      'reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Server" /v DisabledByDefault /t REG_DWORD /d 0 /f',
      ...POOL_SERVERS,
    ),
  },
  'root-list-unreachable': {
    broken: fault('Windows Update is out of reach', SECOND),
    remedy: typed(fixOf('root-list-unreachable'), SECOND),
  },
  'chain-incomplete': { broken: missing('intermediate', SECOND), remedy: chainImported },
  'root-not-trusted': { broken: all(missing('root', SECOND), held('root', SECOND, 'CA')), remedy: chainImported },
  'intermediate-in-root-store': {
    broken: held('intermediate', SECOND, 'Root'),
    remedy: all(
      chainImported,
      working((console) => moveIntermediates(edge(console, SECOND))),
    ),
  },
  'too-many-roots': {
    broken: fault('more than a hundred roots are trusted', SECOND),
    remedy: without(SECOND, 'Root', ({ subject }) => subject.some(({ value }) => value === 'Tailspin Toys')),
  },
  'wrong-store': {
    broken: fault('the internal certificate is in the stores of a user', SECOND),
    remedy: exportedAndAssigned,
  },
  'duplicate-friendly-name': {
    broken: working((console, pool) =>
      renewInternal(console, pool, console.deployment.environment.certificate.friendlyName),
    ),
    remedy: all(
      ...POOL_SERVERS.map((fqdn) =>
        on(fqdn, (machine) => {
          const { LocalMachine } = machine.stores;
          const My = LocalMachine.My.map((entry) => ({ ...entry, friendlyName: entry.certificate.thumbprint }));
          return { ...machine, stores: { ...machine.stores, LocalMachine: { ...LocalMachine, My } } };
        }),
      ),
      restarted,
    ),
  },
  'request-outstanding': {
    broken: working((console) => createRequest(edge(console, FIRST))),
    remedy: on(FIRST, (machine) => ({
      ...machine,
      stores: removeFromStore(machine.stores, 'LocalMachine', 'REQUEST', everything),
    })),
  },
  'subject-mismatch': {
    broken: presenting(SECOND, { subject: distinguishedName('CN=sip.contoso.com'), subjectAlternativeNames: [] }),
    remedy: renewed,
  },
  'wildcard-name': { broken: presenting(SECOND, { subjectAlternativeNames: ['*.contoso.com'] }), remedy: renewed },
  'wrong-usage/extended-key-usage': {
    broken: presenting(SECOND, { extendedKeyUsage: ['clientAuth'] }),
    remedy: renewed,
  },
  'wrong-usage/key-usage': { broken: presenting(SECOND, { keyUsage: ['keyCertSign'] }), remedy: renewed },
  'wrong-usage/authority': {
    broken: certifiedAnew('intermediate', { extendedKeyUsage: ['clientAuth'] }),
    remedy: replaced('intermediate'),
  },
  'expired/certificate': {
    broken: seeing(({ determinism: { now } }) => presenting(SECOND, { notAfter: now - DAY })),
    remedy: renewed,
  },
  'expired/authority': {
    broken: seeing(({ determinism: { now } }) => certifiedAnew('intermediate', { notAfter: now - DAY })),
    remedy: all(chainImported, held('intermediate', FRONT, 'CA')),
  },
  'not-yet-valid/certificate': { broken: clockAhead(SECOND, -2 * (DAY / 24)), remedy: clockSet(SECOND) },
  'not-yet-valid/authority': {
    broken: seeing(({ determinism: { now } }) => certifiedAnew('intermediate', { notBefore: now + DAY })),
    remedy: replaced('intermediate'),
  },
  'weak-key/certificate': { broken: shortKey, remedy: renewed },
  'weak-key/authority': { broken: shortAuthority, remedy: renewedAuthorityEverywhere },
  'unsupported-key': {
    broken: seeing((d) => presenting(SECOND, { publicKey: ecKey(d) })),
    remedy: renewed,
  },
  'weak-signature/certificate': { broken: presenting(SECOND, { hash: 'md5' }), remedy: renewed },
  'weak-signature/authority': {
    broken: certifiedAnew('intermediate', { hash: 'md5' }),
    remedy: replaced('intermediate'),
  },
  'signature-needs-update': { broken: presenting(SECOND, { hash: 'sha512' }), remedy: renewed },
  'unsupported-signature': { broken: presenting(SECOND, { probabilistic: true }), remedy: renewed },
  'revoked/certificate': { broken: revoked(FIRST), remedy: renewed },
  'revoked/authority': { broken: authorityRevoked, remedy: renewedAuthority(FIRST, SECOND) },
  'no-revocation-address': { broken: presenting(SECOND, { crlDistributionPoints: [] }), remedy: renewed },
  'revocation-unreachable/address': {
    broken: fault('the host of the revocation list is out of reach', FRONT),
    remedy: on(FRONT, (machine) => ({ ...machine, connection: { ...machine.connection, unreachableHosts: [] } })),
  },
  'revocation-unreachable/outdated': { broken: listOutdated, remedy: publishedAndCarried },
  'revocation-unreachable/clock': { broken: clockAhead(SECOND, 10 * DAY), remedy: clockSet(SECOND) },
  'revocation-unreachable/invalid': {
    broken: certifiedAnew('intermediate', { keyUsage: ['keyCertSign'] }),
    remedy: replaced('intermediate'),
  },
  'certification-path-invalid/not-a-ca': {
    broken: certifiedAnew('intermediate', { isCa: false }),
    remedy: replaced('intermediate'),
  },
  'certification-path-invalid/path-length': {
    broken: certifiedAnew('root', { pathLength: 0 }),
    remedy: replaced('root'),
  },
  'certification-path-invalid/bad-signature': { broken: damaged, remedy: renewed },
  'certification-path-invalid/unsupported-algorithm': {
    broken: seeing((d) => using(SECOND, unsupportedSignature(d, SECOND), keyInUse(d, SECOND))),
    remedy: renewed,
  },
  'certification-path-invalid/name-constraints': {
    broken: authority([
      OID.nameConstraints,
      sequence(tagged(0, sequence(taggedBytes(2, Buffer.from('fabrikam.com'))))),
      true,
    ]),
    remedy: replaced('intermediate'),
  },
  'certification-path-invalid/policy-required': {
    broken: authority([OID.policyConstraints, sequence(taggedBytes(0, Uint8Array.of(0))), true]),
    remedy: replaced('intermediate'),
  },
  'certification-path-invalid/unsupported-extension': {
    broken: presentingWith(SECOND, ['1.3.6.1.4.1.99999.3', utf8String('?'), true]),
    remedy: renewed,
  },
  'peer-not-trusted/path-of-server': { broken: missing('root', FRONT), remedy: held('root', FRONT, 'Root') },
  'peer-not-trusted/path-of-peer': { broken: certifiedPublicly(FRONT, { path: false }), remedy: publicPath },
  'peer-not-trusted/dates-of-server': { broken: clockAhead(FRONT, 3 * YEAR), remedy: clockSet(FRONT) },
  'peer-not-trusted/dates-of-peer': {
    broken: seeing(({ determinism: { now } }) => presenting(FRONT, { notAfter: now - DAY })),
    remedy: frontRenewed,
  },
  'peer-not-trusted/certificate-of-server': {
    broken: certifiedAnew('root', { pathLength: 0 }, [FRONT]),
    remedy: replaced('root', [FRONT]),
  },
  'peer-not-trusted/certificate-of-peer': {
    broken: presenting(FRONT, { extendedKeyUsage: ['clientAuth'] }),
    remedy: frontRenewed,
  },
  'peer-not-trusted/key-of-peer': { broken: withoutKeys(FRONT), remedy: frontRenewed },
  'not-trusted-on-internet/private-root': {
    broken: fault('the internal certificate is assigned to the external uses', ...POOL_SERVERS),
    remedy: all(external, restarted),
  },
  'not-trusted-on-internet/dates': {
    broken: all(external, restarted, later(3 * YEAR), ...POOL_SERVERS.map((fqdn) => clockAhead(fqdn, -3 * YEAR))),
    remedy: all(...POOL_SERVERS.map(clockSet), frontRenewed, renewed, external, restarted),
  },
  'ends-soon/certificate': {
    broken: seeing(({ determinism: { now } }) => presenting(SECOND, { notAfter: now + 10 * DAY })),
    remedy: renewed,
    ahead: 30,
  },
  'ends-soon/authority': {
    broken: seeing(({ determinism: { now } }) => certifiedAnew('intermediate', { notAfter: now + 10 * DAY })),
    remedy: replaced('intermediate'),
    ahead: 30,
  },
  'ends-soon/peer': {
    broken: seeing(({ determinism: { now } }) => presenting(FRONT, { notAfter: now + 10 * DAY })),
    remedy: frontRenewed,
    ahead: 30,
  },
  'shorter-at-renewal/issuer': {
    broken: seeing((d) => presenting(SECOND, { notAfter: issuerOf(d).certificate.notAfter - YEAR })),
    remedy: renewedAuthorityEverywhere,
    ahead: 1,
  },
};
