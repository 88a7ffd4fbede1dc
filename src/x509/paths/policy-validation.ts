import type { Certificate } from '../certificate';
import { sameName } from '../names/distinguished-name';
import type { PolicyExtensions } from '../policies';

/**
 * Whether the certificate policies of a path are valid (RFC 5280 §6.1) where the relying party accepts every policy. They
 * can fail only if an authority requires an explicit policy. The tree of policies is reduced to the set of its leaves.
 */
export function policiesValid(path: readonly Certificate[]): boolean {
  // the root is not part of the path in RFC 5280 §6.1
  const certificates = path.length > 1 ? path.slice(0, -1).reverse() : [];
  let state: State = { valid: EVERY, explicit: Infinity, mapping: Infinity, any: Infinity };
  for (const [index, certificate] of certificates.entries()) {
    const isLast = index === certificates.length - 1;
    state = afterCertificate(state, certificate, isLast);
    if (state.explicit <= 0 && state.valid.size === 0) return false;
    if (!isLast) state = beforeNext(state, certificate);
  }
  // §6.1.5 (a), (b), (g)
  const required = certificates.at(-1)?.policy?.requireExplicitPolicy === 0;
  return state.valid.size > 0 || (state.explicit > 1 && !required);
}

const ANY_POLICY = '2.5.29.32.0';
const EVERY: ReadonlySet<string> = new Set([ANY_POLICY]);

interface State {
  /** the valid policies, as the current issuer names them */
  readonly valid: ReadonlySet<string>;
  /** the number of certificates after which a policy is required, none is mapped, and anyPolicy does not count */
  readonly explicit: number;
  readonly mapping: number;
  readonly any: number;
}

/** §6.1.3 (d), (e) */
function afterCertificate(state: State, certificate: Certificate, isLast: boolean): State {
  const stated = certificate.policy?.policies;
  if (!stated) return { ...state, valid: new Set() };
  const anyCounts = stated.includes(ANY_POLICY) && (state.any > 0 || (!isLast && isSelfIssued(certificate)));
  const every = state.valid.has(ANY_POLICY);
  const named = stated.filter((policy) => policy !== ANY_POLICY && (every || state.valid.has(policy)));
  return { ...state, valid: new Set([...named, ...(anyCounts ? state.valid : [])]) };
}

/** §6.1.4 (b), (h)–(j) */
function beforeNext(state: State, certificate: Certificate): State {
  const { mappings, requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } = ruleOf(certificate);
  const passed = isSelfIssued(certificate) ? 0 : 1;
  return {
    valid: mappings ? mapped(state, mappings) : state.valid,
    explicit: Math.min(state.explicit - passed, requireExplicitPolicy ?? Infinity),
    mapping: Math.min(state.mapping - passed, inhibitPolicyMapping ?? Infinity),
    any: Math.min(state.any - passed, inhibitAnyPolicy ?? Infinity),
  };
}

function mapped({ valid, mapping }: State, mappings: NonNullable<PolicyExtensions['mappings']>): ReadonlySet<string> {
  const sources = mappings.map(({ issuer }) => issuer);
  const kept = [...valid].filter((policy) => !sources.includes(policy));
  const every = valid.has(ANY_POLICY);
  const targets = mappings.filter(({ issuer }) => every || valid.has(issuer)).map(({ subject }) => subject);
  return new Set([...kept, ...(mapping > 0 ? targets : [])]);
}

function ruleOf({ policy }: Certificate): PolicyExtensions {
  return policy ?? {};
}

function isSelfIssued({ subject, issuer }: Certificate): boolean {
  return sameName(subject, issuer);
}
