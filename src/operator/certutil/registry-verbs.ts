import type { CertificationAuthority } from '../../adcs/authority';
import { operatorRefusal } from '../operator-refusals';
import type { CertutilCall, CertutilVerb } from './certutil-call';

/** The verbs of certutil that read the registry of the authority on this server (Microsoft, "certutil"). */
export const REGISTRY_VERBS: Readonly<Record<string, CertutilVerb>> = {
  '-getreg': { options: [], operands: [1, 1], run: read },
};

/** The values below the key of the authority, by their path in lower case. */
const VALUES: Readonly<Record<string, (authority: CertificationAuthority) => string>> = {
  'ca\\csp\\alternatesignaturealgorithm': ({ alternateSignature }) =>
    `AlternateSignatureAlgorithm REG_DWORD = ${alternateSignature ? 1 : 0}`,
  'ca\\validityperiodunits': ({ validityYears }) => `ValidityPeriodUnits REG_DWORD = ${validityYears}`,
};

function read(call: CertutilCall) {
  const { deployment, logon, operands } = call;
  const [path = ''] = operands;
  const authority = [...deployment.authorities.values()].find(({ host }) => host === logon.on);
  if (!authority) throw operatorRefusal('no-authority-here', logon.on, { path });
  const value = VALUES[path.toLowerCase()];
  if (!value) throw operatorRefusal('unknown-registry-value', logon.on, { path, values: Object.keys(VALUES) });
  return { deployment, lines: [value(authority)] };
}
