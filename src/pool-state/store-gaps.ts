import { STORE_TITLES, type StoreName } from '../windows/certificate-store';
import type { ServerState } from './server-state';
import type { Unknown } from './unknown';
import { isListed } from './unknown-issuers';
import { unknownFact } from './unknown-texts';

/** Findings about a certificate that depend on the certificates above it. */
const PATH_CODES = [
  ...['expired', 'not-yet-valid', 'wrong-usage', 'certification-path-invalid', 'weak-key', 'weak-signature'],
  ...['unsupported-key', 'unsupported-signature', 'signature-needs-update'],
];
const KEY_CODES = [
  ...['private-key-missing', 'private-key-deleted', 'key-in-user-profile', 'key-mismatch', 'key-not-readable'],
  ...['unsupported-key-provider', 'key-not-exportable'],
];
const OWN_CODES = ['subject-mismatch', 'wildcard-name', 'no-revocation-address', 'certificate-differs'];

/** What each store of the computer decides, besides the path. */
const STORE_CODES: Readonly<Record<StoreName, readonly string[]>> = {
  My: ['not-assigned', 'duplicate-friendly-name', ...KEY_CODES, ...OWN_CODES, ...PATH_CODES],
  Root: ['intermediate-in-root-store', 'too-many-roots', ...PATH_CODES],
  CA: PATH_CODES,
  REQUEST: ['request-outstanding'],
};

/** What a state does not say because stores are not listed. `isPeer`: other servers connect to it. */
export function storeGaps(state: ServerState, server: string, isPeer: boolean): readonly Unknown[] {
  const missing = (['My', 'Root', 'CA', 'REQUEST'] as const).filter((store) => !isListed(state, store));
  return [
    ...missing.flatMap((store) => gapsOf(store, server, isPeer)),
    ...userGaps(state, server),
    ...friendlyNameGaps(state, server),
    ...keyGaps(state, server),
  ];
}

function gapsOf(store: StoreName, server: string, isPeer: boolean): readonly Unknown[] {
  const about = {
    reason: unknownFact('unknown.store', { store: STORE_TITLES[store] }),
    wanted: unknownFact('unknown-export.store', { store }),
  };
  const peers = { codes: ['peer-not-trusted'], ...(isPeer ? {} : { server }), ...about };
  const paths = ['chain-incomplete', 'root-not-trusted', 'wrong-store'];
  return [
    { codes: STORE_CODES[store], server, ...about, isOpen: true },
    ...(store === 'My' ? [{ codes: ['no-internal-certificate', 'wrong-store'], server, ...about }, peers] : []),
    ...(store === 'Root' || store === 'CA' ? [{ codes: paths, server, ...about }, peers] : []),
  ];
}

function userGaps(state: ServerState, server: string): readonly Unknown[] {
  if ((['My', 'Root', 'CA'] as const).every((store) => isListed(state, store, 'CurrentUser'))) return [];
  const [reason, wanted] = [unknownFact('unknown.user-stores'), unknownFact('unknown-export.user-store')];
  return [{ codes: ['wrong-store'], server, reason, wanted, isOpen: true }];
}

function personal({ stores }: ServerState) {
  return stores.filter(({ location, store }) => location === 'LocalMachine' && store === 'My');
}

function friendlyNameGaps(state: ServerState, server: string): readonly Unknown[] {
  const isMissing = personal(state).some(({ certificates }) => certificates.some((one) => one.friendlyName === null));
  if (!isMissing) return [];
  const [reason, wanted] = [unknownFact('unknown.friendly-names'), VERBOSE];
  return [{ codes: ['duplicate-friendly-name'], server, reason, wanted, isOpen: true }];
}

const VERBOSE = unknownFact('unknown-export.verbose-store', { store: 'My' });

function keyGaps(state: ServerState, server: string): readonly Unknown[] {
  const entries = personal(state).flatMap(({ certificates }) => certificates);
  const isLost = entries.some(({ key, friendlyName }) => key?.kept === 'nowhere' && friendlyName === null);
  const place = { reason: unknownFact('unknown.key-place'), wanted: VERBOSE };
  const link = {
    reason: unknownFact('unknown.key-link'),
    wanted: unknownFact('unknown-export.store', { store: 'My' }),
  };
  return [
    ...(isLost ? [{ codes: ['key-in-user-profile'], server, ...place, isOpen: true }] : []),
    ...(entries.some(({ key }) => key === undefined) ? [{ codes: KEY_CODES, server, ...link, isOpen: true }] : []),
  ];
}
