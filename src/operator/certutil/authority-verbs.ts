import type { CertificationAuthority } from '../../adcs/authority';
import { REGISTRY_NAMES, registryValue } from '../../adcs/registry';
import { mayEnroll } from '../../adcs/template';
import { requireAdministrator } from '../../windows/administrators';

import { authorityAt, publishList } from '../../world/authority-service';
import { requesterNamed, withAuthority } from '../../world/deployment';
import { operatorRefusal } from '../operator-refusals';
import type { CertutilCall, CertutilVerb } from './certutil-call';

/**
 * The verbs of certutil about the authority of this server (Microsoft, "certutil"). Refusals: `no-authority-here`,
 * `not-an-administrator`, `authority-stopped`, `unknown-registry-value`, `invalid-registry-value`.
 */
export const AUTHORITY_VERBS: Readonly<Record<string, CertutilVerb>> = {
  '-getreg': { options: [], operands: [1, 1], run: read },
  '-setreg': { options: [], operands: [2, 2], run: write },
  '-crl': { options: [], operands: [0, 0], run: publish },
  '-catemplates': { options: [], operands: [0, 0], run: listTemplates },
};

/** Values that are shown and not set here, by their path in lower case. */
const SHOWN: Readonly<Record<string, (authority: CertificationAuthority) => string>> = {
  'ca\\csp\\alternatesignaturealgorithm': ({ alternateSignature }) => (alternateSignature ? '1' : '0'),
};

const KEY = 'SYSTEM\\CurrentControlSet\\Services\\CertSvc\\Configuration';

function read(call: CertutilCall) {
  const { deployment, operands } = call;
  const [path = ''] = operands;
  const authority = ownAuthority(call);
  const value = SHOWN[path.toLowerCase()]?.(authority) ?? valueAt(call, path).read(authority.registry);
  return { deployment, lines: [`${KEY}\\${authority.name}:`, `  ${entry(path, value)}`] };
}

function write(call: CertutilCall) {
  const { deployment, logon, operands } = call;
  const [path = '', value = ''] = operands;
  const authority = ownAuthority(call);
  requireAdministrator(deployment, logon);
  const known = valueAt(call, path);
  const registry = known.write(authority.registry, value);
  if (!registry) throw operatorRefusal('invalid-registry-value', logon.on, { path, value, accepts: known.accepts });
  const lines = [
    `${KEY}\\${authority.name}:`,
    `Old Value:\n  ${entry(path, known.read(authority.registry))}`,
    `New Value:\n  ${entry(path, known.read(registry))}`,
    'The CertSvc service may need to be restarted for changes to take effect.',
  ];
  return { deployment: withAuthority(deployment, { ...authority, registry }), lines };
}

function publish(call: CertutilCall) {
  const authority = ownAuthority(call);
  requireAdministrator(call.deployment, call.logon);
  return { deployment: publishList(call.deployment, authority), lines: [] };
}

/** The templates that the authority issues, whatever their version, with the permission of the current account. */
function listTemplates(call: CertutilCall) {
  const { deployment, logon } = call;
  const requester = requesterNamed(deployment, logon.account) ?? { account: logon.account, groups: [] };
  const lines = ownAuthority(call)
    .templates.filter(({ published }) => published)
    .map((template) => {
      const access = mayEnroll(requester, template) ? '' : ' -- Access is denied.';
      return `${template.name}: ${template.displayName}${access}`;
    });
  return { deployment, lines };
}

/** `ValidityPeriodUnits REG_DWORD = 5`. */
function entry(path: string, value: string): string {
  const type = /^[A-Za-z]/.test(value) ? 'REG_SZ' : 'REG_DWORD';
  return `${path.slice(path.lastIndexOf('\\') + 1)} ${type} = ${value}`;
}

function valueAt({ logon }: CertutilCall, path: string) {
  const value = registryValue(path);
  if (value) return value;
  const values = [...REGISTRY_NAMES, ...Object.keys(SHOWN)];
  throw operatorRefusal('unknown-registry-value', logon.on, { path, values });
}

function ownAuthority({ deployment, logon }: CertutilCall): CertificationAuthority {
  const authority = authorityAt(deployment, logon.on);
  if (authority) return authority;
  throw operatorRefusal('no-authority-here', logon.on);
}
